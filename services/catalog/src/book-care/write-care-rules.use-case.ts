import { Injectable } from '@nestjs/common';
import {
  Clock,
  invalid,
  newId,
  OncePerKey,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import type { CalendarDay } from '@shulian/contracts/ids';
import type { CareRulesAsked } from './care-rules.http.js';
import { CareRulesRepository } from './care-rules.repository.js';

/** Says how readers care for books, from a day on; what held before stays as it was read then. */
@Injectable()
export class WriteCareRules {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 400 for a day that is gone */
  execute(caller: Caller, input: CareRulesAsked, request: DeskRequest | null): Promise<Answer> {
    const schoolId = caller.schoolOrCounty(input.schoolId);
    const today = this.clock.today();
    const validFrom = (input.validFrom ?? today) as CalendarDay;
    if (validFrom < today) throw invalid({ pointer: '/validFrom', code: 'in-the-past' });
    const rules = input.rules.map((rule) => rule.normalize('NFC').trim());
    return this.oncePerKey.run(request, 200, (tx) =>
      tx
        .use(CareRulesRepository)
        .put({ id: newId(), schoolId, validFrom, title: input.title, rules, by: caller.id }),
    );
  }
}
