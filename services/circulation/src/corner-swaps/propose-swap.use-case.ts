import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  newId,
  OncePerKey,
  unknownReference,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import { plainBarcodes } from '../block-loans/block-loans.step.js';
import { BookCornersRepository, type Corner } from '../book-corners/book-corners.repository.js';
import type { SwapAsked } from './corner-swaps.http.js';
import { CornerSwapsRepository, type Swap } from './corner-swaps.repository.js';

/** A class offers books of its corner for books of another's; whoever proposes has agreed for the own side. */
@Injectable()
export class ProposeSwap {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 422 for a corner out of reach, 409 `corner-swap.other-grade`, `book-corner.closed` */
  execute(caller: Caller, input: SwapAsked, request: DeskRequest | null): Promise<Answer> {
    const today = this.clock.today();
    return this.oncePerKey.run(request, 201, async (tx) => {
      const corners = tx.use(BookCornersRepository);
      const locked = await corners.lockedTogether([input.cornerId, input.otherCornerId]);
      const [own, other] = [input.cornerId, input.otherCornerId].map((id) =>
        locked.find((each) => each.id === id),
      );
      if (own === undefined || !reachesCorner(caller, own)) throw unknownReference('/cornerId');
      if (other?.schoolId !== own.schoolId || other.id === own.id) throw unknownReference('/otherCornerId');
      if (own.closed || other.closed) throw conflict('book-corner.closed');
      const grade = await corners.gradeOf(own.classId, own.schoolId, today);
      if (grade === null || grade !== (await corners.gradeOf(other.classId, own.schoolId, today)))
        throw conflict('corner-swap.other-grade');
      const side = ({ id, classId }: Corner, scanned: readonly string[]) => {
        return { cornerId: id, classId, barcodes: plainBarcodes(scanned) };
      };
      const swap: Swap = {
        id: newId(),
        schoolId: own.schoolId,
        state: 'proposed',
        proposedOn: today,
        endedOn: null,
        note: input.note ?? null,
        sides: [
          { ...side(own, input.copyBarcodes), agreedBy: caller.id },
          { ...side(other, input.otherCopyBarcodes), agreedBy: null },
        ],
      };
      const swaps = tx.use(CornerSwapsRepository);
      await swaps.save(swap);
      return swaps.view(swap.id);
    });
  }
}

const reachesCorner = ({ reach }: Caller, { schoolId, classId }: Corner): boolean =>
  reach.schools.has(schoolId) || reach.classes.has(classId);
