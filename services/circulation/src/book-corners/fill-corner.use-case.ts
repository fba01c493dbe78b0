import { Injectable } from '@nestjs/common';
import type { CalendarDay } from '@shulian/contracts/ids';
import {
  conflict,
  OncePerKey,
  unknownThing,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import { BlockLoans } from '../block-loans/block-loans.step.js';
import { BlockManifestsRepository } from '../block-loans/block-manifests.repository.js';
import type { FillingAsked } from './book-corners.http.js';
import { BookCornersRepository } from './book-corners.repository.js';

/** Copies of the library go to a corner by one document; they stay in the ledger, lent to the class as a block (CIR-066). */
@Injectable()
export class FillCorner {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly blocks: BlockLoans,
  ) {}

  /** @throws Problem 404 out of reach, 409 `book-corner.closed`; Refused 409 `block.refused` with every reason */
  async execute(
    caller: Caller,
    id: string,
    input: FillingAsked,
    request: DeskRequest | null,
  ): Promise<Answer> {
    await this.blocks.arrivalOf(input.copyBarcodes);
    return this.oncePerKey.run(request, 201, async (tx) => {
      const corner = await tx.use(BookCornersRepository).locked(id);
      if (corner === null || !caller.reach.schools.has(corner.schoolId)) throw unknownThing();
      if (corner.closed) throw conflict('book-corner.closed');
      const to = {
        purpose: 'corner' as const,
        targetId: id,
        who: { kind: 'class' as const, id: corner.classId },
        place: corner.place,
        note: input.note ?? null,
        dueOn: (input.dueOn ?? null) as CalendarDay | null,
      };
      const part = { barcodes: input.copyBarcodes, from: null, to };
      const [manifest = ''] = await this.blocks.move(tx, caller, corner.schoolId, [part]);
      return tx.use(BlockManifestsRepository).view(manifest);
    });
  }
}
