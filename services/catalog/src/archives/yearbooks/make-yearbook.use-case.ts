import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  invalid,
  newId,
  OncePerKey,
  unknownReference,
  unknownThing,
  violatedUnique,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import { KnownSchoolsQuery } from '../../from-readers/known-schools.query.js';
import type { Occasion } from '../files/archive-files.repository.js';
import { mayGo, stateBefore, stateFollowing } from '../rules/yearbook.js';
import type { YearbookAsked, YearbookIssueAsked } from './yearbooks.http.js';
import { YEARBOOK_ONCE, YearbooksRepository } from './yearbooks.repository.js';

/** A yearbook a year: collected, edited, printed, bound, given out and kept (CAT-100). */
@Injectable()
export class MakeYearbook {
  constructor(
    private readonly once: OncePerKey,
    private readonly schools: KnownSchoolsQuery,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 422 for an unknown school, 409 `archive-yearbook.year-taken` */
  async begin(caller: Caller, asked: YearbookAsked, request: DeskRequest | null): Promise<Answer> {
    const schoolId = caller.schoolFor(asked.schoolId);
    if ((await this.schools.awaited(schoolId)) === null) throw unknownReference('/schoolId');
    const book = { id: newId(), schoolId, year: asked.year, name: asked.name, note: asked.note ?? null };
    try {
      return await this.once.run(request, 201, async (tx) => {
        await tx.use(YearbooksRepository).add(book, this.occasion(caller));
        return tx.use(YearbooksRepository).view(book.id);
      });
    } catch (error) {
      throw violatedUnique(error) === YEARBOOK_ONCE ? conflict('archive-yearbook.year-taken') : error;
    }
  }

  /** On to the next state. @throws Problem 404, 400 for copies at the wrong time, 409 `archive-yearbook.bound` */
  advance(caller: Caller, id: string, copies: number | null, request: DeskRequest | null): Promise<Answer> {
    return this.once.run(request, 200, async (tx) => {
      const books = tx.use(YearbooksRepository);
      const book = await books.locked(id);
      if (book === null || !caller.mayWorkAt(book.schoolId)) throw unknownThing();
      const next = stateFollowing(book.state);
      if (next === null) throw conflict('archive-yearbook.bound');
      if ((next === 'printed') !== (copies !== null))
        throw invalid({ pointer: '/copies', code: copies === null ? 'is-defined' : 'only-when-printed' });
      await books.advance(id, next, copies ?? book.copies, this.occasion(caller));
      return books.view(id);
    });
  }

  /** Back to the state before. @throws Problem 404, 409 `archive-yearbook.nothing-to-undo`, `archive-yearbook.issued` */
  goBack(caller: Caller, id: string, request: DeskRequest | null): Promise<Answer> {
    return this.once.run(request, 200, async (tx) => {
      const books = tx.use(YearbooksRepository);
      const book = await books.locked(id);
      if (book === null || !caller.mayWorkAt(book.schoolId)) throw unknownThing();
      const before = stateBefore(book.state);
      if (before === null) throw conflict('archive-yearbook.nothing-to-undo');
      if (book.issued > 0) throw conflict('archive-yearbook.issued');
      await books.goBack(id, book.state, before, book.state === 'printed' ? null : book.copies);
      return books.view(id);
    });
  }

  /** @throws Problem 404, 409 `archive-yearbook.not-bound`, `archive-yearbook.too-few` */
  issue(caller: Caller, id: string, asked: YearbookIssueAsked, request: DeskRequest | null): Promise<Answer> {
    return this.once.run(request, 201, async (tx) => {
      const books = tx.use(YearbooksRepository);
      const book = await books.locked(id);
      if (book === null || !caller.mayWorkAt(book.schoolId)) throw unknownThing();
      if (book.state !== 'bound' || book.copies === null) throw conflict('archive-yearbook.not-bound');
      if (!mayGo(book.copies, book.issued, asked.copies)) throw conflict('archive-yearbook.too-few');
      const { recipient, copies } = asked;
      return books.issue({ id: newId(), yearbookId: id, recipient, copies }, this.occasion(caller));
    });
  }

  /** @throws Problem 404, 409 `archive-yearbook.returned` */
  takeBack(caller: Caller, id: string, request: DeskRequest | null): Promise<Answer> {
    return this.once.run(request, 200, async (tx) => {
      const books = tx.use(YearbooksRepository);
      const issue = await books.issued(id);
      if (issue === null || !caller.mayWorkAt(issue.schoolId)) throw unknownThing();
      await books.locked(issue.yearbookId);
      if (!(await books.takeBack(id, this.occasion(caller)))) throw conflict('archive-yearbook.returned');
      return books.issueView(id);
    });
  }

  private occasion(caller: Caller): Occasion {
    return { on: this.clock.today(), by: caller.id };
  }
}
