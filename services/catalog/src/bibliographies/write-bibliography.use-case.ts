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
  unknownReference,
  unknownThing,
  type Answer,
  type DeskRequest,
} from '@shulian/service-kit';
import type { SchoolId } from '@shulian/contracts/ids';
import { KnownSchoolsQuery } from '../from-readers/known-schools.query.js';
import type {
  BibliographyAsked,
  BibliographyChange,
  BibliographyView,
  EntryAsked,
} from './bibliographies.http.js';
import { bibliographyView, type Writer } from './bibliographies.query.js';
import { BibliographiesRepository, type Bibliography } from './bibliographies.repository.js';
import { faultsOf, type Entry } from './rules/bibliography.js';

/** What is done to a booklist that is there: the list after it. */
type Work = (list: Bibliography, lists: BibliographiesRepository) => Promise<Bibliography>;

/** Booklists are written by a school, or by the county for all. */
@Injectable()
export class WriteBibliography {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly transaction: Transaction,
    private readonly schools: KnownSchoolsQuery,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 422 for an unknown school */
  async begin(
    input: BibliographyAsked,
    schoolId: SchoolId | null,
    by: string,
    request: DeskRequest | null,
  ): Promise<Answer> {
    if (schoolId !== null && (await this.schools.awaited(schoolId)) === null)
      throw unknownReference('/schoolId');
    return this.oncePerKey.run(request, 201, async (tx): Promise<BibliographyView> => {
      const { kind, name, about = null, audience = null, issue = null } = input;
      const id = newId();
      const list = { id, schoolId, kind, name, about, audience, issue };
      await tx.use(BibliographiesRepository).add(list, by, this.clock.now());
      return bibliographyView(tx.session, id);
    });
  }

  /** @throws Problem 404 for a list that others write, 412, 400 for a name that is null */
  change(
    id: string,
    version: number,
    input: BibliographyChange,
    mayWrite: Writer,
    request: DeskRequest | null,
  ): Promise<Answer> {
    if ((input as { name?: string | null }).name === null)
      throw invalid({ pointer: '/name', code: 'is-not-null' });
    const said = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
    return this.write(id, version, mayWrite, request, (list) => Promise.resolve({ ...list, ...said }));
  }

  /** @throws Problem 409 `bibliography.empty` */
  makePublic(id: string, mayWrite: Writer, request: DeskRequest | null): Promise<Answer> {
    return this.write(id, null, mayWrite, request, async (list, lists) => {
      if ((await lists.entriesOf(id)) === 0) throw conflict('bibliography.empty');
      return { ...list, publishedOn: list.publishedOn ?? this.clock.today() };
    });
  }

  takeBack(id: string, mayWrite: Writer, request: DeskRequest | null): Promise<Answer> {
    return this.write(id, null, mayWrite, request, (list) => Promise.resolve({ ...list, publishedOn: null }));
  }

  /** @throws Problem 400 with every entry that is none, 422 with every title that is not there, 409 `bibliography.empty` */
  putEntries(
    id: string,
    version: number,
    input: readonly EntryAsked[],
    mayWrite: Writer,
    request: DeskRequest | null,
  ): Promise<Answer> {
    const entries = input.map(asEntry);
    const faults = faultsOf(entries);
    if (faults.length > 0)
      throw invalid(...faults.map(({ at, code }) => ({ pointer: `/entries/${String(at)}`, code })));
    return this.write(id, version, mayWrite, request, async (list, lists) => {
      if (entries.length === 0 && list.publishedOn !== null) throw conflict('bibliography.empty');
      const missing = await lists.writeEntries(list, entries);
      if (missing.length > 0)
        throw new Problem(422, 'request.unknown-reference', {
          errors: missing.map((at) => ({ pointer: unknownIn(at, entries[at]), code: 'unknown' })),
        });
      return list;
    });
  }

  /** @throws Problem 404, 409 `bibliography.published` */
  remove(id: string, mayWrite: Writer): Promise<void> {
    return this.transaction.run(async (tx) => {
      const lists = tx.use(BibliographiesRepository);
      const list = await lists.locked(id);
      if (list === null || !mayWrite(list.schoolId)) throw unknownThing();
      if (list.publishedOn !== null) throw conflict('bibliography.published');
      await lists.remove(id);
    });
  }

  private write(
    id: string,
    version: number | null,
    mayWrite: Writer,
    request: DeskRequest | null,
    work: Work,
  ): Promise<Answer> {
    return this.oncePerKey.run(request, 200, async (tx): Promise<BibliographyView> => {
      const lists = tx.use(BibliographiesRepository);
      const list = await lists.locked(id);
      if (list === null || !mayWrite(list.schoolId)) throw unknownThing();
      if (version !== null) refuseIfStale(version, list.version);
      await lists.change(await work(list, lists), this.clock.now());
      return bibliographyView(tx.session, id);
    });
  }
}

const asEntry = (asked: EntryAsked): Entry => {
  const { titleId = null, heading = null, source = null, note = null, url = null, resourceId = null } = asked;
  return { titleId, heading, source, note, url, resourceId };
};

/** Which of its ids is not there; with two of them it may be either. */
const unknownIn = (at: number, entry: Entry | undefined): string => {
  if (entry?.resourceId == null) return `/entries/${String(at)}/titleId`;
  return `/entries/${String(at)}${entry.titleId === null ? '/resourceId' : ''}`;
};
