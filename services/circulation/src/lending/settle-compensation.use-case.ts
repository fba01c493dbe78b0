import { Injectable } from '@nestjs/common';
import { reachesSchool } from '@shulian/contracts/access';
import {
  Clock,
  denied,
  OncePerKey,
  Refused,
  unknownThing,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import type { CirculationStore } from '../circulation.store.js';
import { toCompensationView, type CompensationView, type SettlementAsked } from './compensations.http.js';
import { CompensationsQuery } from './compensations.query.js';
import { withSettlement } from './rules/borrower.js';
import { settled, settlementRefusals, type CompensationId } from './rules/compensation.js';

/** Paid, replaced or waived: what was owed for a lost copy no longer keeps the reader from borrowing (CIR-062). */
@Injectable()
export class SettleCompensation {
  constructor(
    private readonly once: OncePerKey<CirculationStore>,
    private readonly compensations: CompensationsQuery,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws Refused 409 `settlement.refused`; Problem 404 for a compensation the caller may not know of, 403 when the
   * copy is of another school
   */
  async execute(
    caller: Caller,
    id: CompensationId,
    asked: SettlementAsked,
    request: DeskRequest | null,
  ): Promise<Answer> {
    const { schoolId } = await this.compensations.one(caller, id);
    if (!reachesSchool(caller.reach, schoolId)) throw denied();
    return this.once.run(request, 200, (store) => this.settle(store, caller, id, asked));
  }

  private async settle(
    store: CirculationStore,
    caller: Caller,
    id: CompensationId,
    asked: SettlementAsked,
  ): Promise<CompensationView> {
    const owed = await store.compensations.lock(id);
    if (owed === null) throw unknownThing();
    const refusals = settlementRefusals(owed);
    if (refusals.length > 0) throw new Refused('settlement.refused', refusals);
    const borrower = await store.borrowers.lock(owed.readerId);
    if (borrower === null) throw new Error('who owes has borrowed');

    const over = settled(owed, asked.how, {
      settledOn: this.clock.today(),
      settledBy: caller.id,
      note: asked.note ?? null,
    });
    await store.compensations.change(over);
    await store.borrowers.save(owed.readerId, withSettlement(borrower));
    return toCompensationView(over);
  }
}
