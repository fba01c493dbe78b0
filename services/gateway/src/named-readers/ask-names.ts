import { Injectable } from '@nestjs/common';
import type { RequestOfCaller } from '@shulian/service-kit';
import { OnBehalf } from '../front-door/on-behalf.client.js';
import type { NamedReader } from './named-reader.js';

/** Classes that readers names in one answer. */
const CLASSES_AT_ONCE = 200;

/** The readers that the caller is. */
const ownReaders = ({ caller }: RequestOfCaller): string[] =>
  caller?.claims.kind === 'account'
    ? caller.claims.grants.flatMap(({ role, readerId }) =>
        role === 'reader' && readerId !== undefined ? [readerId] : [],
      )
    : [];

/** Who somebody is, as readers says it to whoever asks us; readers logs the read of personal data. */
@Injectable()
export class AskNames {
  constructor(private readonly onBehalf: OnBehalf) {}

  /** By one question, and one more for who asks about themselves; null when readers is away. */
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
    // Who may see no reader at all is told nobody's name; anything else is no answer.
    if (told === null || (told.status !== 200 && told.status !== 403)) return null;
    const found = told.status === 403 ? [] : (told.body as { readonly items: readonly NamedReader[] }).items;
    const known = new Set(found.map(({ id }) => id));
    const own = ownReaders(request).filter((id) => readerIds.includes(id) && !known.has(id));
    return [...found, ...(await this.ofThemselves(request, own))];
  }

  /** Readers may not search for others, and see themselves. */
  private async ofThemselves(request: RequestOfCaller, ids: readonly string[]): Promise<NamedReader[]> {
    const told = await Promise.all(
      ids.map((id) => this.onBehalf.ask(request, 'readers', { method: 'GET', path: `readers/${id}` })),
    );
    return told.flatMap((answer) => (answer?.status === 200 ? [answer.body as NamedReader] : []));
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
