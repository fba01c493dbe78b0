import { Injectable, type OnModuleInit } from '@nestjs/common';
import { OncePerDay } from '@shulian/service-kit';
import { AnnounceDueNotices } from './announce-due-notices.use-case.js';

/** After the night has marked what became overdue; a day whose hours were missed is made up for within them. */
const HOURS = { from: 4, until: 24 };

@Injectable()
export class DueNoticesSchedule implements OnModuleInit {
  constructor(
    private readonly oncePerDay: OncePerDay,
    private readonly announceDueNotices: AnnounceDueNotices,
  ) {}

  onModuleInit(): void {
    this.oncePerDay.register(
      'announce-due-notices',
      async (day, signal) => ({ announced: await this.announceDueNotices.execute(day, signal) }),
      HOURS,
    );
  }
}
