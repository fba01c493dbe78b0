import { Injectable, type OnModuleInit } from '@nestjs/common';
import { OncePerDay } from '@shulian/service-kit';
import { ExpireHolds } from './expire-holds.use-case.js';

/** Lets go, once a day, of what nobody picked up. */
@Injectable()
export class HoldsSchedule implements OnModuleInit {
  constructor(
    private readonly oncePerDay: OncePerDay,
    private readonly expireHolds: ExpireHolds,
  ) {}

  onModuleInit(): void {
    this.oncePerDay.register('expire-holds', (day, signal) => this.expireHolds.execute(day, signal));
  }
}
