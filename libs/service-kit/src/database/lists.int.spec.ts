import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { DataSource } from 'typeorm';
import { Database, dataSourceOptions } from './database.js';
import { leastOf } from '../testing/least-of.builder.js';
import { Lists } from './lists.js';

const POOL = 2;
const WAITING = 8;
const BUSY = expect.objectContaining({ status: 503, code: 'service.busy', extras: { retryAfterSeconds: 2 } });

let fresh: FreshDatabase;
let database: Database;
let lists: Lists;
beforeAll(async () => {
  fresh = await freshDatabase('kit_lists');
  const options = dataSourceOptions({ url: fresh.ownerUrl, service: 'desks', pool: 2 });
  database = new Database(await new DataSource(options).initialize());
  await database.rows('create table shelf (n int)');
});
afterAll(async () => {
  await database.dataSource.destroy();
  await fresh.drop();
});
beforeEach(() => {
  lists = new Lists({ url: fresh.ownerUrl, service: 'desks', pool: POOL, statementWithinMs: 1_000 });
});
afterEach(() => lists.onApplicationShutdown());

const slow = (seconds: number): Promise<unknown> =>
  lists.rows('select pg_sleep($1)', [seconds]).catch((refused: unknown) => refused);
const took = async (work: Promise<unknown>): Promise<number> => {
  const startedAt = performance.now();
  await work;
  return performance.now() - startedAt;
};

describe('readers of lists', () => {
  /** How long a desk waits, and whoever is too many, while lists are read by more than there are places for. */
  const whileFull = async (): Promise<{ desk: number; tooMany: number }> => {
    const readers = Array.from({ length: 40 }, () => slow(0.9));
    await pause(50);
    const desk = await took(
      database.inTransaction((session) => session.rows('insert into shelf values (1)')),
    );
    const tooMany = await took(lists.rows('select 1').catch(() => undefined));
    const answers = await Promise.all(readers);
    const refused = answers.filter((answer) => !Array.isArray(answer));
    // Two are served and eight wait; of those some give up when their turn does not come in time.
    expect(refused.length).toBeGreaterThanOrEqual(40 - POOL - WAITING);
    expect(refused.length).toBeLessThan(40 - POOL);
    for (const each of refused) expect(each).toEqual(BUSY);
    expect(await lists.rows('select 1 as n')).toEqual([{ n: 1 }]);
    return { desk, tooMany };
  };

  it('however many and slow they are, keep no desk waiting; who is too many hears so at once', async () => {
    // A desk within 400 ms, a refusal within half of it.
    const waited = await leastOf(200, async () => {
      const { desk, tooMany } = await whileFull();
      return Math.max(desk / 2, tooMany);
    });
    expect(waited).toBeLessThan(200);
  }, 30_000);

  it.each([
    [POOL + WAITING - 1, 0],
    [POOL + WAITING, 0],
    [POOL + WAITING + 1, 1],
  ])('of %i at once are refused: %i', async (asking, refused) => {
    const answers = await Promise.all(Array.from({ length: asking }, () => slow(0.05)));
    expect(answers.filter((answer) => !Array.isArray(answer))).toEqual(Array(refused).fill(BUSY));
  });

  it('get no answer that takes too long, and wait no longer than a few seconds for their turn', async () => {
    expect(await took(slow(5))).toBeLessThan(2_500);
    expect(await slow(5)).toEqual(BUSY);
    await lists.onApplicationShutdown();
    lists = new Lists({ url: fresh.ownerUrl, service: 'desks', pool: 1, statementWithinMs: 8_000 });
    const first = slow(4);
    const second = slow(0);
    expect(await took(second)).toBeLessThan(3_500);
    expect(await second).toEqual(BUSY);
    expect(await first).toHaveLength(1);
  });

  it('change nothing, and are told the truth about a statement that is wrong', async () => {
    await expect(lists.rows('insert into shelf values (2)')).rejects.toMatchObject({ code: '25006' });
    await expect(lists.rows('select nothing_there')).rejects.toMatchObject({ code: '42703' });
  });

  it('hear of a database that is away that it is away, not busy', async () => {
    const nowhere = new Lists({ url: 'postgres://x@127.0.0.1:9/x', service: 'desks', pool: 1 });
    await expect(nowhere.rows('select 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    await nowhere.onApplicationShutdown();
  });
});
