import { Injectable } from '@nestjs/common';
import { reachesSchool } from '@shulian/contracts/access';
import type { CompensationId } from '@shulian/contracts/ids';
import { withDebt } from '@shulian/lending-rules/desk/borrower';
import {
  Clock,
  conflict,
  denied,
  OncePerKey,
  Refused,
  unknownThing,
  type Answer,
  type Caller,
  type DeskRequest,
  type Tx,
} from '@shulian/service-kit';
import { EnterCash } from '../cash-book/enter-cash.step.js';
import { BorrowersRepository } from '../desk/borrowers.repository.js';
import { CatalogueFacts } from '../desk/catalogue.facts.js';
import { lockInOrder } from '../desk/lock-in-order.step.js';
import { toCompensationView, type CompensationView } from './compensations.http.js';
import { CompensationsQuery } from './compensations.query.js';
import { CompensationsRepository } from './compensations.repository.js';
import { compensationNotice, compensationReopened } from './losses.events.js';
import { reopened, reopeningRefusals } from './rules/compensation.js';

/** A settlement was a mistake: the compensation is owed again, and its borrower refused again until it is settled. */
@Injectable()
export class ReopenCompensation {
  constructor(
    private readonly once: OncePerKey,
    private readonly compensations: CompensationsQuery,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws Refused 409 `reopening.refused`; Problem 409 `compensation.forgotten`; Problem 404 for a compensation the caller may not know of, 403 when the copy
   * is of another school
   */
  async execute(caller: Caller, id: CompensationId, request: DeskRequest | null): Promise<Answer> {
    const { schoolId } = await this.compensations.one(caller, id);
    if (!reachesSchool(caller.reach, schoolId)) throw denied();
    return this.once.run(request, 200, (tx) => this.reopen(tx, caller, id));
  }

  private async reopen(tx: Tx, caller: Caller, id: CompensationId): Promise<CompensationView> {
    await lockInOrder(tx, { compensations: [id] });
    const settled = await tx.use(CompensationsRepository).byId(id);
    if (settled === null) throw unknownThing();
    const refusals = reopeningRefusals(settled);
    if (refusals.length > 0) throw new Refused('reopening.refused', refusals);
    const { id: borrowerId } = settled.borrower;
    const borrower = (await lockInOrder(tx, { borrowers: [borrowerId] })).borrowers.get(borrowerId);
    // A stand-in: the loan has lost its reader.
    if (borrower === undefined) throw conflict('compensation.forgotten');
    const owed = reopened(settled);
    await tx.use(CompensationsRepository).change(owed);
    await tx.use(BorrowersRepository).save(borrowerId, withDebt(borrower));
    const today = this.clock.today();
    await tx.outbox.append(compensationReopened(owed, today), compensationNotice(owed, today));
    if (settled.state.is === 'paid')
      await tx.use(EnterCash).reversePayment(owed.schoolId, id, this.clock.today(), caller.id);
    return toCompensationView(owed, await tx.use(CatalogueFacts).shown(owed.titleId, owed.copyId));
  }
}
