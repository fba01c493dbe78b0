import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Health, LOG, OncePerDay, type Log } from '@shulian/service-kit';
import { CheckRegisters } from './check-registers.use-case.js';
import { DifferingRegistersQuery } from './differing-registers.query.js';

/** Hours of the county in which nobody writes into the books. */
const NIGHT = { from: 2, until: 6 };

/** Checks the registers once a night; while one is wrong, `/readyz` says so. */
@Injectable()
export class CheckRegistersSchedule implements OnModuleInit {
  constructor(
    private readonly oncePerDay: OncePerDay,
    private readonly checkRegisters: CheckRegisters,
    private readonly differing: DifferingRegistersQuery,
    private readonly health: Health,
    @Inject(LOG) private readonly log: Log,
  ) {}

  onModuleInit(): void {
    this.health.alsoTells(() => this.differing.why());
    this.oncePerDay.register(
      'check-registers',
      async (day, signal) => {
        const found = await this.checkRegisters.execute(day, signal);
        if (found.length > 0)
          this.log.error({ useCase: 'check-registers', found }, 'registers do not agree with the copies');
        return { differing: found.length };
      },
      NIGHT,
    );
  }
}
