import { Injectable } from '@nestjs/common';
import { Clock, refuseIfStale, Transaction, type Caller } from '@shulian/service-kit';
import type { ForgettingPolicyAsked, ForgettingPolicyView } from './forgetting.http.js';
import { ForgettingPoliciesRepository } from './forgetting-policies.repository.js';

/** A school says how long it remembers who had what. */
@Injectable()
export class PutForgettingPolicy {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 412 `version.stale` */
  execute(caller: Caller, input: ForgettingPolicyAsked, builtOn: number): Promise<ForgettingPolicyView> {
    const schoolId = caller.schoolFor(input.schoolId);
    return this.transaction.run(async (tx) => {
      const policies = tx.use(ForgettingPoliciesRepository);
      await policies.lock(schoolId);
      const { version } = await policies.of(schoolId);
      refuseIfStale(builtOn, version);
      await policies.put(schoolId, version + 1, input.daysAfter, this.clock.today(), caller.id);
      return policies.of(schoolId);
    });
  }
}
