import { Injectable } from '@nestjs/common';
import {
  Clock,
  invalid,
  newId,
  OncePerKey,
  unknownReference,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import type { CalendarDay } from '@shulian/contracts/ids';
import { CardPoliciesRepository } from '../card-policies/card-policies.repository.js';
import { sectionsOf } from '../classes/rules/school-class.js';
import { SchoolsRepository } from '../schools/schools.repository.js';
import type { WindowAsked } from './card-windows.http.js';
import { toWindowView } from './card-windows.query.js';
import { CardWindowsRepository } from './card-windows.repository.js';
import { usualDays, usuallyNewSince, type CardWindow } from './rules/card-window.js';

const gradesOf = { primary: [1, 2, 3, 4, 5, 6], junior: [7, 8, 9], senior: [10, 11, 12] } as const;

/** A school says when pupils may apply for cards, or freshmen and new teachers get theirs (RDR-005, RDR-007). */
@Injectable()
export class OpenCardWindow {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 400 for days in the wrong order or for what has no place in the kind of window */
  execute(caller: Caller, input: WindowAsked, request: DeskRequest | null): Promise<Answer> {
    const { kind } = input;
    const today = this.clock.today();
    const schoolId = caller.schoolFor(input.schoolId);
    const days = usualDays(kind, today, {
      opensOn: (input.opensOn ?? null) as CalendarDay | null,
      closesOn: (input.closesOn ?? null) as CalendarDay | null,
    });
    if (days.closesOn < days.opensOn) throw invalid({ pointer: '/closesOn', code: 'before-it-opens' });
    if (kind === 'intake' && input.grades !== undefined)
      throw invalid({ pointer: '/grades', code: 'not-of-an-intake' });
    const since = input.enrolledSince ?? null;
    if (kind === 'application' && since !== null)
      throw invalid({ pointer: '/enrolledSince', code: 'of-an-intake' });
    return this.oncePerKey.run(request, 201, async (tx) => {
      const school = await tx.use(SchoolsRepository).byId(schoolId);
      if (school === null) throw unknownReference('/schoolId');
      const { grades: entitled } = await tx.use(CardPoliciesRepository).of(schoolId);
      const all = sectionsOf(school.kind, school.system).flatMap((section) => [...gradesOf[section]]);
      const window: CardWindow = {
        id: newId(),
        schoolId,
        kind,
        grades: kind === 'application' ? (input.grades ?? entitled ?? all) : null,
        enrolledSince:
          kind === 'intake' ? ((since as CalendarDay | null) ?? usuallyNewSince(days.opensOn)) : null,
        ...days,
        note: input.note ?? null,
        cancelledOn: null,
        version: 1,
        createdOn: today,
        createdBy: caller.id,
      };
      await tx.use(CardWindowsRepository).add(window);
      return toWindowView(window, today);
    });
  }
}
