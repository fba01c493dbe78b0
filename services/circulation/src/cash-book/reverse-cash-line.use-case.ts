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
  type Tx,
} from '@shulian/service-kit';
import { CashBookRepository } from './cash-book.repository.js';
import type { CashKind, ReversalAsked } from './cash-book.http.js';
import { EnterCash } from './enter-cash.step.js';

/** How a line is taken back; a payment is by taking its settlement back. */
const REVERSED: Readonly<Partial<Record<CashKind, CashKind>>> = {
  refund: 'payment',
  'handed-over': 'handing-over-reversed',
};

/** A refund or a handing-over was a mistake: it stays in the book, and a line against it follows. */
@Injectable()
export class ReverseCashLine {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 422 for a line that is not there, 409 `cash.not-reversible` */
  execute(caller: Caller, input: ReversalAsked, request: DeskRequest | null): Promise<Answer> {
    const schoolId = caller.schoolFor(input.schoolId);
    return this.oncePerKey.run(request, 200, async (tx) => {
      // Two who take the same one back go one after the other.
      await tx.use(EnterCash).account(schoolId);
      const line = await tx.use(CashBookRepository).line(schoolId, input.number);
      if (line === null) throw unknownReference('/number');
      const kind = REVERSED[line.kind];
      if (kind === undefined || line.isReversed) throw conflict('cash.not-reversible');
      // A refund of what is owed again since was right.
      if (line.compensationId !== null && !(await isPaid(tx, line.compensationId)))
        throw conflict('cash.not-reversible');
      return tx.use(EnterCash).enter({
        schoolId,
        kind,
        amountFen: -line.amountFen,
        on: this.clock.today(),
        by: caller.id,
        ...(line.compensationId === null ? {} : { compensationId: line.compensationId }),
        reverses: line.number,
        note: input.note ?? null,
      });
    });
  }
}

const isPaid = async (tx: Tx, id: string): Promise<boolean> =>
  (await tx.use(CashBookRepository).compensation(id as CompensationId))?.status === 'paid';
