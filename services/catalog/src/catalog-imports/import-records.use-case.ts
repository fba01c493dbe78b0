import { Injectable } from '@nestjs/common';
import { JobInterrupted, Problem, TimeSlices, type RunningJob } from '@shulian/service-kit';
import { WorkbookUnreadable } from '@shulian/documents/workbooks';
import type { SchoolId } from '@shulian/contracts/ids';
import { KnownSchoolsQuery } from '../from-readers/known-schools.query.js';
import {
  describedRecord,
  describedRow,
  type DescribedRecord,
  type ImportOptions,
} from './describe-record.use-case.js';
import { ImportBatch } from './import-batch.use-case.js';
import { nothingImagined, NOTHING_YET, type BatchAsked, type ImportCounts } from './record-batch.use-case.js';
import type { AccessionSource } from '@shulian/contracts/words';
import type { BoughtWithoutDelivery } from '../registers/rules/movement.js';
import { countIso2709Ends } from './iso2709.format.js';
import { readMarcFile } from './marc-file.format.js';
import { readTitleList, readTitleWorkbook, type ListReading } from './title-list.format.js';
import { HOLDINGS_PROFILES } from './rules/holdings-profiles.js';

/** Records in one transaction, fewer where they are long: what is written at once stays small enough to be quick. */
const BATCH = 200;
const MOST_SIGNS = 300_000;

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
    const { format, profile, dryRun, kind } = job.parameters;
    const options: ImportOptions = {
      dialect:
        format === 'marc21' ? 'marc21' : format === 'cnmarc' || format === 'unimarc' ? 'unimarc' : null,
      profile: HOLDINGS_PROFILES.find(({ name }) => name === profile) ?? null,
      schoolId,
    };
    const entry = entryOf(job);
    const isDryRun = dryRun === true;
    const imagined = isDryRun ? nothingImagined() : null;
    // A dry run keeps what it imagines in memory, so one that was interrupted begins anew.
    let counts: ImportCounts = isDryRun
      ? NOTHING_YET
      : ((job.checkpoint?.['counts'] as ImportCounts | undefined) ?? NOTHING_YET);
    const done = counts.total;
    const total = kind === 'marc' ? await countIso2709Ends(job.bytes()) : null;

    const slices = new TimeSlices();
    let batch: DescribedRecord[] = [];
    let size = 0;
    const flush = async (): Promise<void> => {
      if (batch.length === 0) return;
      if (job.shouldStop()) throw new JobInterrupted();
      const batchOf = {
        jobId: job.id,
        attempt: job.attempt,
        school,
        records: batch,
        before: counts,
        total,
        entry,
        imagined,
      };
      counts = await this.importBatch.execute(batchOf, slices);
      batch = [];
      size = 0;
    };
    for await (const record of kind === 'marc'
      ? recordsOfMarc(job, options, done)
      : recordsOfList(kind === 'workbook' ? workbookOf(job) : readTitleList(job.bytes()), options, done)) {
      batch.push(record);
      size += record.is === 'title' ? record.size : 0;
      await slices.pause();
      if (batch.length === BATCH || size >= MOST_SIGNS) await flush();
    }
    await flush();
    if (counts.total === 0) throw new Problem(400, 'import.nothing-to-read');
    return resultOf(counts, isDryRun);
  }
}

const entryOf = ({ parameters, caller }: RunningJob): BatchAsked['entry'] => ({
  source: (parameters['source'] as AccessionSource | undefined) ?? 'not-recorded',
  documentNumber: (parameters['documentNumber'] as string | null | undefined) ?? null,
  by: caller,
  ...withoutDelivery(parameters),
});

const withoutDelivery = (
  parameters: RunningJob['parameters'],
): { readonly withoutDelivery?: BoughtWithoutDelivery } => {
  const said = parameters['withoutDelivery'] as BoughtWithoutDelivery | null | undefined;
  return said === undefined || said === null ? {} : { withoutDelivery: said };
};

/** Records after the first `done`, which an earlier try has taken. */
async function* recordsOfMarc(
  job: RunningJob,
  options: ImportOptions,
  done: number,
): AsyncGenerator<DescribedRecord> {
  for await (const reading of readMarcFile(job.bytes()))
    if (reading.place.record > done) yield describedRecord(reading, options);
}

async function* recordsOfList(
  readings: AsyncIterable<ListReading>,
  options: ImportOptions,
  done: number,
): AsyncGenerator<DescribedRecord> {
  for await (const reading of readings) {
    const isRecord = reading.is === 'row' || reading.is === 'damaged';
    if (reading.place.record >= (isRecord ? done + 1 : done)) yield describedRow(reading, options);
  }
}

async function* workbookOf(job: RunningJob): AsyncGenerator<ListReading> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of job.bytes()) chunks.push(chunk);
  try {
    yield* readTitleWorkbook(Buffer.concat(chunks));
  } catch (error) {
    if (!(error instanceof WorkbookUnreadable)) throw error;
    throw new Problem(
      422,
      error.why === 'too-large' ? 'import.workbook-too-large' : 'import.workbook-unreadable',
    );
  }
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
