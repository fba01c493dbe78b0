import { Injectable } from '@nestjs/common';
import type { CompensationId } from '@shulian/contracts/ids';
import { withSettlement } from '@shulian/lending-rules/desk/borrower';
import { Clock, Refused, unknownThing, type Caller, type Tx } from '@shulian/service-kit';
import { EnterCash } from '../cash-book/enter-cash.step.js';
import { BorrowersRepository } from '../desk/borrowers.repository.js';
import { CatalogueFacts } from '../desk/catalogue.facts.js';
import { ClaimsOnCopies } from '../desk/claims-on-copies.step.js';
import { lockInOrder } from '../desk/lock-in-order.step.js';
import { toCompensationView, type CompensationView, type SettlementAsked } from './compensations.http.js';
import { CompensationsRepository } from './compensations.repository.js';
import { compensationSettled } from './losses.events.js';
import { settled, settlementRefusals } from './rules/compensation.js';

/** What is owed is settled inside the caller's transaction; what was paid stands in the cash book with it (CIR-062). */
@Injectable()
export class SettleOwed {
  constructor(
    private readonly clock: Clock,
    private readonly claims: ClaimsOnCopies,
  ) {}

  /** @throws Refused 409 `settlement.refused`; Problem 404. Call `afterCommit` when the transaction is through */
  async in(tx: Tx, caller: Caller, id: CompensationId, input: SettlementAsked): Promise<CompensationView> {
    await lockInOrder(tx, { compensations: [id] });
    const owed = await tx.use(CompensationsRepository).byId(id);
    if (owed === null) throw unknownThing();
    const refusals = settlementRefusals(owed, input.how, input.paidFen ?? null);
    if (refusals.length > 0) throw new Refused('settlement.refused', refusals);
    const { id: borrowerId } = owed.borrower;
    const borrower = (await lockInOrder(tx, { borrowers: [borrowerId] })).borrowers.get(borrowerId);
    if (borrower === undefined) throw new Error('who owes has borrowed');

    const by = { settledOn: this.clock.today(), settledBy: caller.id, note: input.note ?? null };
    const over = settled(owed, input.how, by, input.paidFen ?? null);
    await tx.use(CompensationsRepository).change(over);
    await tx.use(BorrowersRepository).save(borrowerId, withSettlement(borrower));
    await tx.outbox.append(compensationSettled(over));
    // Who waits may be served now.
    if (owed.borrower.kind === 'reader') await this.claims.whenFreed(tx, owed.borrower.id);
    if (over.state.is === 'paid' && (over.state.settledFen ?? 0) > 0)
      await tx.use(EnterCash).enter({
        schoolId: over.schoolId,
        kind: 'payment',
        amountFen: over.state.settledFen ?? 0,
        on: by.settledOn,
        by: caller.id,
        compensationId: id,
        note: by.note,
      });
    return toCompensationView(over, await tx.use(CatalogueFacts).shown(over.titleId, over.copyId));
  }

  afterCommit(): void {
    this.claims.afterCommit();
  }
}
