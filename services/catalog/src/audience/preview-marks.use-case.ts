import { Injectable } from '@nestjs/common';
import { Transaction } from '@shulian/service-kit';
import type { AudienceChangeAsked, AudiencePreview } from './audience.http.js';
import { planMarks } from './plan-marks.step.js';

/** Shows what marking titles would do; nothing is written. */
@Injectable()
export class PreviewMarks {
  constructor(private readonly transaction: Transaction) {}

  /** @throws Problem 422 for themes that are not there for the school, 409 for closed ones */
  execute(input: AudienceChangeAsked, schoolId: string | null): Promise<AudiencePreview> {
    return this.transaction.run(async (tx) => {
      const { changing, unchanged, unknownTitles } = await planMarks(tx, input, schoolId, false);
      return { changing: changing.length, unchanged, unknownTitles, lines: changing };
    });
  }
}
