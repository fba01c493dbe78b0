import { Injectable } from '@nestjs/common';
import { Clock, Problem, refuseIfStale, Transaction, type Caller } from '@shulian/service-kit';
import { CashBookRepository } from './cash-book.repository.js';
import type { RuleAsked, RuleView } from './cash-book.http.js';
import { EnterCash } from './enter-cash.step.js';

/** The rule of compensation in words; each version stays (CIR-062). */
@Injectable()
export class PutCompensationRule {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
  ) {}

  /** @param builtOn the version it builds on; null for the first. @throws Problem 412 `version.stale`, 428 `version.required` */
  execute(caller: Caller, input: RuleAsked, builtOn: number | null): Promise<RuleView> {
    const schoolId = caller.schoolFor(input.schoolId);
    const putOn = this.clock.today();
    return this.transaction.run(async (tx) => {
      await tx.use(EnterCash).account(schoolId);
      const version = await tx.use(CashBookRepository).ruleVersion(schoolId);
      if (version > 0 && builtOn === null) throw new Problem(428, 'version.required');
      refuseIfStale(builtOn ?? 0, version);
      const { text, effectiveOn = putOn } = input;
      const rule = { schoolId, version: version + 1, text, effectiveOn, putOn, putBy: caller.id };
      await tx.use(CashBookRepository).putRule(rule);
      return rule;
    });
  }
}
