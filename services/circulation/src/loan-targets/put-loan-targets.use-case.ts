import { Injectable } from '@nestjs/common';
import { Clock, invalid, refuseIfStale, Transaction, type Caller } from '@shulian/service-kit';
import { loanTargetsSet } from './loan-targets.events.js';
import type { TargetsAsked, TargetsView } from './loan-targets.http.js';
import { LoanTargetsRepository } from './loan-targets.repository.js';
import { ADVICE_WEEKLY, contradictionsOf, type LoanTarget } from './rules/loan-target.js';

/** A school says how much is to be borrowed in a term (CIR-026, P-06). */
@Injectable()
export class PutLoanTargets {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 400 for two targets of the same, 412 `version.stale` */
  execute(caller: Caller, input: TargetsAsked, builtOn: number): Promise<TargetsView> {
    const schoolId = caller.schoolFor(input.schoolId);
    const targets = input.targets.map(({ of, grade = null, loans }): LoanTarget => ({ of, grade, loans }));
    const faults = contradictionsOf(targets);
    if (faults.length > 0)
      throw invalid(...faults.map((at) => ({ pointer: `/targets/${String(at)}`, code: 'contradicts' })));
    return this.transaction.run(async (tx) => {
      const kept = tx.use(LoanTargetsRepository);
      await kept.lock(schoolId);
      const { version } = await kept.of(schoolId);
      refuseIfStale(builtOn, version);
      await kept.put(schoolId, {
        version: version + 1,
        adviceWeekly: input.adviceWeekly ?? ADVICE_WEEKLY,
        targets,
        on: this.clock.today(),
        by: caller.id,
      });
      await tx.outbox.append(loanTargetsSet(schoolId, targets, version + 1));
      return kept.of(schoolId);
    });
  }
}
