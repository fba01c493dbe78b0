import type { Database } from '../database/database.js';
import type { Caller } from '../access/caller.js';
import type { FileStore, OpenFile, StoredFile } from '../files/file-store.js';
import { LINES_MEDIA_TYPE, tableToLines, type TableOfLines } from '../documents/table-lines.js';
import { Problem } from '../problem/refused.js';
import type { OncePerDay } from '../schedules/once-per-day.js';
import { JobInterrupted } from './job-interrupted.js';
import type { RunningJob } from './job-runner.js';
import type { Jobs } from './jobs.js';

/** How long a file can be fetched after it was made. */
const KEPT_FOR = `interval '7 days'`;
/** The largest list; 50,000 lines of reports are a tenth of it. */
const MOST_BYTES = 100_000_000;
/** The largest file of any other kind: a million records of a catalogue are less. */
const MOST_BYTES_OF_A_FILE = 4_000_000_000;
const AT_ONCE = 100;

/** Who of those who see the job may have its file: it may hold what not everybody who sees the job may. */
export type MayHave = (
  caller: Caller,
  job: {
    readonly caller: string;
    readonly schoolId: string | null;
    readonly parameters: Readonly<Record<string, unknown>>;
  },
) => boolean;

/** A file that is fetched as it was made; it names nobody. */
export type MadeFile = {
  /** Its name with its ending, in ASCII. */
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: AsyncIterable<Uint8Array>;
};

/**
 * The files that jobs leave behind: tables with ids alone, whose names are put in when they are fetched, with the rights of
 * who fetches (decision 47); and files of other kinds, which hold no names.
 */
export class JobOutputs {
  private readonly mayHave = new Map<string, MayHave>();

  constructor(
    private readonly database: Database,
    private readonly files: FileStore,
    private readonly jobs: Jobs,
    oncePerDay: OncePerDay,
  ) {
    oncePerDay.register('sweep-job-outputs', async (_day, signal) => ({ removed: await this.sweep(signal) }));
  }

  /** Before the service starts: a kind that is not named here gives its files to nobody. */
  register(kind: string, mayHave: MayHave): void {
    this.mayHave.set(kind, mayHave);
  }

  /**
   * Writes the file of a running job; in place of the one that an earlier try left.
   * @throws JobInterrupted when the job was cancelled or taken by another
   */
  async write(job: Pick<RunningJob, 'id' | 'attempt'>, table: TableOfLines): Promise<void> {
    await this.attach(
      job,
      table.name,
      await this.files.write(tableToLines(table), LINES_MEDIA_TYPE, MOST_BYTES),
    );
  }

  /** The same with a file of another kind, read to its end without ever being held whole. @throws JobInterrupted */
  async writeFile(job: Pick<RunningJob, 'id' | 'attempt'>, file: MadeFile): Promise<void> {
    await this.attach(
      job,
      file.name,
      await this.files.write(file.bytes, file.mediaType, MOST_BYTES_OF_A_FILE),
    );
  }

  private async attach(
    job: Pick<RunningJob, 'id' | 'attempt'>,
    name: string,
    { id: fileId, size }: StoredFile,
  ): Promise<void> {
    const attached = await this.database.rows(
      `with running as (
         select id, output_file_id from job where id = $1 and status = 'running' and attempts = $2 for update
       ), dropped as (
         update stored_file set unused_since = clock_timestamp() where id = (select output_file_id from running)
       ), kept as (
         update stored_file set unused_since = null where id = $3 and exists (select from running) returning 1
       )
       update job set output_file_id = $3, output_name = $4, output_size = $5,
         output_until = clock_timestamp() + ${KEPT_FOR}
       where id = (select id from running) and exists (select from kept) returning 1`,
      [job.id, job.attempt, fileId, name, size],
    );
    if (attached.length === 0) throw new JobInterrupted('the job was ended');
  }

  /**
   * @throws Problem 404 `job.no-output`, also to whom it is not given; 410 `job.output-expired`
   */
  async open(caller: Caller, id: string): Promise<OpenFile & { readonly name: string }> {
    const [row] = await this.database.rows<{
      kind: string;
      caller: string;
      schoolId: string | null;
      parameters: Record<string, unknown>;
      fileId: string | null;
      name: string;
      made: boolean;
      over: boolean | null;
    }>(
      `select kind, caller, school_id as "schoolId", parameters, output_file_id as "fileId",
              coalesce(output_name, '') as name, output_name is not null and status = 'succeeded' as made, output_until <= clock_timestamp() as over
       from job where id = $1`,
      [this.jobs.bareId(id)],
    );
    const mayHave = row === undefined ? undefined : this.mayHave.get(row.kind);
    if (row?.made !== true || mayHave?.(caller, row) !== true) throw new Problem(404, 'job.no-output');
    const file = row.over === true || row.fileId === null ? null : await this.files.open(row.fileId);
    if (file === null) throw new Problem(410, 'job.output-expired');
    return { ...file, name: row.name };
  }

  /** Lets go of what nobody can fetch any more; `FileStore` removes the bytes. Returns of how many. */
  async sweep(signal?: AbortSignal): Promise<number> {
    for (let removed = 0; ;) {
      const late = await this.database.rows(
        `with late as (
           select id, output_file_id from job
           where output_file_id is not null
             and (output_until <= clock_timestamp() or status in ('failed', 'cancelled'))
           order by output_until limit $1 for update skip locked
         ), dropped as (
           update stored_file set unused_since = clock_timestamp() where id in (select output_file_id from late)
         )
         update job set output_file_id = null where id in (select id from late) returning 1`,
        [AT_ONCE],
      );
      removed += late.length;
      if (late.length < AT_ONCE || signal?.aborted === true) return removed;
    }
  }
}
