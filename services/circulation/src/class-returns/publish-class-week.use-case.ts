import { Injectable } from '@nestjs/common';
import type { CalendarDay } from '@shulian/contracts/ids';
import { schoolYearOf } from '@shulian/lending-rules/desk/grade';
import { Clock, invalid, OncePerKey, type Answer, type Caller, type DeskRequest } from '@shulian/service-kit';
import type { PublishedWeek, WeekAsked } from './class-returns.http.js';
import { ClassReturnsRepository } from './class-returns.repository.js';
import { weekAsked } from './rules/week.js';

/** What the classes borrowed in a week is shown to the whole school (CIR-055, P-17). */
@Injectable()
export class PublishClassWeek {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 400 for a week to come */
  execute(caller: Caller, input: WeekAsked, request: DeskRequest | null): Promise<Answer> {
    const schoolId = caller.schoolFor(input.schoolId);
    const on = this.clock.today();
    const week: CalendarDay = weekAsked(input.of, on);
    if (week > on) throw invalid({ pointer: '/of', code: 'in-the-future' });
    return this.oncePerKey.run(request, 200, async (tx): Promise<PublishedWeek> => {
      const how = { on, by: caller.id, schoolYear: schoolYearOf(week) };
      return {
        weekStartsOn: week,
        classes: await tx.use(ClassReturnsRepository).showWeek(schoolId, week, how),
      };
    });
  }
}
