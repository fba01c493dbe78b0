import { Injectable } from '@nestjs/common';
import type { CalendarDay } from '@shulian/contracts/ids';
import { schoolYearOf } from '@shulian/lending-rules/desk/grade';
import { Transaction } from '@shulian/service-kit';
import { ClassReturnsRepository } from './class-returns.repository.js';
import { weekAsked } from './rules/week.js';

/** The week that is over is published by itself, at each school that lent in it and has not done so. */
@Injectable()
export class PublishWeeks {
  constructor(private readonly transaction: Transaction) {}

  /** School by school, so that none waits for another; may be repeated. @returns how many schools */
  async execute(today: CalendarDay): Promise<number> {
    const week = weekAsked(undefined, today);
    const schools = await this.transaction.run((tx) => tx.use(ClassReturnsRepository).unpublished(week));
    for (const schoolId of schools)
      await this.transaction.run((tx) =>
        tx
          .use(ClassReturnsRepository)
          .showWeek(schoolId, week, { on: today, by: null, schoolYear: schoolYearOf(week) }),
      );
    return schools.length;
  }
}
