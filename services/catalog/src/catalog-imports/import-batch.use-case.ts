import { Injectable } from '@nestjs/common';
import { Clock, JobNotes, type TimeSlices, Transaction, type Tx } from '@shulian/service-kit';
import type { Title } from '../titles/rules/title.js';
import { withFinding } from '../titles/title-finding.use-case.js';
import { deflated } from '../title-records/kept-records.repository.js';
import { KnownToBatch, type TitleRecord } from './known-to-batch.use-case.js';
import { RecordBatch, type BatchAsked, type ImportCounts } from './record-batch.use-case.js';

/**
 * One batch of records in one transaction: titles matched or made, copies entered, checkpoint and problems noted. What takes
 * long, cutting titles into words, is computed before it and in slices, from what can be foreseen without a lock.
 */
@Injectable()
export class ImportBatch {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
  ) {}

  async execute(input: BatchAsked, slices: TimeSlices): Promise<ImportCounts> {
    const known = new KnownToBatch();
    await this.transaction.run((tx) => known.gather(tx, input, false));
    const foreseen = new RecordBatch(known, input, this.clock);
    for (const record of input.records) {
      foreseen.take(record);
      await slices.pause();
    }
    if (input.imagined !== null) {
      await this.transaction.run((tx) => note(tx, input, foreseen));
      foreseen.recordDryRun(input.imagined);
      return foreseen.counts;
    }
    const found = new Map<string, ReturnType<typeof withFinding>['finding']>();
    for (const title of foreseen.titlesToWrite) {
      found.set(wordsOf(title), withFinding(title).finding);
      await slices.pause();
    }
    const bodies = new Map<TitleRecord, Uint8Array>();
    for (const record of input.records) {
      if (record.is === 'title' && record.original !== null)
        bodies.set(record, deflated(record.original.text));
      await slices.pause();
    }
    const finding = (title: Title): ReturnType<typeof withFinding> => {
      const known = found.get(wordsOf(title));
      // Somebody else changed the title meanwhile: rare, and still right.
      return known === undefined ? withFinding(title) : { title, finding: known };
    };
    return this.transaction.run(async (tx) => {
      const present = new KnownToBatch();
      await present.gather(tx, input, true);
      const batch = new RecordBatch(present, input, this.clock);
      for (const record of input.records) batch.take(record);
      await batch.write(tx, finding, bodies);
      await note(tx, input, batch);
      return batch.counts;
    });
  }
}

/** All of a title but who it is. */
const wordsOf = ({ id: _id, version: _version, ...description }: Title): string =>
  JSON.stringify(description);

const note = (tx: Tx, input: BatchAsked, { counts, problems }: RecordBatch): Promise<void> =>
  tx.use(JobNotes).note(input.jobId, {
    attempt: input.attempt,
    done: counts.total,
    ...(input.total === null ? {} : { total: Math.max(input.total, counts.total) }),
    checkpoint: { counts },
    problems,
  });
