import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { Readable } from 'node:stream';
import { DataSource } from 'typeorm';
import { Database, dataSourceOptions } from '../database/database.js';
import { newId } from '../ids/new-id.js';
import { countingDefinition } from '../testing/a-counting-service.builder.js';
import { startForTests, type ServiceForTests } from '../testing/service-for-tests.builder.js';
import { JobInterrupted } from './job-interrupted.js';
import { JobNotes } from './job-notes.js';
import { sweepJobs } from './job-sweep.js';
import { Jobs, type JobRow } from './jobs.js';

let fresh: FreshDatabase;
let counting: ServiceForTests;
let jobs: Jobs;
let notes: JobNotes;

beforeAll(async () => {
  fresh = await freshDatabase('kit_jobs');
  counting = await startForTests(countingDefinition, { ownerUrl: fresh.ownerUrl });
  jobs = counting.app.get(Jobs);
  notes = new JobNotes(counting.app.get(Database));
});
afterAll(async () => {
  await counting.stop();
  await fresh.drop();
});

const aJob = async (kind: string, schoolId: string | null = null): Promise<string> => {
  const id = await jobs.open(kind, 'somebody');
  await jobs.queue(id, schoolId, {});
  return id;
};
const leaseEnds = (id: string): Promise<unknown> =>
  counting.sql(`update job set lease_until = clock_timestamp() - interval '1 second' where id = $1`, [id]);

describe('a job', () => {
  it('is worked on by one worker', async () => {
    const id = await aJob('one');
    const claims = await Promise.all(Array.from({ length: 5 }, () => jobs.claim(['one'])));
    expect(claims.filter((claim) => claim !== null).map((claim) => claim.id)).toEqual([id]);
  });

  it('of a worker that stalled goes to another, and the first can write nothing any more', async () => {
    const id = await aJob('stalled');
    const first = await jobs.claim(['stalled']);
    await leaseEnds(id);
    const second = await jobs.claim(['stalled']);
    expect([first?.attempts, second?.attempts]).toEqual([1, 2]);
    await expect(notes.note(id, { attempt: 1, done: 7 })).rejects.toBeInstanceOf(JobInterrupted);
    await jobs.finish(id, 1, { failure: 'too.late' });
    await jobs.release(id, 1);
    await notes.note(id, { attempt: 2, done: 3, total: 9 });
    expect(await jobs.view(id)).toMatchObject({
      status: 'running',
      progress: { done: 3, total: 9 },
      failure: null,
    });
    await jobs.finish(id, 2, { result: { created: 9 } });
    expect(await jobs.view(id)).toMatchObject({ status: 'succeeded', result: { created: 9 } });
    expect(await jobs.keep(id, 2)).toBe(false);
  });

  it('waits for another of its kind at the same school, not for one elsewhere', async () => {
    const [school, other] = [newId(), newId()];
    const first = await aJob('roster', school);
    const second = await aJob('roster', school);
    const elsewhere = await aJob('roster', other);
    expect((await jobs.claim(['roster']))?.id).toBe(first);
    expect((await jobs.claim(['roster']))?.id).toBe(elsewhere);
    expect(await jobs.claim(['roster'])).toBeNull();
    await jobs.finish(first, 1, { result: {} });
    expect((await jobs.claim(['roster']))?.id).toBe(second);
  });

  it('is given to one of many who ask at once over several connections, and never two of a school', async () => {
    const pools = await Promise.all(
      Array.from({ length: 4 }, (_, n) =>
        new DataSource(
          dataSourceOptions({ url: counting.databaseUrl, service: `claims-${n}`, pool: 10 }),
        ).initialize(),
      ),
    );
    const others = pools.map((pool) => new Jobs(new Database(pool), new Database(pool), 'counting'));
    const schools = Array.from({ length: 25 }, () => newId());
    for (const school of schools) for (let n = 0; n < 4; n += 1) await aJob('rush', school);
    const askAll = (): Promise<(JobRow | null)[]> =>
      Promise.all(
        Array.from(
          { length: 400 },
          async (_, n) => (await others[n % others.length]?.claim(['rush'])) ?? null,
        ),
      );
    for (let round = 1; round <= 4; round += 1) {
      const given = (await askAll()).filter((row) => row !== null);
      // Who lost its races to the end comes again; nothing is lost.
      while (given.length < schools.length) {
        const row = await jobs.claim(['rush']);
        if (row === null) break;
        given.push(row);
      }
      expect(given.map(({ school_id }) => school_id).sort()).toEqual([...schools].sort());
      await Promise.all(given.map(({ id, attempts }) => jobs.finish(id, attempts, { result: {} })));
    }
    expect(await jobs.claim(['rush'])).toBeNull();
    await Promise.all(pools.map((pool) => pool.destroy()));
  }, 60_000);

  it.each([
    ['was killed each time', (id: string) => leaseEnds(id)],
    ['threw each time', (id: string, attempt: number) => jobs.release(id, attempt).then(() => leaseEnds(id))],
  ])('whose worker %s is tried five times, and then has failed', async (how, end) => {
    const id = await aJob(how);
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      expect(await jobs.claim([how])).toMatchObject({ id, attempts: attempt });
      await end(id, attempt);
    }
    expect(await jobs.claim([how])).toBeNull();
    expect(await jobs.view(id)).toMatchObject({ status: 'failed', failure: 'job.gave-up' });
    expect(await jobs.keep(id, 5)).toBe(false);
  });

  it('that was put back because its service stopped loses no try, but not for ever', async () => {
    const id = await aJob('stopped');
    for (let attempt = 1; attempt <= 20; attempt += 1) {
      expect(await jobs.claim(['stopped'])).toMatchObject({ id, attempts: attempt });
      await jobs.putBack(id, attempt);
    }
    expect(await jobs.claim(['stopped'])).toBeNull();
    expect(await jobs.view(id)).toMatchObject({ status: 'failed', failure: 'job.gave-up' });
  });

  it('is tried again after a pause, and meanwhile another of its school may go first', async () => {
    const school = newId();
    const [first, second] = [await aJob('pause', school), await aJob('pause', school)];
    expect((await jobs.claim(['pause']))?.id).toBe(first);
    await jobs.release(first, 1);
    expect((await jobs.claim(['pause']))?.id).toBe(second);
    expect(await jobs.claim(['pause'])).toBeNull();
  });

  it('ends: its file after a week, its problems after a month, itself after half a year', async () => {
    const ages = [6, 8, 29, 31, 179, 181];
    const ids = await Promise.all(
      ages.map(async (days) => {
        const id = await jobs.open('old', 'somebody');
        await jobs.receive(id, Readable.from([Buffer.from('x')]));
        await jobs.queue(id, null, {});
        const row = await jobs.claim(['old']);
        const problems = Array.from({ length: 3 }, (_, n) => ({ place: { row: n }, code: 'some.problem' }));
        await notes.note(row?.id ?? '', { attempt: 1, done: 3, problems });
        await jobs.finish(row?.id ?? '', 1, { result: {} });
        await counting.sql(
          `update job set finished_at = clock_timestamp() - $2 * interval '1 day' where id = $1`,
          [row?.id, days],
        );
        return row?.id ?? '';
      }),
    );
    const open = await jobs.open('old', 'somebody');
    await jobs.receive(open, Readable.from([Buffer.from('x')]));
    const abandoned = await jobs.open('old', 'somebody');
    await jobs.receive(abandoned, Readable.from([Buffer.from('x')]));
    await counting.sql(`update job set created_at = created_at - interval '25 hours' where id = $1`, [
      abandoned,
    ]);
    // One row in a statement: what is more than a batch goes in the next.
    await sweepJobs(counting.app.get(Database), 1);
    const left = async (table: string, column: string): Promise<string[]> =>
      (
        await counting.sql<{ id: string }>(
          `select distinct ${column} as id from ${table} where ${column} = any($1)`,
          [[...ids, open, abandoned]],
        )
      ).map(({ id }) => id);
    const of = (...kept: number[]): unknown =>
      expect.arrayContaining(kept.map((days) => ids[ages.indexOf(days)]));
    expect([await left('job_chunk', 'job_id'), (await left('job_chunk', 'job_id')).length]).toEqual([
      expect.arrayContaining([ids[0], open]),
      2,
    ]);
    expect([await left('job_problem', 'job_id'), (await left('job_problem', 'job_id')).length]).toEqual([
      of(6, 8, 29),
      3,
    ]);
    expect([await left('job', 'id'), (await left('job', 'id')).length]).toEqual([of(6, 8, 29, 31, 179), 6]);
  });

  it('keeps its file in pieces, in order', async () => {
    const id = await jobs.open('file', 'somebody');
    const bytes = Buffer.alloc(700_000, 'shulian 书联 ');
    const pieces = (async function* () {
      for (let at = 0; at < bytes.length; at += 70_001) yield bytes.subarray(at, at + 70_001);
      await Promise.resolve();
    })();
    expect(await jobs.receive(id, pieces)).toBe(bytes.length);
    const kept: Buffer[] = [];
    for await (const piece of jobs.bytes(id)) kept.push(piece);
    expect(kept.length).toBeGreaterThan(1);
    expect(Buffer.concat(kept).equals(bytes)).toBe(true);
  });
});
