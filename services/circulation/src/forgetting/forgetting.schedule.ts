import { Injectable, type OnModuleInit } from '@nestjs/common';
import { OncePerDay } from '@shulian/service-kit';
import { ForgetReaders } from './forget-readers.use-case.js';

/** Forgets at night what is due. */
@Injectable()
export class ForgettingSchedule implements OnModuleInit {
  constructor(
    private readonly oncePerDay: OncePerDay,
    private readonly forgetReaders: ForgetReaders,
  ) {}

  onModuleInit(): void {
    this.oncePerDay.register(
      'forget-readers',
      async (day, signal) => ({ forgotten: await this.forgetReaders.execute(day, signal) }),
      { from: 1, until: 6 },
    );
  }
}
