import { Injectable } from '@nestjs/common';
import { reachesSchool } from '@shulian/contracts/access';
import type { CompensationId } from '@shulian/contracts/ids';
import { withSettlement } from '@shulian/lending-rules/desk/borrower';
import {
  Clock,
  denied,
  OncePerKey,
  Refused,
  unknownThing,
  type Answer,
  type Caller,
  type DeskRequest,
  type Tx,
} from '@shulian/service-kit';
import { BorrowersRepository } from '../desk/borrowers.repository.js';
import { CatalogueFacts } from '../desk/catalogue.facts.js';
import { ClaimsOnCopies } from '../desk/claims-on-copies.step.js';
import { lockInOrder } from '../desk/lock-in-order.step.js';
import { toCompensationView, type CompensationView, type SettlementAsked } from './compensations.http.js';
import { CompensationsQuery } from './compensations.query.js';
import { CompensationsRepository } from './compensations.repository.js';
import { compensationSettled } from './losses.events.js';
import { settled, settlementRefusals } from './rules/compensation.js';

/** Paid, replaced or waived: what was owed for a lost copy no longer keeps the reader from borrowing (CIR-062). */
@Injectable()
export class SettleCompensation {
  constructor(
    private readonly once: OncePerKey,
    private readonly compensations: CompensationsQuery,
    private readonly clock: Clock,
    private readonly claims: ClaimsOnCopies,
  ) {}

  /**
   * @throws Refused 409 `settlement.refused`; Problem 404 for a compensation the caller may not know of, 403 when the
   * copy is of another school
   */
  async execute(
    caller: Caller,
    id: CompensationId,
    input: SettlementAsked,
    request: DeskRequest | null,
  ): Promise<Answer> {
    const { schoolId } = await this.compensations.one(caller, id);
    if (!reachesSchool(caller.reach, schoolId)) throw denied();
    const answer = await this.once.run(request, 200, (tx) => this.settle(tx, caller, id, input));
    this.claims.afterCommit();
    return answer;
  }

  private async settle(
    tx: Tx,
    caller: Caller,
    id: CompensationId,
    input: SettlementAsked,
  ): Promise<CompensationView> {
    await lockInOrder(tx, { compensations: [id] });
    const owed = await tx.use(CompensationsRepository).byId(id);
    if (owed === null) throw unknownThing();
    const refusals = settlementRefusals(owed, input.how, input.paidFen ?? null);
    if (refusals.length > 0) throw new Refused('settlement.refused', refusals);
    const { id: borrowerId } = owed.borrower;
    const borrower = (await lockInOrder(tx, { borrowers: [borrowerId] })).borrowers.get(borrowerId);
    if (borrower === undefined) throw new Error('who owes has borrowed');

    const over = settled(
      owed,
      input.how,
      {
        settledOn: this.clock.today(),
        settledBy: caller.id,
        note: input.note ?? null,
      },
      input.paidFen ?? null,
    );
    await tx.use(CompensationsRepository).change(over);
    await tx.use(BorrowersRepository).save(borrowerId, withSettlement(borrower));
    await tx.outbox.append(compensationSettled(over));
    // Who waits may be served now.
    if (owed.borrower.kind === 'reader') await this.claims.whenFreed(tx, owed.borrower.id);
    return toCompensationView(over, await tx.use(CatalogueFacts).shown(over.titleId, over.copyId));
  }
}
