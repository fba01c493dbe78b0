import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { LOG, OncePerDay, type Log } from '@shulian/service-kit';
import { CompareSums } from './compare-sums.use-case.js';

/** Hours of the county in which nobody waits for a figure. */
const NIGHT = { from: 2, until: 6 };

/** Compares the sums once a night. */
@Injectable()
export class CompareSumsSchedule implements OnModuleInit {
  constructor(
    private readonly oncePerDay: OncePerDay,
    private readonly compareSums: CompareSums,
    @Inject(LOG) private readonly log: Log,
  ) {}

  onModuleInit(): void {
    this.oncePerDay.register(
      'compare-sums',
      async (day) => {
        const differing = await this.compareSums.execute(day);
        // Nothing is mended by itself: what made them wrong must be known first (docs/operations.md).
        if (differing.length > 0)
          this.log.error(
            { useCase: 'compare-sums', differing },
            'sums are not what the known rows add up to',
          );
        return { differing: differing.length };
      },
      NIGHT,
    );
  }
}
