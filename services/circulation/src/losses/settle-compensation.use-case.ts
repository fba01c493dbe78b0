import { Injectable } from '@nestjs/common';
import { reachesSchool } from '@shulian/contracts/access';
import type { CompensationId } from '@shulian/contracts/ids';
import { denied, OncePerKey, type Answer, type Caller, type DeskRequest } from '@shulian/service-kit';
import type { SettlementAsked } from './compensations.http.js';
import { CompensationsQuery } from './compensations.query.js';
import { SettleOwed } from './settle-owed.step.js';

/** Paid, replaced or waived: what was owed for a lost copy no longer keeps the reader from borrowing (CIR-062). */
@Injectable()
export class SettleCompensation {
  constructor(
    private readonly once: OncePerKey,
    private readonly compensations: CompensationsQuery,
    private readonly owed: SettleOwed,
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
    const answer = await this.once.run(request, 200, (tx) => this.owed.in(tx, caller, id, input));
    this.owed.afterCommit();
    return answer;
  }
}
