import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { TitleId } from '@shulian/contracts/ids';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { CountyForTests, disagreements, type Copy, type Pupil, type Reply } from '../a-county.builder.js';

let database: FreshDatabase;
let county: CountyForTests;

beforeAll(async () => {
  database = await freshDatabase('returns_of_one_title');
  county = await CountyForTests.open(database.ownerUrl);
});
// Nobody sweeps in between: `a ready copy while somebody waits` is among what must not be found.
afterEach(async () => expect(await disagreements(county.service)).toEqual([]));
afterAll(async () => {
  await county.stop();
  await database.drop();
});

const enrolMany = async (pupils: number): Promise<Pupil[]> => {
  const enrolled: Pupil[] = [];
  for (let n = 0; n < pupils; n += 1) enrolled.push(await county.enrol());
  return enrolled;
};
/** Copies of one title, each lent to somebody else. */
const lent = async (copies: number): Promise<Copy[]> => {
  const made = await county.accessionMany(copies, { titleId: randomUUID() as TitleId });
  const pupils = await enrolMany(copies);
  const told = await Promise.all(
    made.flatMap((copy, n) => (pupils[n] ? [county.lend(copy, pupils[n])] : [])),
  );
  expect(told.map(({ status }) => status)).toEqual(made.map(() => 201));
  return made;
};
const oneLent = async (): Promise<Copy> => {
  const [copy] = await lent(1);
  if (copy === undefined) throw new Error('one was asked for');
  return copy;
};
const hold = ({ titleId }: Copy, { readerId }: Pupil): Promise<Reply> =>
  county.ask('POST', '/holds', { titleId, readerId });
const QUEUE = 'select from title_queue where title_id = $1';

describe('returns of one title', () => {
  it('pass each other at its queue while nobody waits', async () => {
    const copy = await oneLent();
    await county.whileLocked(`${QUEUE} for share`, [copy.titleId], async () => {
      expect((await county.giveBack(copy)).body).toMatchObject({ loan: { status: 'closed' }, next: 'shelf' });
      // And of a copy that is not on loan.
      expect((await county.giveBack(copy)).body).toMatchObject({ loan: null, next: 'shelf' });
    });
  });
  it('do not pass each other when somebody waits: each changes the queue', async () => {
    const copy = await oneLent();
    const placed = await hold(copy, await county.enrol());
    const back = await county.whileLocked(`${QUEUE} for share`, [copy.titleId], async (waiting) => {
      const returned = county.giveBack(copy);
      await waiting(1);
      return { returned };
    });
    expect((await back.returned).body).toMatchObject({ next: 'hold', holdId: placed.body['id'] });
  });
  it('see a hold that is being placed while they look, and do not get into each other’s way over it', async () => {
    const [[one, two], pupil] = [await lent(2), await county.enrol()];
    if (!one || !two) throw new Error('two were asked for');
    // The hold has the queue, but cannot be written yet; the returns see a queue without it, and wait.
    const told = await county.whileLocked('lock table hold in share mode', [], async (waiting) => {
      const placed = hold(one, pupil);
      await waiting(1);
      const returned = [county.giveBack(one), county.giveBack(two)];
      await waiting(3);
      return { placed, returned };
    });
    const placed = await told.placed;
    expect([placed.status, placed.body['status']]).toEqual([201, 'waiting']);
    const back = await Promise.all(told.returned);
    expect(back.map(({ body }) => [body['next'], body['holdId']]).sort()).toEqual([
      ['hold', placed.body['id']],
      ['shelf', undefined],
    ]);
    for (const { copyId } of [one, two])
      expect(await county.announced('shulian.circulation.loan.returned.v1', copyId)).toHaveLength(1);
  });
  it('are waited for by a hold that comes while they are under way, and it gets a copy of theirs', async () => {
    const [one, two] = await lent(2);
    const [first, second, third] = await enrolMany(3);
    if (!one || !two || !first || !second || !third) throw new Error('they were asked for');
    // The first return has the queue, but cannot close its loan yet; the other goes with it, or after it.
    const loans = 'select from loan where copy_id = any($1::uuid[]) order by id for update';
    const told = await county.whileLocked(loans, [[one.copyId, two.copyId]], async (waiting) => {
      const returned = [county.giveBack(one), county.giveBack(two)];
      await waiting(1);
      const placed = [hold(one, first), hold(one, second), hold(one, third)];
      await waiting(4);
      return { returned, placed };
    });
    const [returned, placed] = [await Promise.all(told.returned), await Promise.all(told.placed)];
    for (const { body } of returned) expect(['shelf', 'hold']).toContain(body['next']);
    expect(placed.map(({ body }) => body['status']).sort()).toEqual(['ready', 'ready', 'waiting']);
  });
  it('leave no hold waiting while a copy lies free, whatever comes first', async () => {
    const copies = 6;
    for (const holds of [0, 1, copies - 1, copies, copies + 1, 1, copies, copies + 1]) {
      const [given, readers] = [await lent(copies), await enrolMany(holds)];
      const [first] = given;
      if (first === undefined) throw new Error('some were asked for');
      const returns = given.map((copy) => () => county.giveBack(copy));
      const placings = readers.map((reader) => () => hold(first, reader));
      const told = await Promise.all(
        [...returns, ...placings]
          .map((does) => ({ does, at: Math.random() }))
          .sort((a, b) => a.at - b.at)
          .map(({ does }) => does()),
      );
      expect(told.map(({ status }) => status).filter((status) => ![200, 201].includes(status))).toEqual([]);
      expect(await disagreements(county.service)).toEqual([]);
      const [queue] = await county.service.sql<{ ready: number; waiting: number }>(
        `select count(*) filter (where status = 'ready')::int as ready,
                count(*) filter (where status = 'waiting')::int as waiting from hold where title_id = $1`,
        [first.titleId],
      );
      expect(queue).toEqual({ ready: Math.min(holds, copies), waiting: Math.max(0, holds - copies) });
    }
  });
  it('never came to a deadlock in all this', async () => {
    const [row] = await county.service.sql<{ deadlocks: number }>(
      'select deadlocks::int from pg_stat_database where datname = current_database()',
    );
    expect(row).toEqual({ deadlocks: 0 });
  });
});
