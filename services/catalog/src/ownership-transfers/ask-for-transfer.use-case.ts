import { Injectable } from '@nestjs/common';
import {
  Clock,
  invalid,
  newId,
  OncePerKey,
  unknownReference,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import type { OwnershipTransferId } from '@shulian/contracts/ids';
import { KnownSchoolsQuery } from '../from-readers/known-schools.query.js';
import { CopiesToTransferFacts } from './copies-to-transfer.facts.js';
import { refuseToTransfer } from './end-transfer.step.js';
import type { TransferAsked } from './ownership-transfers.http.js';
import { transferView } from './ownership-transfers.query.js';
import { OwnershipTransfersRepository } from './ownership-transfers.repository.js';

/** A school asks another to take copies over. */
@Injectable()
export class AskForTransfer {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly schools: KnownSchoolsQuery,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws Problem 403 for a foreign sender; 400 for the own school; 422 for an unknown school, and for copies that are
   * unknown or another school's; 409 `transfer.copies-refused` with a reason for each that cannot go
   */
  async execute(caller: Caller, input: TransferAsked, request: DeskRequest | null): Promise<Answer> {
    const fromSchoolId = caller.schoolFor(input.schoolId);
    const { toSchoolId } = input;
    if (toSchoolId === fromSchoolId) throw invalid({ pointer: '/toSchoolId', code: 'same-school' });
    if ((await this.schools.awaited(toSchoolId)) === null) throw unknownReference('/toSchoolId');
    return this.oncePerKey.run(request, 201, async (tx) => {
      const copies = await tx.use(CopiesToTransferFacts).named(input.copyIds);
      if (copies.length < input.copyIds.length || copies.some(({ schoolId }) => schoolId !== fromSchoolId))
        throw unknownReference('/copyIds');
      refuseToTransfer(copies);
      const id = newId<OwnershipTransferId>();
      await tx.use(OwnershipTransfersRepository).add(
        {
          id,
          fromSchoolId,
          toSchoolId,
          documentNumber: input.documentNumber ?? null,
          note: input.note ?? null,
          askedOn: this.clock.today(),
          askedBy: caller.id,
          state: 'asked',
          decided: null,
        },
        copies.map((copy) => copy.id),
      );
      return transferView(tx.session, id);
    });
  }
}
