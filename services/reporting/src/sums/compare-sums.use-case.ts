import { Injectable } from '@nestjs/common';
import type { CalendarDay } from '@shulian/contracts/ids';
import { Database } from '@shulian/service-kit';
import { SumsComparisonRepository, type DifferingSums } from './sums-comparison.repository.js';

/** Compares the sums with what they would be if they were made anew. */
@Injectable()
export class CompareSums {
  constructor(private readonly database: Database) {}

  execute(day: CalendarDay): Promise<readonly DifferingSums[]> {
    return this.database.inTransaction(async (session) => {
      const comparison = new SumsComparisonRepository(session);
      const differing = await comparison.differing();
      await comparison.note(
        day,
        differing.reduce((sum, one) => sum + one.differing, 0),
      );
      return differing;
    });
  }
}
