import { Injectable } from '@nestjs/common';
import { reachesReader } from '@shulian/contracts/access';
import type { CalendarDay, ReaderId, TitleId } from '@shulian/contracts/ids';
import {
  Clock,
  conflict,
  denied,
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
import { KnownTitlesQuery } from '../from-catalog/known-titles.query.js';
import { KnownReadersQuery } from '../from-readers/known-readers.query.js';
import type { EssayAsked } from './lesson-essays.http.js';
import { LessonEssaysRepository } from './lesson-essays.repository.js';

/** A pupil writes about the book of a lesson, or takes it back (ACT-028). */
@Injectable()
export class WriteEssay {
  constructor(
    private readonly once: OncePerKey,
    private readonly readers: KnownReadersQuery,
    private readonly titles: KnownTitlesQuery,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 400, 422 for an unknown reader or book and for who is in no class, 403 for another class, 409 for a second one */
  async execute(caller: Caller, input: EssayAsked, request: DeskRequest | null): Promise<Answer> {
    const today = this.clock.today();
    const lessonOn = (input.lessonOn ?? today) as CalendarDay;
    if (lessonOn > today) throw invalid({ pointer: '/lessonOn', code: 'has-not-come' });
    const [own] = caller.reach.readers;
    const readerId = (input.readerId ?? own) as ReaderId | undefined;
    if (readerId === undefined) throw invalid({ pointer: '/readerId', code: 'missing' });
    const [reader, titleId] = await Promise.all([
      this.readers.awaited(
        readerId,
        (found) => caller.mayWorkAt(found.schoolId) || reachesReader(caller.reach, found),
      ),
      input.titleId === undefined ? undefined : this.titles.awaited(input.titleId as TitleId),
    ]);
    if (reader === null) throw unknownReference('/readerId');
    if (!reachesReader(caller.reach, reader)) throw denied();
    const { schoolId, classId } = reader;
    if (!reader.active || classId === null) throw unknownReference('/readerId');
    if (titleId === null) throw unknownReference('/titleId');
    try {
      return await this.once.run(request, 201, async (tx) => {
        const id = newId();
        await tx.use(LessonEssaysRepository).add({
          id,
          schoolId,
          classId,
          readerId,
          titleId: titleId ?? null,
          lessonOn,
          text: input.text,
          status: 'shared',
          writtenOn: today,
          writtenBy: caller.id,
        });
        return tx.use(LessonEssaysRepository).view(id);
      });
    } catch (error) {
      if (violatedUnique(error) === 'lesson_essay_once') throw conflict('lesson-essay.written-already');
      throw error;
    }
  }

  /** Whoever wrote it, or a teacher of the class. @throws Problem 404, 409 for one that is taken back already */
  withdraw(caller: Caller, id: string, request: DeskRequest | null): Promise<Answer> {
    return this.once.run(request, 200, async (tx) => {
      const essays = tx.use(LessonEssaysRepository);
      const essay = await essays.locked(id);
      if (essay === null || !reachesReader(caller.reach, essay)) throw unknownThing();
      if (essay.status === 'withdrawn') throw conflict('lesson-essay.withdrawn');
      await essays.withdraw(id);
      return essays.view(id);
    });
  }
}
