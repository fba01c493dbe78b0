import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { CountyForTests, disagreements, type Copy } from '../a-county.builder.js';

let database: FreshDatabase;
let county: CountyForTests;

beforeAll(async () => {
  database = await freshDatabase('withdrawn_copies');
  county = await CountyForTests.open(database.ownerUrl);
});
beforeEach(() => county.itIs('2026-10-12'));
afterEach(async () => expect(await disagreements(county.service)).toEqual([]));
afterAll(async () => {
  await county.stop();
  await database.drop();
});

const lent = async (): Promise<Copy> => {
  const copy = await county.accession();
  expect((await county.lend(copy, await county.enrol())).status).toBe(201);
  return copy;
};
const place = async (what: { titleId: string } | { copyId: string }): Promise<string> => {
  const { readerId } = await county.enrol();
  const told = await county.ask('POST', '/holds', { ...what, readerId });
  expect(told.status).toBe(201);
  return told.body['id'] as string;
};
const onlyThis = ({ copyId }: Copy): Promise<string> => place({ copyId });
const anyOfTitle = ({ titleId }: Copy): Promise<string> => place({ titleId });
const holdOf = async (id: string): Promise<unknown> => {
  const { status, copyId, position } = (await county.ask('GET', `/holds/${id}`)).body;
  return [status, copyId, position ?? null];
};
const cancelled = async ({ titleId }: Copy): Promise<unknown[]> =>
  (await county.announced('shulian.circulation.hold.cancelled.v1', titleId)).map(
    ({ data }) => data['holdId'],
  );
const moves = async (copy: Copy): Promise<unknown[]> =>
  (await county.announced('shulian.circulation.copy.released.v1', copy.copyId)).map(
    ({ data }) => data['next'],
  );
const eventsSoFar = async (): Promise<number> =>
  Number((await county.service.sql<{ n: string }>('select count(*) as n from outbox'))[0]?.n);

describe('a copy that the catalogue withdraws', () => {
  it.each([0, 1, 2])(
    'ends the waits of the %i who want no other; who wants the title stays',
    async (readers) => {
      const copy = await lent();
      const before = await anyOfTitle(copy);
      const ending: string[] = [];
      for (let n = 0; n < readers; n += 1) ending.push(await onlyThis(copy));
      const after = await anyOfTitle(copy);
      await county.withdraw(copy);
      for (const id of ending) expect(await holdOf(id)).toEqual(['cancelled', copy.copyId, null]);
      expect(await holdOf(before)).toEqual(['waiting', null, 1]);
      expect(await holdOf(after)).toEqual(['waiting', null, 2]);
      expect(new Set(await cancelled(copy))).toEqual(new Set(ending));
    },
  );
  it('announces nothing when it is told again, whatever the version', async () => {
    const copy = await lent();
    const [wait, title] = [await onlyThis(copy), await anyOfTitle(copy)];
    await county.withdraw(copy);
    const events = await eventsSoFar();
    await county.withdraw(copy, 2);
    await county.withdraw(copy);
    await county.changeCopy(copy, { stockState: 'withdrawn' });
    expect(await eventsSoFar()).toBe(events);
    expect([await holdOf(wait), await holdOf(title)]).toEqual([
      ['cancelled', copy.copyId, null],
      ['waiting', null, 1],
    ]);
  });
  it('ends them too when only a later description says so, and not while the stock says anything else', async () => {
    const copy = await lent();
    const wait = await onlyThis(copy);
    for (const stockState of ['processing', 'reading-room', 'repair', 'missing'] as const) {
      await county.changeCopy(copy, { stockState });
      expect(await holdOf(wait)).toEqual(['waiting', copy.copyId, 1]);
    }
    await county.changeCopy(copy, { stockState: 'withdrawn' });
    expect(await cancelled(copy)).toEqual([wait]);
  });
  it('stays on loan where it is; its title keeps its queue, for the next copy that comes', async () => {
    const copy = await lent();
    const [wait, title] = [await onlyThis(copy), await anyOfTitle(copy)];
    await county.withdraw(copy);
    expect(await cancelled(copy)).toEqual([wait]);
    expect((await county.giveBack(copy)).body).toMatchObject({
      loan: { status: 'closed' },
      next: 'withdrawn',
    });
    expect(await holdOf(title)).toEqual(['waiting', null, 1]);
    const { readerId } = await county.enrol();
    const late = await county.ask('POST', '/holds', { copyId: copy.copyId, readerId });
    expect([late.status, late.body['reasons']]).toMatchObject([409, [{ code: 'hold.no-copies' }]]);
    const anew = await county.accession({ titleId: copy.titleId });
    expect((await county.giveBack(anew)).body).toMatchObject({ next: 'hold', holdId: title });
  });
  it('does not keep the place on the hold shelf: who wants only this copy waits no longer', async () => {
    const copy = await county.accession();
    const [ready, next] = [await onlyThis(copy), await anyOfTitle(copy)];
    expect(await holdOf(ready)).toEqual(['ready', copy.copyId, null]);
    await county.withdraw(copy);
    expect(await holdOf(ready)).toEqual(['cancelled', copy.copyId, null]);
    expect(await holdOf(next)).toEqual(['waiting', null, 1]);
    expect([await cancelled(copy), await moves(copy)]).toEqual([[ready], ['hold', 'withdrawn']]);
    const events = await eventsSoFar();
    await county.withdraw(copy, 2);
    expect(await eventsSoFar()).toBe(events);
  });
  it('leaves who had it ready and wants the title in the old place, or with a copy that lies free', async () => {
    const copy = await county.accession();
    const [ready, next, third] = [await anyOfTitle(copy), await onlyThis(copy), await anyOfTitle(copy)];
    await county.withdraw(copy);
    expect([await holdOf(ready), await holdOf(next), await holdOf(third)]).toEqual([
      ['waiting', null, 1],
      ['cancelled', copy.copyId, null],
      ['waiting', null, 2],
    ]);
    expect([await cancelled(copy), await moves(copy)]).toEqual([[next], ['hold', 'withdrawn']]);

    const [gone, other] = [await county.accession(), await county.accession()];
    await county.changeCopy(other, { titleId: gone.titleId, stockState: 'repair' });
    const kept = await anyOfTitle(gone);
    await county.changeCopy(other, { titleId: gone.titleId, stockState: 'lendable' });
    await county.withdraw(gone);
    expect(await holdOf(kept)).toEqual(['ready', other.copyId, null]);
    expect([await cancelled(gone), await moves(gone), await moves(other)]).toEqual([
      [],
      ['hold', 'withdrawn'],
      ['hold'],
    ]);
    const events = await eventsSoFar();
    await county.withdraw(gone, 2);
    expect(await eventsSoFar()).toBe(events);
  });
  it('is put aside for nobody by a return that looked before the withdrawal and locks after it', async () => {
    const copy = await lent();
    const title = await anyOfTitle(copy);
    const { back } = await county.whileLocked(
      'select from lent_copy where copy_id = $1 for update',
      [copy.copyId],
      async (waiting) => {
        const returned = county.giveBack(copy);
        await waiting(1);
        await county.service.sql(
          `update known_copy set stock_state = 'withdrawn', version = version + 1 where copy_id = $1`,
          [copy.copyId],
        );
        return { back: returned };
      },
    );
    expect((await back).body).toMatchObject({ loan: { status: 'closed' }, next: 'shelf' });
    expect(await holdOf(title)).toEqual(['waiting', null, 1]);
  });
  it('leaves nobody waiting for it, though holds and a return come in the same moment', async () => {
    for (let round = 0; round < 15; round += 1) {
      const copy = await lent();
      const title = await anyOfTitle(copy);
      const readers = [await county.enrol(), await county.enrol()];
      const [, back, ...placed] = await Promise.all([
        county.withdraw(copy),
        county.giveBack(copy),
        ...readers.map(({ readerId }) => county.ask('POST', '/holds', { copyId: copy.copyId, readerId })),
      ]);
      expect(back.status).toBe(200);
      for (const answer of placed) expect([201, 409]).toContain(answer.status);
      expect(await disagreements(county.service)).toEqual([]);
      expect(await holdOf(title)).toEqual(['waiting', null, 1]);
    }
  });
  it('meets returns of its title without a deadlock, though both come in one batch and both take locks', async () => {
    const before = await deadlocks();
    for (let round = 0; round < 6; round += 1) {
      const [ready, reader] = [await county.accession(), await county.enrol()];
      const out = await county.accession({ titleId: ready.titleId });
      await county.lend(out, reader);
      const [first, second] = [await anyOfTitle(ready), await onlyThis(out)];
      expect(await holdOf(first)).toEqual(['ready', ready.copyId, null]);
      // The return has its copy and waits for its reader; then the batch comes, and has the queue or waits for the copy.
      const { back, told } = await county.whileLocked(
        'select from borrower where borrower_id = $1 for update',
        [reader.readerId],
        async (waiting) => {
          const returning = county.giveBack(out);
          await waiting(1);
          const telling = county.tell(...[ready, out].map((copy) => county.withdrawn(copy)));
          await waiting(2);
          return { back: returning, told: telling };
        },
      );
      expect((await back).status).toBe(200);
      await told;
      expect(await disagreements(county.service)).toEqual([]);
      expect([await holdOf(first), await holdOf(second)]).toEqual([
        ['waiting', null, 1],
        ['cancelled', out.copyId, null],
      ]);
    }
    expect(await deadlocks()).toBe(before);
  });
});

/** Of this database; a session tells of them within a second. */
const deadlocks = async (): Promise<number> => {
  await new Promise((resolve) => setTimeout(resolve, 1_200));
  const [row] = await county.service.sql<{ deadlocks: string }>(
    'select deadlocks from pg_stat_database where datname = current_database()',
  );
  return Number(row?.deadlocks);
};
