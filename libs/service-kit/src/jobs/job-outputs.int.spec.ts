import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { Caller } from '../access/caller.js';
import { Database } from '../database/database.js';
import { tableFromLines } from '../documents/table-lines.js';
import { openLog } from '../log/logger.js';
import { countingDefinition } from '../testing/a-counting-service.builder.js';
import { eventually, startForTests, type ServiceForTests } from '../testing/service-for-tests.builder.js';
import { JobInterrupted } from './job-interrupted.js';
import { JobOutputs } from './job-outputs.js';
import { JobRunner, type RunningJob } from './job-runner.js';
import { Jobs, type JobView } from './jobs.js';

const SCHOOL = randomUUID();
const table = (rows: readonly object[]) => ({
  name: 'things',
  title: '清单',
  notes: [],
  language: 'zh' as const,
  columns: [{ key: 'n', title: '号', type: 'integer' as const }],
  rows: rows as readonly Record<string, unknown>[],
});
const somebody = new Caller(
  { sub: 'somebody' } as never,
  { county: true, schools: new Set(), classes: new Map(), readers: new Set(), roles: new Set() } as never,
);

let fresh: FreshDatabase;
let counting: ServiceForTests;
let jobs: Jobs;
let outputs: JobOutputs;
let database: Database;
beforeAll(async () => {
  fresh = await freshDatabase('kit_job_outputs');
  counting = await startForTests(countingDefinition, { ownerUrl: fresh.ownerUrl });
  jobs = counting.app.get(Jobs);
  outputs = counting.app.get(JobOutputs);
  database = counting.app.get(Database);
  outputs.register('listed', () => true);
  outputs.register('kept', () => false);
});
afterAll(async () => {
  await counting?.stop();
  await fresh?.drop();
});

const add = (kind: string, caller = 'somebody'): Promise<JobView> =>
  database.inTransaction((session) => jobs.add(session, { kind, caller, schoolId: SCHOOL, parameters: {} }));
/** Does the work of a kind until told to stop. */
const working = async <T>(
  kind: string,
  work: (job: RunningJob) => Promise<void>,
  meanwhile: () => Promise<T>,
): Promise<T> => {
  const runner = new JobRunner(jobs, database, openLog('counting', 'silent'), 60);
  runner.register(kind, async (job) => {
    await work(job);
    return {};
  });
  runner.start();
  try {
    return await meanwhile();
  } finally {
    await runner.stop(5_000);
  }
};
const ended = (id: string): Promise<JobView> =>
  eventually(async () => {
    const job = await jobs.view(id);
    expect(['queued', 'running']).not.toContain(job.status);
    return job;
  }, 15_000);
const rowsOf = async (id: string): Promise<unknown[]> => {
  const { rows } = await tableFromLines((await outputs.open(somebody, id)).bytes);
  const found: unknown[] = [];
  for await (const row of rows) found.push(row);
  return found;
};
const made = (kind: string, rows: readonly object[] = [{ n: 1 }]): Promise<JobView> =>
  working(
    kind,
    (job) => outputs.write(job, table(rows)),
    async () => ended((await add(kind)).id),
  );
const filesKept = async (): Promise<number> =>
  Number(
    (await counting.sql<{ n: string }>('select count(*) as n from stored_file where unused_since is null'))[0]
      ?.n,
  );

describe('the file of a job', () => {
  it('is there when the job has ended, with its name and until when', async () => {
    const job = await made('listed', [{ n: 1 }, { n: 2 }]);
    expect(job).toMatchObject({ status: 'succeeded', output: { name: 'things' } });
    expect(new Date(job.output?.until ?? 0).getTime() - Date.now()).toBeGreaterThan(6 * 86_400_000);
    expect(await rowsOf(job.id)).toEqual([{ n: 1 }, { n: 2 }]);
  });

  it('is not there before, for a kind that gives it to nobody, and for a job without one', async () => {
    const waiting = await add('listed');
    await expect(outputs.open(somebody, waiting.id)).rejects.toThrow('job.no-output');
    await jobs.cancel(waiting.id);
    await expect(outputs.open(somebody, (await made('kept')).id)).rejects.toThrow('job.no-output');
    const without = await working(
      'plain',
      () => Promise.resolve(),
      async () => ended((await add('plain')).id),
    );
    expect(without.output).toBeNull();
    await expect(outputs.open(somebody, without.id)).rejects.toThrow('job.no-output');
  });

  it('is gone after its time, and its bytes are let go of', async () => {
    const job = await made('listed');
    const before = await filesKept();
    expect(await outputs.sweep()).toBe(0);
    await counting.sql(
      `update job set output_until = clock_timestamp() - interval '1 second' where id = $1`,
      [jobs.bareId(job.id)],
    );
    await expect(outputs.open(somebody, job.id)).rejects.toThrow('job.output-expired');
    expect(await outputs.sweep()).toBe(1);
    expect(await filesKept()).toBe(before - 1);
    await expect(outputs.open(somebody, job.id)).rejects.toThrow('job.output-expired');
  });

  it('of a try that died is replaced by that of the next, and only that one is kept', async () => {
    const before = await filesKept();
    let tries = 0;
    const job = await working(
      'listed',
      async (running) => {
        tries += 1;
        await outputs.write(running, table([{ n: tries }]));
        if (tries === 1) throw new Error('died after writing');
      },
      async () => ended((await add('listed')).id),
    );
    expect(await rowsOf(job.id)).toEqual([{ n: 2 }]);
    expect(await filesKept()).toBe(before + 1);
  });

  it('is not kept of a job that was cancelled meanwhile, which stays cancelled', async () => {
    const before = await filesKept();
    let told: unknown;
    const job = await working(
      'listed',
      async (running) => {
        expect(await jobs.cancel(running.id)).toBe(true);
        told = await outputs.write(running, table([{ n: 1 }])).catch((error: unknown) => error);
        throw told as Error;
      },
      async () => ended((await add('listed')).id),
    );
    expect(told).toBeInstanceOf(JobInterrupted);
    expect([job.status, job.output, await filesKept()]).toEqual(['cancelled', null, before]);
    expect(await jobs.cancel(job.id)).toBe(false);
  });
});

describe('jobs that wait', () => {
  it('are at most ten of one caller, however many are asked for at once; others have places of their own', async () => {
    const told = await Promise.allSettled(Array.from({ length: 15 }, () => add('never', 'hasty')));
    expect(told.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
    for (const each of told)
      if (each.status === 'rejected') expect(String(each.reason)).toContain('job.too-many-waiting');
    expect((await add('never', 'patient')).status).toBe('queued');
    const [first] = await jobs.list({
      schools: null,
      kind: 'never',
      status: 'queued',
      before: undefined,
      limit: 100,
    });
    await jobs.cancel(first?.id ?? '');
    await expect(add('never', 'hasty')).rejects.toThrow('job.too-many-waiting');
  });

  it('are listed newest first, by school, kind and status, page by page', async () => {
    const of = (more: object): Promise<JobView[]> =>
      jobs.list({
        schools: [SCHOOL],
        kind: 'never',
        status: undefined,
        before: undefined,
        limit: 3,
        ...more,
      });
    const first = await of({});
    const second = await of({ before: jobs.bareId(first[2]?.id ?? '') });
    const ids = [...first, ...second].map(({ id }) => id);
    expect(ids).toHaveLength(6);
    expect(ids).toEqual([...new Set(ids)].sort().reverse());
    expect(await of({ schools: [randomUUID()] })).toEqual([]);
    expect(await of({ schools: [] })).toEqual([]);
    expect((await of({ status: 'cancelled' })).map(({ status }) => status)).toEqual(['cancelled']);
    expect(await of({ kind: 'unheard-of' })).toEqual([]);
  });
});
