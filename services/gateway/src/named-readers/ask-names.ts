import { Injectable } from '@nestjs/common';
import type { RequestOfCaller } from '@shulian/service-kit';
import { OnBehalf } from '../front-door/on-behalf.client.js';
import type { NamedReader } from './named-reader.js';

/** Classes that readers names in one answer. */
const CLASSES_AT_ONCE = 200;

/** Who somebody is, as readers says it to whoever asks us; readers logs the read of personal data. */
@Injectable()
export class AskNames {
  constructor(private readonly onBehalf: OnBehalf) {}

  /** By one question; null when readers is away. */
  async ofReaders(
    request: RequestOfCaller,
    readerIds: readonly string[],
  ): Promise<readonly NamedReader[] | null> {
    if (readerIds.length === 0) return [];
    const told = await this.onBehalf.ask(request, 'readers', {
      method: 'POST',
      path: 'readers/search',
      body: { readerIds },
    });
    if (told === null) return null;
    if (told.status === 200) return (told.body as { readonly items: readonly NamedReader[] }).items;
    // Who may see no reader at all is told nobody's name; anything else is no answer.
    return told.status === 403 ? [] : null;
  }

  /** Class id → name; null when readers is away. */
  async ofClasses(
    request: RequestOfCaller,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, string> | null> {
    const names = new Map<string, string>();
    for (let from = 0; from < ids.length; from += CLASSES_AT_ONCE) {
      const some = ids.slice(from, from + CLASSES_AT_ONCE);
      const told = await this.onBehalf.ask(request, 'readers', {
        method: 'GET',
        path: `classes?limit=500&ids=${some.join(',')}`,
      });
      if (told === null || (told.status !== 200 && told.status !== 403)) return null;
      if (told.status === 403) return names;
      const { items } = told.body as {
        readonly items: readonly { readonly id: string; readonly name: string }[];
      };
      for (const { id, name } of items) names.set(id, name);
    }
    return names;
  }
}
