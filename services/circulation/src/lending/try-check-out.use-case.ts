import { Injectable } from '@nestjs/common';
import { Transaction, type Caller } from '@shulian/service-kit';
import type { CirculationStore } from '../circulation.store.js';
import { DeskLookUps } from './look-up-at-desk.use-case.js';
import { toDecisionView, type CheckOutAsked, type DecisionView } from './loans.http.js';
import { weighCheckOut } from './rules/check-out.js';

/** What a checkout would be told, without doing it and without keeping a desk waiting. */
@Injectable()
export class TryCheckOut {
  constructor(
    private readonly transaction: Transaction<CirculationStore>,
    private readonly lookUps: DeskLookUps,
  ) {}

  async execute(caller: Caller, asked: CheckOutAsked): Promise<DecisionView> {
    const first = await this.look(caller, asked, true);
    if (first !== null) return first;
    await this.lookUps.arrival(caller, asked);
    const second = await this.look(caller, asked, false);
    if (second === null) throw new Error('the second look does not wait');
    return second;
  }

  private look(caller: Caller, asked: CheckOutAsked, mayWait: boolean): Promise<DecisionView | null> {
    const look = this.lookUps.of(caller, asked);
    const moment = this.lookUps.moment();
    return this.transaction.run(async (store) => {
      const found = await store.checkOut.unlocked({ look, today: moment.on, request: null });
      const seen = this.lookUps.asSeenBy(caller, asked, found);
      if (mayWait && (seen.scanned.is === 'unknown' || seen.reader === null)) return null;
      const rules = await store.rulesOf(look.schoolId, found.stamps);
      const { facts, decision } = weighCheckOut(seen, rules, moment);
      return toDecisionView(decision, facts.due?.dueOn ?? null, facts.policy);
    });
  }
}
