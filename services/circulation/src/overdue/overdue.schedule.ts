import { Injectable, type OnModuleInit } from '@nestjs/common';
import { OncePerDay } from '@shulian/service-kit';
import { MarkOverdueLoans } from './mark-overdue-loans.use-case.js';

/** Says, once a day, which loans became overdue with it. */
@Injectable()
export class OverdueSchedule implements OnModuleInit {
  constructor(
    private readonly oncePerDay: OncePerDay,
    private readonly markOverdue: MarkOverdueLoans,
  ) {}

  onModuleInit(): void {
    this.oncePerDay.register('mark-overdue-loans', async (day) => {
      const { announced, done } = await this.markOverdue.execute(day);
      if (!done) throw new Error('an instance that was taken for dead is still at it');
      return { announced };
    });
  }
}
