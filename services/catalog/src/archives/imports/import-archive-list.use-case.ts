import { Injectable } from '@nestjs/common';
import { JobInterrupted, Problem, type RunningJob } from '@shulian/service-kit';
import { WorkbookUnreadable } from '@shulian/documents/workbooks';
import type { SchoolId } from '@shulian/contracts/ids';
import { readArchiveText, readArchiveWorkbook, type ArchiveListRow } from './archive-list.format.js';
import { ImportArchiveBatch, type ArchiveImportCounts } from './import-archive-batch.use-case.js';

const BATCH = 200;
/** Of one list; what is known of its lines is held in memory. */
const MOST_ROWS = 200_000;
const NOTHING_YET: ArchiveImportCounts = { total: 0, created: 0, updated: 0, unchanged: 0, rejected: 0 };

/** Works through a list of an archive batch by batch; a second run of the same list changes nothing (CAT-096, CAT-099). */
@Injectable()
export class ImportArchiveList {
  constructor(private readonly importBatch: ImportArchiveBatch) {}

  /** @throws Problem 400 `import.nothing-to-read`, 422 for a broken workbook, JobInterrupted when the service stops */
  async execute(job: RunningJob): Promise<Readonly<Record<string, unknown>>> {
    const dryRun = job.parameters['dryRun'] === true;
    let counts = (job.checkpoint?.['counts'] as ArchiveImportCounts | undefined) ?? NOTHING_YET;
    const seen = new Set<string>();
    const done = counts.total;
    let row = 0;
    let rows: ArchiveListRow[] = [];
    const flush = async (): Promise<void> => {
      if (rows.length === 0) return;
      if (job.shouldStop()) throw new JobInterrupted();
      const { id: jobId, attempt, caller: by } = job;
      const school = { schoolId: job.schoolId as SchoolId, by, dryRun, seen };
      counts = await this.importBatch.execute({ jobId, attempt, ...school, rows, before: counts });
      rows = [];
    };
    for await (const each of rowsOf(job)) {
      row += 1;
      if (row > MOST_ROWS) throw new Problem(413, 'request.too-large');
      if (row <= done) seen.add(each.cells.get('code')?.normalize('NFC').trim() ?? '');
      else rows.push(each);
      if (rows.length === BATCH) await flush();
    }
    await flush();
    if (counts.total === 0) throw new Problem(400, 'import.nothing-to-read');
    return { dryRun, ...counts };
  }
}

async function* rowsOf(job: RunningJob): AsyncGenerator<ArchiveListRow> {
  if (job.parameters['kind'] !== 'workbook') {
    yield* readArchiveText(job.bytes());
    return;
  }
  const chunks: Uint8Array[] = [];
  for await (const chunk of job.bytes()) chunks.push(chunk);
  try {
    yield* readArchiveWorkbook(Buffer.concat(chunks));
  } catch (error) {
    if (!(error instanceof WorkbookUnreadable)) throw error;
    const code = error.why === 'too-large' ? 'import.workbook-too-large' : 'import.workbook-unreadable';
    throw new Problem(422, code);
  }
}
