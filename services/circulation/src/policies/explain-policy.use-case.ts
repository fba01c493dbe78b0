import { Injectable } from '@nestjs/common';
import type { SchoolClassId, SchoolId } from '@shulian/contracts/ids';
import { Clock, Transaction } from '@shulian/service-kit';
import type { CirculationStore } from '../circulation.store.js';
import { policyOn } from '../lending/rules/check-out.js';
import { explainedPolicy } from '../lending/rules/loan-policy.js';
import { dayAsked, type CaseAsked, type ResolvedView } from './policies.http.js';

/** Which rule says what, for one kind of reader and copy at a school on a day. */
@Injectable()
export class ExplainPolicy {
  constructor(
    private readonly transaction: Transaction<CirculationStore>,
    private readonly clock: Clock,
  ) {}

  /** @param schoolId null: by the rules of the county alone */
  async execute(schoolId: SchoolId | null, asked: CaseAsked): Promise<ResolvedView> {
    const on = dayAsked(asked.on, this.clock.today());
    const rules = await this.transaction.run((store) => store.rulesOf(schoolId ?? NO_SCHOOL));
    const policy = policyOn(rules.versions, on, {
      readerKind: asked.readerKind,
      grade: asked.grade ?? null,
      classId: (asked.classId ?? null) as SchoolClassId | null,
      copyKind: asked.copyKind ?? null,
    });
    return { on, parameters: explainedPolicy(policy) };
  }
}

/** The nil id belongs to no school, so only the county's rows are found. */
const NO_SCHOOL = '00000000-0000-0000-0000-000000000000' as SchoolId;
