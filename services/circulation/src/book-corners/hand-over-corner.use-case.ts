import { Injectable } from '@nestjs/common';
import type { CalendarDay, SchoolClassId } from '@shulian/contracts/ids';
import {
  Clock,
  conflict,
  OncePerKey,
  unknownReference,
  unknownThing,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import { BlockCopiesRepository } from '../block-loans/block-copies.repository.js';
import { BlockLoans } from '../block-loans/block-loans.step.js';
import { bookCornerChanged } from './book-corner.events.js';
import type { CornerHandOverAsked } from './book-corners.http.js';
import { BookCornersRepository } from './book-corners.repository.js';

/**
 * Another class of the grade answers for a corner or gallery of its grade, with all that stands in it: the year changes, and
 * the shelf stays where it is (CIR-071, CIR-072).
 */
@Injectable()
export class HandOverCorner {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly blocks: BlockLoans,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 out of reach, 422 for a class of another grade, 409 `book-corner.of-one-class` */
  async execute(
    caller: Caller,
    id: string,
    input: CornerHandOverAsked,
    request: DeskRequest | null,
  ): Promise<Answer> {
    const today = this.clock.today();
    return this.oncePerKey.run(request, 200, async (tx) => {
      const corners = tx.use(BookCornersRepository);
      const corner = await corners.locked(id);
      if (corner === null || !caller.reach.schools.has(corner.schoolId)) throw unknownThing();
      if (corner.kind === 'class') throw conflict('book-corner.of-one-class');
      const classId = input.classId.toLowerCase() as SchoolClassId;
      if ((await corners.gradeOf(classId, corner.schoolId, today)) !== corner.grade)
        throw unknownReference('/classId');
      const [before, after] = [corner.classId, classId].map((each) => ({ kind: 'class' as const, id: each }));
      if (before === undefined || after === undefined || before.id === after.id)
        return corners.view(id, today);
      const barcodes = await tx.use(BlockCopiesRepository).barcodes(id, before);
      if (barcodes.length > 0)
        await this.blocks.move(tx, caller, corner.schoolId, [
          {
            barcodes,
            from: { id: before.id, who: before, standsThere: ({ targetId }) => targetId === id },
            to: {
              purpose: 'corner',
              targetId: id,
              who: after,
              place: corner.place,
              note: null,
              dueOn: (input.dueOn ?? null) as CalendarDay | null,
            },
          },
        ]);
      const handed = { ...corner, classId, version: corner.version + 1 };
      await corners.save(handed);
      await tx.outbox.append(bookCornerChanged(handed));
      return corners.view(id, today);
    });
  }
}
