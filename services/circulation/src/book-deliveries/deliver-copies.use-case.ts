import { Injectable } from '@nestjs/common';
import type { CalendarDay, ReaderId, SchoolClassId } from '@shulian/contracts/ids';
import type { WhoBorrows } from '@shulian/lending-rules/desk/who-borrows';
import { invalid, OncePerKey, type Answer, type Caller, type DeskRequest } from '@shulian/service-kit';
import { BlockLoans } from '../block-loans/block-loans.step.js';
import { BlockManifestsRepository } from '../block-loans/block-manifests.repository.js';
import type { DeliveryAsked } from './book-deliveries.http.js';

/** Copies are carried to an office, a subject group or a classroom: lent as if they were fetched, with a record of the hand-over (CIR-054). */
@Injectable()
export class DeliverCopies {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly blocks: BlockLoans,
  ) {}

  /** @throws Problem 400 unless it is one reader or one class; Refused 409 `block.refused` with every reason */
  async execute(caller: Caller, input: DeliveryAsked, request: DeskRequest | null): Promise<Answer> {
    const schoolId = caller.schoolFor(input.schoolId);
    const who = receiverOf(input);
    await this.blocks.arrivalOf(input.copyBarcodes);
    return this.oncePerKey.run(request, 201, async (tx) => {
      const to = {
        purpose: 'delivery' as const,
        targetId: null,
        who,
        place: input.place,
        note: input.note ?? null,
        dueOn: (input.dueOn ?? null) as CalendarDay | null,
      };
      const part = { barcodes: input.copyBarcodes, from: null, to };
      const [id = ''] = await this.blocks.move(tx, caller, schoolId, [part]);
      return tx.use(BlockManifestsRepository).view(id);
    });
  }
}

function receiverOf({ readerId, classId }: DeliveryAsked): WhoBorrows {
  if (readerId !== undefined && classId === undefined)
    return { kind: 'reader', id: readerId.toLowerCase() as ReaderId };
  if (classId !== undefined && readerId === undefined)
    return { kind: 'class', id: classId.toLowerCase() as SchoolClassId };
  throw invalid({ pointer: '/readerId', code: 'reader-or-class' });
}
