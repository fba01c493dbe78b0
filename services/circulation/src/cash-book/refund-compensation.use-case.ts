import { Injectable } from '@nestjs/common';
import type { CompensationId } from '@shulian/contracts/ids';
import {
  Clock,
  conflict,
  OncePerKey,
  unknownReference,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import { lockInOrder } from '../desk/lock-in-order.step.js';
import { CashBookRepository } from './cash-book.repository.js';
import type { RefundAsked } from './cash-book.http.js';
import { EnterCash } from './enter-cash.step.js';

/** The copy was found again, and what was paid for it goes back (CIR-062). */
@Injectable()
export class RefundCompensation {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 422 out of reach, 409 `refund.too-much`, `cash.not-enough` */
  execute(caller: Caller, input: RefundAsked, request: DeskRequest | null): Promise<Answer> {
    const compensationId = input.compensationId as CompensationId;
    return this.oncePerKey.run(request, 200, async (tx) => {
      await lockInOrder(tx, { compensations: [compensationId] });
      const compensation = await tx.use(CashBookRepository).compensation(compensationId);
      if (compensation === null || !caller.mayWorkAt(compensation.schoolId))
        throw unknownReference('/compensationId');
      const left = compensation.status === 'paid' ? await tx.use(EnterCash).left(compensationId) : 0;
      const amountFen = input.amountFen ?? left;
      if (amountFen < 1 || amountFen > left) throw conflict('refund.too-much');
      return tx.use(EnterCash).enter({
        schoolId: compensation.schoolId,
        kind: 'refund',
        amountFen: -amountFen,
        on: this.clock.today(),
        by: caller.id,
        compensationId,
        note: input.note ?? null,
      });
    });
  }
}
