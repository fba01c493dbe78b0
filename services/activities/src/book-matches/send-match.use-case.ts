import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  invalid,
  newId,
  OncePerKey,
  unknownReference,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';
import { KnownTitlesQuery } from '../from-catalog/known-titles.query.js';
import { KnownReadersQuery } from '../from-readers/known-readers.query.js';
import { SchoolLifeQuery } from '../from-readers/school-life.query.js';
import { addDays } from '../logbooks/rules/periods.js';
import type { MatchAsked } from './book-matches.http.js';
import { BookMatchesRepository } from './book-matches.repository.js';
import { MatchedReadersFacts } from './matched-readers.facts.js';
import { fewestFirst, type MatchedReader } from './rules/book-match.js';

const LOOKED_BACK = 30;
/** One list goes to no more: a grade of a large school. */
const MOST_READERS = 2_000;

/** Brings titles to the teachers and pupils who need them most (ACT-018). */
@Injectable()
export class SendMatch {
  constructor(
    private readonly once: OncePerKey,
    private readonly titles: KnownTitlesQuery,
    private readonly readers: KnownReadersQuery,
    private readonly facts: MatchedReadersFacts,
    private readonly schoolLife: SchoolLifeQuery,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 403 for another school, 400 where it is not clear to whom, 422 for unknown readers, class or titles, 409 for nobody */
  async execute(caller: Caller, input: MatchAsked, request: DeskRequest | null): Promise<Answer> {
    const schoolId = caller.schoolFor(input.schoolId);
    const sentOn = this.clock.today();
    const titleIds = await this.titles.allAwaited(input.titleIds, '/titleIds');
    const readers = await this.readersOf(schoolId, input, sentOn);
    return this.once.run(request, 201, async (tx) => {
      if (readers.length === 0) throw conflict('book-match.nobody');
      if (readers.length > MOST_READERS) throw conflict('book-match.too-many');
      const { name, occasion, subject = null, words = null } = input;
      const match = { id: newId(), version: 1, schoolId, name, occasion, subject, words, titleIds, sentOn };
      return tx.use(BookMatchesRepository).send(match, readers, caller.id);
    });
  }

  private async readersOf(schoolId: SchoolId, input: MatchAsked, on: CalendarDay): Promise<MatchedReader[]> {
    const readerIds = input.readerIds ?? [];
    const gradesAsked = input.grades ?? [];
    const ways = [readerIds.length > 0, Boolean(input.classId), gradesAsked.length > 0];
    if (ways.filter(Boolean).length !== 1)
      throw invalid({ pointer: '/readerIds', code: 'readers-class-or-grades' });
    if (readerIds.length > 0) return this.named(schoolId, readerIds);
    const grades = await this.schoolLife.gradesOf(schoolId, on);
    if (input.classId && !grades.has(input.classId)) throw unknownReference('/classId');
    const classIds = input.classId
      ? [input.classId]
      : [...grades].flatMap(([classId, grade]) => (gradesAsked.includes(grade) ? [classId] : []));
    const since = input.since ?? addDays(on, -LOOKED_BACK);
    const pupils = await this.facts.ofClasses(schoolId, classIds, since);
    return fewestFirst(pupils, input.fewestLoans ?? pupils.length);
  }

  private async named(schoolId: SchoolId, readerIds: readonly string[]): Promise<MatchedReader[]> {
    const known = await this.readers.allAwaited(readerIds, (reader) => reader.schoolId === schoolId);
    return readerIds.map((readerId, at) => {
      const reader = known.get(readerId);
      if (reader === undefined) throw unknownReference(`/readerIds/${String(at)}`);
      return { readerId, classId: reader.classId };
    });
  }
}
