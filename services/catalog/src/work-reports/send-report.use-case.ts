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
import { figuresOf } from './figures.facts.js';
import { dayFaults } from './rules/report.js';
import type { ReportAsked } from './work-reports.http.js';
import { WorkReportsRepository } from './work-reports.repository.js';

/** Puts a report together from the registers as they stand on a day, and keeps it as it was sent. */
@Injectable()
export class SendReport {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 400 for days that are none of such a report */
  execute(caller: Caller, input: ReportAsked, request: DeskRequest | null): Promise<Answer> {
    const schoolId = caller.schoolFor(input.schoolId);
    const today = this.clock.today();
    const days = {
      from: (input.from ?? null) as CalendarDay | null,
      asOf: (input.asOf ?? today) as CalendarDay,
    };
    const faults = dayFaults(input.kind, days, today);
    if (faults.length > 0) throw invalid(...faults);
    const id = newId();
    return this.oncePerKey.run(request, 201, async (tx) => {
      const reports = tx.use(WorkReportsRepository);
      await reports.add({
        id,
        schoolId,
        kind: input.kind,
        fromDay: days.from,
        asOf: days.asOf,
        toWhom: input.toWhom,
        words: input.words ?? null,
        lines: await figuresOf(tx, schoolId, input.kind, days),
        sentOn: today,
        sentBy: caller.id,
        status: 'sent',
        settledOn: null,
        settledBy: null,
        remark: null,
      });
      return reports.view(id);
    });
  }
}
