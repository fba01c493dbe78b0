import { Injectable } from '@nestjs/common';
import type { SchoolClassId, SchoolId } from '@shulian/contracts/ids';
import { explainedPolicy } from '@shulian/lending-rules/policy/loan-policy';
import { policyOn } from '@shulian/lending-rules/policy/policy-on-day';
import { Clock, Transaction } from '@shulian/service-kit';
import { dayAsked, type CaseAsked, type ResolvedView } from './policies.http.js';
import { SchoolRulesFacts } from './school-rules.facts.js';

/** Which rule says what, for one kind of reader and copy at a school on a day. */
@Injectable()
export class ExplainPolicy {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
  ) {}

  /** @param schoolId null: by the rules of the county alone */
  async execute(schoolId: SchoolId | null, input: CaseAsked): Promise<ResolvedView> {
    const on = dayAsked(input.on, this.clock.today());
    const rules = await this.transaction.run((tx) => tx.use(SchoolRulesFacts).of(schoolId ?? NO_SCHOOL));
    const policy = policyOn(rules.versions, on, {
      readerKind: input.readerKind,
      grade: input.grade ?? null,
      classId: (input.classId ?? null) as SchoolClassId | null,
      copyKind: input.copyKind ?? null,
    });
    return { on, parameters: explainedPolicy(policy) };
  }
}

/** The nil id belongs to no school, so only the county's rows are found. */
const NO_SCHOOL = '00000000-0000-0000-0000-000000000000' as SchoolId;
