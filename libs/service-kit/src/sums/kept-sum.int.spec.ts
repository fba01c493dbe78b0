import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase } from '@shulian/test-kit';
import fc from 'fast-check';
import { DataSource, type QueryRunner } from 'typeorm';
import { KeepSum } from './kept-sum.js';

/** Things of a colour, of which those that are gone do not count. */
class KeepSumOfThings extends KeepSum {
  protected readonly kept = {
    name: 'thing_sum',
    of: 'thing',
    by: { colour: { type: 'text', is: `coalesce(colour, '')` } },
    sums: { things: '1', weight: 'coalesce(weight, 0)' },
    where: 'not gone',
  };
}

let source: DataSource;
const migration = new KeepSumOfThings();
const withRunner = async (work: (runner: QueryRunner) => Promise<void>): Promise<void> => {
  const runner = source.createQueryRunner();
  try {
    await work(runner);
  } finally {
    await runner.release();
  }
};

beforeAll(async () => {
  source = await new DataSource({
    type: 'postgres',
    url: (await freshDatabase('kept_sum')).ownerUrl,
    extra: { max: 5 },
  }).initialize();
  await source.query(`
    create table thing (id int primary key, colour text, weight int, gone boolean not null default false);
    insert into thing values (-1, 'red', 7), (-2, null, null);
  `);
  await withRunner((runner) => migration.up(runner));
});
afterAll(() => source.destroy());

const COUNTED = `select coalesce(colour, '') as colour, count(*)::int as things, coalesce(sum(weight), 0)::int as weight
  from thing where not gone group by 1 order by 1`;
const KEPT = `select colour, things::int, weight::int from thing_sum_now where things <> 0 or weight <> 0 order by 1`;
const agree = async (): Promise<void> =>
  expect(await source.query(KEPT)).toEqual(await source.query(COUNTED));

const colours = fc.option(fc.constantFrom('red', 'green', 'blue'), { nil: null });
const weights = fc.option(fc.integer({ min: -5, max: 50 }), { nil: null });
const ids = fc.integer({ min: 1, max: 30 });
const statements = fc.oneof(
  fc.tuple(ids, ids, colours, weights).map(([id, more, colour, weight]): [string, unknown[]] => [
    `insert into thing select n, $3::text, $4::int from generate_series($1::int, $1::int + $2::int) n
     on conflict (id) do update set colour = excluded.colour, weight = thing.weight + 1`,
    [id, more, colour, weight],
  ]),
  fc
    .tuple(ids, colours, weights)
    .map(([id, colour, weight]): [string, unknown[]] => [
      'update thing set colour = $2, weight = $3 where id >= $1',
      [id, colour, weight],
    ]),
  ids.map((id): [string, unknown[]] => ['update thing set gone = not gone where id % 3 = $1::int % 3', [id]]),
  ids.map((id): [string, unknown[]] => ['delete from thing where id = $1', [id]]),
);

describe('a sum that is kept as rows come, change and go', () => {
  it('begins with the rows that are there', agree);

  it('is what one counts, after any statements', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(statements, { maxLength: 12 }), async (all) => {
        for (const [text, values] of all) await source.query(text, values);
        await agree();
      }),
      { numRuns: 40 },
    );
  }, 60_000);

  it('is what one counts, when many write at once, some of whom take back what they wrote, and nobody waits for a sum', async () => {
    const writer = async (n: number): Promise<void> => {
      for (let at = 0; at < 60; at++)
        await source
          .transaction(async (manager) => {
            await manager.query('insert into thing values ($1, $2, 1)', [1_000 + n * 100 + at, 'red']);
            await manager.query('update thing set weight = weight + 1 where id = $1', [1_000 + n * 100 + at]);
            if (at % 5 === 4) throw new Error('taken back');
          })
          .catch((error: unknown) => expect(String(error)).toContain('taken back'));
    };
    await Promise.all([0, 1, 2, 3].map(writer));
    await agree();
    expect(await source.query(`select things::int from thing_sum_now where colour = 'red'`)).toEqual(
      await source.query(`select count(*)::int as things from thing where colour = 'red' and not gone`),
    );
    // What has come together was put into the sums on the way.
    const [row] = await source.query<[{ changes: number }]>(
      'select count(*)::int as changes from thing_sum_change',
    );
    expect(row.changes).toBeLessThan(480);
  });

  it('is counted anew from the rows where somebody has spoilt it, and taken down without a trace', async () => {
    await source.query(`update thing_sum set things = things + 1`);
    await source.query('select thing_sum_anew()');
    await agree();
    await withRunner((runner) => migration.down(runner));
    expect(await source.query(`select relname from pg_class where relname like 'thing\\_sum%'`)).toEqual([]);
    await source.query(`insert into thing values (5000, 'red', 1)`);
  });
});
