import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { register } from 'prom-client';
import { Database } from '../database/database.js';
import { countingDefinition } from '../testing/a-counting-service.builder.js';
import { eventually, startForTests, type ServiceForTests } from '../testing/service-for-tests.builder.js';
import { JobInterrupted } from './job-interrupted.js';
import { JobNotes } from './job-notes.js';
import { JobRunner, type RunningJob } from './job-runner.js';
import { Jobs } from './jobs.js';
import { openLog } from '../log/logger.js';

let fresh: FreshDatabase;
let counting: ServiceForTests;
let jobs: Jobs;
let database: Database;
beforeAll(async () => {
  fresh = await freshDatabase('kit_job_runner');
  counting = await startForTests(countingDefinition, { ownerUrl: fresh.ownerUrl });
  jobs = counting.app.get(Jobs);
  database = counting.app.get(Database);
});
afterAll(async () => {
  await counting.stop();
  await fresh.drop();
});

const runnerOf = (
  kind: string,
  work: (job: RunningJob) => Promise<Record<string, unknown>>,
  changes: string[] = [],
): JobRunner => {
  const runner = new JobRunner(jobs, database, openLog('counting', 'silent'), 60);
  runner.register(kind, work, changes);
  runner.start();
  return runner;
};
const aJob = async (kind: string): Promise<string> => {
  const id = await jobs.open(kind, 'somebody');
  await jobs.queue(id, null, {});
  return id;
};

describe('the runner of jobs', () => {
  it('stops a work that lost its lease at the next thing it writes', async () => {
    const id = await aJob('stolen');
    let told: unknown;
    let stopped = false;
    const runner = runnerOf('stolen', async (job) => {
      await counting.sql(`update job set attempts = attempts + 1 where id = $1`, [id]);
      await eventually(() => expect(job.shouldStop()).toBe(true));
      stopped = true;
      told = await database
        .inTransaction(async (session) => {
          await session.rows(`insert into counter values ('stolen', 1, 1)`);
          await new JobNotes(session).note(job.id, { attempt: job.attempt, done: 1 });
        })
        .catch((error: unknown) => error);
      return {};
    });
    await eventually(() => expect(told).toBeInstanceOf(JobInterrupted));
    expect(stopped).toBe(true);
    await runner.stop(1_000);
    expect(await counting.sql(`select from counter where name = 'stolen'`)).toEqual([]);
    expect((await jobs.view(id)).status).toBe('running');
  });

  it('notices a work that holds up everything else', async () => {
    const id = await aJob('heavy');
    const runner = runnerOf('heavy', async () => {
      await pause(100);
      for (const until = performance.now() + 400; performance.now() < until;);
      await pause(100);
      return {};
    });
    await eventually(async () => expect((await jobs.view(id)).status).toBe('succeeded'));
    await runner.stop(1_000);
    expect(await register.metrics()).toMatch(/shulian_job_held_up_total\{kind="heavy"\} [1-9]/);
  });

  it('keeps what was interrupted by a stop for another, with all its tries', async () => {
    const id = await aJob('interrupted');
    let begun = false;
    const runner = runnerOf('interrupted', async (job) => {
      begun = true;
      while (!job.shouldStop()) await pause(10);
      throw new JobInterrupted();
    });
    await eventually(() => expect(begun).toBe(true));
    await runner.stop(1_000);
    const [row] = await counting.sql(`select status, attempts, excused from job where id = $1`, [id]);
    expect(row).toEqual({ status: 'queued', attempts: 1, excused: 1 });
  });

  it('leaves statistics of what it filled, as the role of the service, and of nothing else', async () => {
    const analyzed = async (table: string): Promise<boolean> =>
      (
        await counting.sql<{ known: boolean }>(
          `select reltuples > 0 as known from pg_class where oid = $1::regclass`,
          [`counting.${table}`],
        )
      )[0]?.known === true;
    await counting.sql(`insert into mirror select 'm' || n, n, 1, 1 from generate_series(1, 500) n`);
    const id = await aJob('filling');
    const runner = runnerOf(
      'filling',
      async (job) => {
        await database.rows(`insert into counter select 'c' || n, n, 1 from generate_series(1, 2000) n`);
        await new JobNotes(database).note(job.id, { attempt: job.attempt, done: 2_000 });
        return {};
      },
      ['counter'],
    );
    await eventually(async () => expect((await jobs.view(id)).status).toBe('succeeded'));
    await runner.stop(1_000);
    expect([await analyzed('counter'), await analyzed('mirror')]).toEqual([true, false]);
  });
});
