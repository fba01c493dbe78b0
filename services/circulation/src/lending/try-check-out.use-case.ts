import { Injectable } from '@nestjs/common';
import { liesFree } from '@shulian/lending-rules/desk/copy-at-desk';
import { decideCheckOut, keptBack } from '@shulian/lending-rules/lending/check-out';
import { Transaction, type Caller } from '@shulian/service-kit';
import { ClaimsOnCopies } from '../desk/claims-on-copies.step.js';
import { SchoolRulesFacts } from '../policies/school-rules.facts.js';
import { CheckOutFactsReader } from './check-out.facts.js';
import { DeskLookUps } from './desk-look-ups.step.js';
import type { TitleOf } from '../desk/reason.http.js';
import { toDecisionView, type CheckOutAsked, type DecisionView } from './loans.http.js';

/** What a checkout would be told, without doing it and without keeping a desk waiting. */
@Injectable()
export class TryCheckOut {
  constructor(
    private readonly transaction: Transaction,
    private readonly lookUps: DeskLookUps,
    private readonly claims: ClaimsOnCopies,
  ) {}

  async execute(caller: Caller, input: CheckOutAsked, titleOf: TitleOf): Promise<DecisionView> {
    const first = await this.look(caller, input, titleOf, true);
    if (first !== null) return first;
    await this.lookUps.arrival(caller, input);
    const second = await this.look(caller, input, titleOf, false);
    if (second === null) throw new Error('the second look does not wait');
    return second;
  }

  private look(
    caller: Caller,
    input: CheckOutAsked,
    titleOf: TitleOf,
    mayWait: boolean,
  ): Promise<DecisionView | null> {
    const look = this.lookUps.of(caller, input);
    const moment = this.lookUps.moment();
    return this.transaction.run(async (tx) => {
      const found = await tx.use(CheckOutFactsReader).unlocked({ look, today: moment.on, request: null });
      const seen = this.lookUps.visibleTo(caller, input, found);
      if (mayWait && (seen.scanned.is === 'unknown' || seen.borrower === null)) return null;
      const rules = await tx.use(SchoolRulesFacts).of(look.schoolId, found.stamps);
      const claim =
        found.awaited && liesFree(seen.scanned)
          ? await this.claims.onFreeCopy(
              tx,
              seen.scanned.copy,
              seen.borrower?.who.id ?? null,
              moment.on,
              rules,
              false,
            )
          : null;
      const { facts, decision } = decideCheckOut(keptBack(seen, claim), rules, moment);
      return toDecisionView(decision, facts.due?.dueOn ?? null, facts.policy, titleOf);
    });
  }
}
