import { Injectable } from '@nestjs/common';
import { Clock, Transaction } from '@shulian/service-kit';
import type { CatalogStore } from '../catalog.store.js';
import { RecordBatch, type BatchAsked, type ImportCounts } from './record-batch.use-case.js';

/** One batch of records in one transaction: titles matched or made, copies entered, checkpoint and problems noted. */
@Injectable()
export class ImportBatch {
  constructor(
    private readonly transaction: Transaction<CatalogStore>,
    private readonly clock: Clock,
  ) {}

  async execute(asked: BatchAsked): Promise<ImportCounts> {
    const batch = await this.transaction.run(async (store) => {
      const taken = new RecordBatch(store, asked, this.clock);
      await taken.gather();
      for (const record of asked.records) taken.take(record);
      if (asked.imagined === null) await taken.write();
      await store.jobNotes.note(asked.jobId, {
        attempt: asked.attempt,
        done: taken.counts.total,
        ...(asked.total === null ? {} : { total: Math.max(asked.total, taken.counts.total) }),
        checkpoint: { counts: taken.counts },
        problems: taken.problems,
      });
      return taken;
    });
    // Only now: a transaction that was tried again must not leave its first try in memory.
    if (asked.imagined !== null) batch.imagineOn(asked.imagined);
    return batch.counts;
  }
}
