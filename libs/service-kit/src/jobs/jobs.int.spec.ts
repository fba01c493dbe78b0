import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { Database } from '../database/database.js';
import { newId } from '../ids/new-id.js';
import { countingDefinition } from '../testing/a-counting-service.builder.js';
import { startForTests, type ServiceForTests } from '../testing/service-for-tests.builder.js';
import { JobInterrupted } from './job-interrupted.js';
import { JobNotes, Jobs } from './jobs.js';

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
