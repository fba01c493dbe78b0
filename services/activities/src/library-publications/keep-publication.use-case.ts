import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  invalid,
  newId,
  OncePerKey,
  refuseIfStale,
  unknownReference,
  unknownThing,
  type Answer,
  type Caller,
  type DeskRequest,
  type Tx,
} from '@shulian/service-kit';
import type { CalendarDay, RecommendationIssueId, SchoolId } from '@shulian/contracts/ids';
import { limits } from '@shulian/contracts/limits';
import { RecommendationsQuery } from '../book-recommendations/recommendations.query.js';
import { KnownTitlesQuery } from '../from-catalog/known-titles.query.js';
import { hideNotice, showNotice } from '../library-pages/show-notice.step.js';
import type {
  LibraryPublicationAsked,
  LibraryPublicationChangeAsked,
  ShowingAsked,
} from './library-publications.http.js';
import { LibraryPublicationsRepository } from './library-publications.repository.js';
import { wordsWithTitles, type Publication } from './rules/publication.js';

/** What a library publishes on which channels: written, put right before it is out, shown, taken back (ACT-004, ACT-013). */
@Injectable()
export class KeepPublication {
  constructor(
    private readonly once: OncePerKey,
    private readonly titles: KnownTitlesQuery,
    private readonly recommendations: RecommendationsQuery,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 403 for another school, 400 without a channel, 422 for an unknown title, or an issue that is not out */
  async write(caller: Caller, input: LibraryPublicationAsked, request: DeskRequest | null): Promise<Answer> {
    const schoolId = caller.schoolFor(input.schoolId);
    const channels = input.channels ?? [];
    if (channels.length === 0) throw invalid({ pointer: '/channels', code: 'array-min-size' });
    const issueId = input.issueId ?? null;
    const ofIssue = issueId === null ? [] : await this.titlesOfIssue(schoolId, issueId);
    const given = await this.titles.allAwaited(input.titleIds ?? [], '/titleIds');
    const { column, title, words } = input;
    return this.once.run(request, 201, async (tx) => {
      const publication: Publication = {
        id: newId(),
        version: 1,
        schoolId,
        column,
        title,
        words,
        titleIds: given.length > 0 ? given : ofIssue,
        issueId,
        channels,
        status: 'draft',
        showsFrom: null,
        showsUntil: null,
        noticeId: null,
      };
      await tx.use(LibraryPublicationsRepository).add(publication, this.clock.today(), caller.id);
      return tx.use(LibraryPublicationsRepository).view(publication.id);
    });
  }

  /** @throws Problem 404, 412, 409 once it is out, 400 without a channel */
  change(
    caller: Caller,
    id: string,
    version: number,
    input: LibraryPublicationChangeAsked,
    request: DeskRequest | null,
  ): Promise<Answer> {
    if (input.channels?.length === 0) throw invalid({ pointer: '/channels', code: 'array-min-size' });
    return this.once.run(request, 200, async (tx) => {
      const before = await locked(tx, caller, id);
      refuseIfStale(version, before.version);
      if (before.status !== 'draft') throw conflict('library-publication.not-now');
      await tx.use(LibraryPublicationsRepository).change({
        ...before,
        column: input.column ?? before.column,
        title: input.title ?? before.title,
        words: input.words ?? before.words,
        channels: input.channels ?? before.channels,
      });
      return tx.use(LibraryPublicationsRepository).view(id);
    });
  }

  /** @throws Problem 404, 409 for one that is out, 400 for a last day before the first one */
  show(caller: Caller, id: string, input: ShowingAsked, request: DeskRequest | null): Promise<Answer> {
    const on = this.clock.today();
    const from = (input.showsFrom as CalendarDay | undefined) ?? on;
    const until = (input.showsUntil as CalendarDay | undefined) ?? null;
    if (until !== null && until < from) throw invalid({ pointer: '/showsUntil', code: 'before-start' });
    return this.once.run(request, 200, async (tx) => {
      const before = await locked(tx, caller, id);
      if (before.status === 'published') throw conflict('library-publication.not-now');
      const publications = tx.use(LibraryPublicationsRepository);
      const { titles } = await publications.view(id);
      const { schoolId, column, title } = before;
      const words = wordsWithTitles(
        before.words,
        titles.flatMap((one) => one.title ?? []),
        limits.noticeWords,
      );
      const noticeId = before.channels.includes('web')
        ? await showNotice(tx, { schoolId, column, title, words, from, until, on, by: caller.id })
        : null;
      await publications.change({
        ...before,
        status: 'published',
        showsFrom: from,
        showsUntil: until,
        noticeId,
      });
      return publications.view(id);
    });
  }

  /** Also from the page of the library. @throws Problem 404, 409 for one that is not out */
  withdraw(caller: Caller, id: string, request: DeskRequest | null): Promise<Answer> {
    return this.once.run(request, 200, async (tx) => {
      const before = await locked(tx, caller, id);
      if (before.status !== 'published') throw conflict('library-publication.not-now');
      if (before.noticeId !== null) await hideNotice(tx, before.noticeId);
      await tx.use(LibraryPublicationsRepository).change({ ...before, status: 'withdrawn' });
      return tx.use(LibraryPublicationsRepository).view(id);
    });
  }

  private async titlesOfIssue(schoolId: SchoolId, issueId: string): Promise<string[]> {
    const issue = await this.recommendations.find(issueId as RecommendationIssueId);
    if (issue?.schoolId !== schoolId || issue.status !== 'published') throw unknownReference('/issueId');
    return issue.titles.map(({ titleId }) => titleId);
  }
}

async function locked(tx: Tx, caller: Caller, id: string): Promise<Publication> {
  const publication = await tx.use(LibraryPublicationsRepository).locked(id);
  if (publication === null || !caller.mayWorkAt(publication.schoolId)) throw unknownThing();
  return publication;
}
