import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  invalid,
  newId,
  OncePerKey,
  Problem,
  refuseIfStale,
  Transaction,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import { EResourcesRepository } from '../register/e-resources.repository.js';
import { isToBeFound } from '../rules/e-resource.js';
import { writtenBy } from '../written-by.step.js';
import type { EnteredEntries, FeatureEntryAsked, FeatureEntryChangeAsked } from './feature-entries.http.js';
import { FeatureEntriesRepository, type NewEntry } from './feature-entries.repository.js';

/** Gathers what a school has on a subject of its own (CAT-087). */
@Injectable()
export class BuildFeatureDatabase {
  constructor(
    private readonly once: OncePerKey,
    private readonly transaction: Transaction,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404, 400 with every entry that is none, 422 with every one that is not there, 409 `feature-entry.no-database` */
  add(
    caller: Caller,
    id: string,
    asked: readonly FeatureEntryAsked[],
    request: DeskRequest | null,
  ): Promise<Answer> {
    const entries = asked.map(asEntry);
    refuseEmpty(entries);
    return this.once.run(request, 201, async (tx): Promise<EnteredEntries> => {
      const resource = writtenBy(caller, await tx.use(EResourcesRepository).locked(id));
      if (resource.kind !== 'feature-database') throw conflict('feature-entry.no-database');
      if (resource.endedOn !== null) throw conflict('e-resource.ended');
      const written = tx.use(FeatureEntriesRepository);
      const missing = await written.add(resource, entries, this.clock.today(), caller.id);
      if (missing.length > 0)
        throw new Problem(422, 'request.unknown-reference', {
          errors: missing.map((at) => ({ pointer: `/items/${String(at)}`, code: 'unknown' })),
        });
      const { goalEntries } = resource;
      return { ids: entries.map((entry) => entry.id), entries: await written.count(id), goalEntries };
    });
  }

  /** @throws Problem 404, 412, 400 for an entry without anything to look at */
  change(
    caller: Caller,
    id: string,
    version: number,
    asked: FeatureEntryChangeAsked,
    request: DeskRequest | null,
  ): Promise<Answer> {
    return this.once.run(request, 200, async (tx) => {
      const entries = tx.use(FeatureEntriesRepository);
      const entry = writtenBy(caller, await entries.locked(id));
      refuseIfStale(version, entry.version);
      const url = asked.url === undefined ? entry.url : asked.url;
      if (url === null && !entry.catalogued) throw invalid({ pointer: '/url', code: 'is-defined' });
      const { name, subject = entry.subject, description = entry.description } = asked;
      await entries.change({ ...entry, name: name ?? entry.name, subject, description, url });
      return entries.view(id);
    });
  }

  /** @throws Problem 404, 409 `feature-entry.last-of-published` */
  remove(caller: Caller, id: string): Promise<void> {
    return this.transaction.run(async (tx) => {
      const entries = tx.use(FeatureEntriesRepository);
      const entry = writtenBy(caller, await entries.locked(id));
      await entries.remove(id);
      // Who removes another of them at this moment waits, and counts after this.
      const resource = await tx.use(EResourcesRepository).locked(entry.resourceId);
      const isShown = resource !== null && resource.publishedOn !== null;
      if (isShown && !isToBeFound(resource, await entries.count(entry.resourceId)))
        throw conflict('feature-entry.last-of-published');
    });
  }
}

const asEntry = (asked: FeatureEntryAsked): NewEntry => {
  const {
    name = null,
    subject = null,
    description = null,
    titleId = null,
    copyId = null,
    url = null,
  } = asked;
  return { id: newId(), name, subject, description, titleId, copyId, url };
};

/** @throws Problem 400 with every entry that has no name of its own or of the catalogue, or nothing to look at */
function refuseEmpty(entries: readonly NewEntry[]): void {
  const errors = entries.flatMap(({ name, titleId, copyId, url }, at) => {
    const isCatalogued = titleId !== null || copyId !== null;
    if (!isCatalogued && url === null)
      return [{ pointer: `/items/${String(at)}`, code: 'title-copy-or-url' }];
    return !isCatalogued && name === null
      ? [{ pointer: `/items/${String(at)}/name`, code: 'is-defined' }]
      : [];
  });
  if (errors.length > 0) throw invalid(...errors);
}
