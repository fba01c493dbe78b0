import { Injectable, type OnModuleInit } from '@nestjs/common';
import { OncePerDay } from '@shulian/service-kit';
import { PublishWeeks } from './publish-weeks.use-case.js';

/** Looks once a day whether a week is over that nobody has published. */
@Injectable()
export class ClassWeeksSchedule implements OnModuleInit {
  constructor(
    private readonly oncePerDay: OncePerDay,
    private readonly publishWeeks: PublishWeeks,
  ) {}

  onModuleInit(): void {
    this.oncePerDay.register('publish-class-weeks', async (day) => ({
      schools: await this.publishWeeks.execute(day),
    }));
  }
}
