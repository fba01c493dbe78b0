import { Injectable } from '@nestjs/common';
import { Clock, OncePerKey, type Answer, type Caller, type DeskRequest } from '@shulian/service-kit';
import type { SchoolId } from '@shulian/contracts/ids';
import { HelperOfficeRepository } from './helper-office.repository.js';
import type { HelperRuleAsked, HelperRuleView } from './helper-office.http.js';
import { usualRule } from './rules/class-helper.js';

/** A school says how many helpers its classes have, and what is expected of them; those in office stay. */
@Injectable()
export class SetHelperRule {
  constructor(
    private readonly once: OncePerKey,
    private readonly clock: Clock,
  ) {}

  execute(
    caller: Caller,
    schoolId: SchoolId,
    input: HelperRuleAsked,
    request: DeskRequest | null,
  ): Promise<Answer> {
    return this.once.run(request, 200, async (tx): Promise<HelperRuleView> => {
      const usual = usualRule(schoolId);
      const rule = {
        schoolId,
        perClass: input.perClass,
        criteria: input.criteria ?? usual.criteria,
        duties: input.duties ?? usual.duties,
        dutyDaysOnly: input.dutyDaysOnly,
        setOn: this.clock.today(),
      };
      await tx.use(HelperOfficeRepository).setRule({ ...rule, setBy: caller.id });
      return rule;
    });
  }
}
