import { Injectable } from '@nestjs/common';
import { JobInterrupted, Problem, type RunningJob } from '@shulian/service-kit';
import type { SchoolId } from '@shulian/contracts/ids';
import { KnownSchoolsQuery } from '../from-readers/known-schools.query.js';
import {
  describedRecord,
  describedRow,
  type DescribedRecord,
  type RecordHabits,
} from './describe-record.use-case.js';
import { ImportBatch } from './import-batch.use-case.js';
import { nothingImagined, NOTHING_YET, type ImportCounts } from './record-batch.use-case.js';
import { countIso2709Ends } from './iso2709.format.js';
import { readMarcFile } from './marc-file.format.js';
import { readTitleList } from './title-list.format.js';
import { HOLDINGS_PROFILES } from './rules/holdings-profiles.js';

const BATCH = 200;

/** Works through an uploaded file, batch by batch, from its checkpoint on; never more than a batch in memory. */
@Injectable()
export class ImportRecords {
  constructor(
    private readonly importBatch: ImportBatch,
    private readonly schools: KnownSchoolsQuery,
  ) {}

  /** @throws Problem 422 for a school that is not known, JobInterrupted when the service stops */
  async execute(job: RunningJob): Promise<Readonly<Record<string, unknown>>> {
    const schoolId = job.schoolId as SchoolId;
    const school = await this.schools.awaited(schoolId);
    if (school === null) throw new Problem(422, 'request.unknown-reference');
    const { format, profile, dryRun, list } = job.parameters;
    const habits: RecordHabits = {
      dialect:
        format === 'marc21' ? 'marc21' : format === 'cnmarc' || format === 'unimarc' ? 'unimarc' : null,
      profile: HOLDINGS_PROFILES.find(({ name }) => name === profile) ?? null,
      schoolId,
    };
    const isDryRun = dryRun === true;
    const imagined = isDryRun ? nothingImagined() : null;
    // A dry run keeps what it imagines in memory, so one that was interrupted begins anew.
    let counts: ImportCounts = isDryRun
      ? NOTHING_YET
      : ((job.checkpoint?.['counts'] as ImportCounts | undefined) ?? NOTHING_YET);
    const done = counts.total;
    const total = await countIso2709Ends(job.bytes());

    let batch: DescribedRecord[] = [];
    const flush = async (): Promise<void> => {
      if (batch.length === 0) return;
      if (job.shouldStop()) throw new JobInterrupted();
      counts = await this.importBatch.execute({
        jobId: job.id,
        attempt: job.attempt,
        school,
        records: batch,
        before: counts,
        total,
        imagined,
      });
      batch = [];
    };
    for await (const record of list === true
      ? recordsOfList(job, habits, done)
      : recordsOfMarc(job, habits, done)) {
      batch.push(record);
      if (batch.length === BATCH) await flush();
    }
    await flush();
    if (counts.total === 0) throw new Problem(400, 'import.nothing-to-read');
    return resultOf(counts, isDryRun);
  }
}

/** Records after the first `done`, which an earlier try has taken. */
async function* recordsOfMarc(
  job: RunningJob,
  habits: RecordHabits,
  done: number,
): AsyncGenerator<DescribedRecord> {
  for await (const reading of readMarcFile(job.bytes()))
    if (reading.place.record > done) yield describedRecord(reading, habits);
}

async function* recordsOfList(
  job: RunningJob,
  habits: RecordHabits,
  done: number,
): AsyncGenerator<DescribedRecord> {
  for await (const reading of readTitleList(job.bytes()))
    if (reading.place.record > done) yield describedRow(reading, habits);
}

const resultOf = (counts: ImportCounts, dryRun: boolean): Readonly<Record<string, unknown>> => ({
  dryRun,
  total: counts.total,
  created: counts.created,
  merged: counts.updated + counts.unchanged,
  updated: counts.updated,
  unchanged: counts.unchanged,
  rejected: counts.rejected,
  copies: {
    created: counts.copiesCreated,
    unchanged: counts.copiesUnchanged,
    rejected: counts.copiesRejected,
  },
});
