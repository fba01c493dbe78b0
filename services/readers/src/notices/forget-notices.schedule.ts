import { Injectable, type OnModuleInit } from '@nestjs/common';
import { OncePerDay } from '@shulian/service-kit';
import { ForgetNotices } from './forget-notices.use-case.js';

@Injectable()
export class ForgetNoticesSchedule implements OnModuleInit {
  constructor(
    private readonly oncePerDay: OncePerDay,
    private readonly forget: ForgetNotices,
  ) {}

  onModuleInit(): void {
    this.oncePerDay.register('forget-notices', async (day, signal) => ({
      forgotten: await this.forget.execute(day, signal),
    }));
  }
}
