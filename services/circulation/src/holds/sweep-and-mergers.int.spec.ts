import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { TitleDescribedV1, TitleMergedV1, TitleSeparatedV1 } from '@shulian/contracts/catalog';
import { eventually, startForTests } from '@shulian/service-kit/testing';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { CountyForTests, disagreements, type Copy } from '../a-county.builder.js';
import { circulationDefinition } from '../circulation.module.js';
import { ExpireHolds } from './expire-holds.use-case.js';
import { HoldsForTests } from './holds-for-tests.builder.js';

let database: FreshDatabase;
let county: CountyForTests;
let holds: HoldsForTests;

beforeAll(async () => {
  database = await freshDatabase('sweep_and_mergers');
  county = await CountyForTests.open(database.ownerUrl);
  holds = new HoldsForTests(county);
});
beforeEach(() => county.itIs('2026-10-12'));
afterEach(async () => expect(await disagreements(county.service)).toEqual([]));
afterAll(async () => {
  await county.stop();
  await database.drop();
});

const ready = async (): Promise<number> => {
  const [row] = await county.service.sql<{ n: number }>(
    `select count(*)::int as n from hold where status = 'ready'`,
  );
  return row?.n ?? 0;
};
/** Waiters and as many free copies, which no event told of: what a lost note, or a day's change, leaves behind. */
async function unserved(waiters: number): Promise<void> {
  const copies = await county.accessionMany(waiters, { stockState: 'repair' });
  await Promise.all(copies.map(async (copy) => holds.place(copy, await county.enrol())));
  await county.service.sql(
    `update known_copy set stock_state = 'lendable', version = version + 1 where copy_id = any($1::uuid[])`,
    [copies.map(({ copyId }) => copyId)],
  );
}

describe('the daily sweep', () => {
  it('serves all of 130 holds, one copy each, and what nobody picked up of as many goes on', async () => {
    const before = await ready();
    await unserved(130);
    expect(await county.service.app.get(ExpireHolds).execute()).toMatchObject({ expired: 0 });
    expect((await ready()) - before).toBe(130);
    const copies = await county.service.sql('select distinct copy_id from hold where status = $1', ['ready']);
    expect(copies).toHaveLength(await ready());
    await county.itIs('2026-11-30');
    expect(await county.service.app.get(ExpireHolds).execute()).toMatchObject({ expired: before + 130 });
    expect(await ready()).toBe(0);
  }, 120_000);
  it('serves every hold once when two processes are at it', async () => {
    const other = await startForTests(circulationDefinition, { ownerUrl: database.ownerUrl });
    try {
      const before = await ready();
      await unserved(3);
      await Promise.all([county.service, other].map(({ app }) => app.get(ExpireHolds).execute()));
      expect((await ready()) - before).toBe(3);
      expect(await disagreements(county.service)).toEqual([]);
    } finally {
      await other.stop();
    }
  });
  it('finds what lies ready and may not, and whoever left, where a note was lost', async () => {
    const [gone, pupil] = [await county.enrol(), await county.enrol()];
    const [one, two] = await county.accessionMany(2);
    const [left, kept] = [await holds.place(one as Copy, gone), await holds.place(two as Copy, pupil)];
    await county.service.sql(`update known_reader set standing = 'left' where reader_id = $1`, [
      gone.readerId,
    ]);
    await county.service.sql(`update known_copy set stock_state = 'missing' where copy_id = $1`, [
      two?.copyId,
    ]);
    await county.service.app.get(ExpireHolds).execute();
    expect([await holds.holdOf(left), await holds.holdOf(kept)]).toEqual([
      ['cancelled', one?.copyId],
      ['waiting', 1],
    ]);
  });
});

describe('titles that are merged one into the next', () => {
  const merged = ({ titleId }: Copy, into: Copy, version = county.next(titleId)) =>
    TitleMergedV1.announce({ titleId, intoTitleId: into.titleId }, version);

  it.each(['A into B, then B into C', 'B into C, then A into B'])(
    'leave all who wait with the last: %s',
    async (order) => {
      const [a, b, c] = (await Promise.all([0, 1, 2].map(() => holds.lent()))) as [Copy, Copy, Copy];
      const ids = [];
      for (const copy of [a, b, c, a]) ids.push(await holds.place(copy, await county.enrol()));
      for (const one of order.startsWith('A') ? [merged(a, b), merged(b, c)] : [merged(b, c), merged(a, b)])
        await county.tell(one);
      for (const [n, id] of ids.entries())
        expect((await county.ask('GET', `/holds/${id}`)).body).toMatchObject({
          titleId: c.titleId,
          position: n + 1,
        });
      // What comes late of A or B undoes nothing; holds on them are holds on C; their copies come along.
      await county.tell(
        merged(a, b, 1),
        TitleDescribedV1.announce(
          {
            titleId: a.titleId,
            title: '旧',
            contributors: [],
            isbns: [],
            publisher: null,
            publishedYear: null,
            clc: null,
          },
          county.next(a.titleId),
        ),
      );
      const late = await holds.place({ titleId: a.titleId }, await county.enrol()).catch(() => null);
      await county.changeCopy(a, { titleId: b.titleId });
      await county.changeCopy(a, { titleId: c.titleId });
      expect((await county.giveBack(a)).body).toMatchObject({ next: 'hold', holdId: ids[0] });
      const anew = await county.accession({ titleId: c.titleId });
      expect(await holds.holdOf(ids[1] ?? '')).toEqual(['ready', anew.copyId]);
      if (late !== null)
        expect((await county.ask('GET', `/holds/${late}`)).body).toMatchObject({ titleId: c.titleId });
      await eventually(async () => expect(await disagreements(county.service)).toEqual([]));
    },
  );
  it('serve whoever comes along with a copy that lies free there', async () => {
    const [gone, kept] = [await holds.lent(), await county.accession()];
    const placed = await holds.place(gone, await county.enrol());
    await county.tell(merged(gone, kept));
    expect(await holds.holdOf(placed)).toEqual(['ready', kept.copyId]);
  });
  it('keep the hold whose copy is lent to another by an override while its queue is being merged', async () => {
    const [pupil, stranger] = [await county.enrol(), await county.enrol()];
    const [gone, kept] = [await county.accession(), await holds.lent()];
    const placed = await holds.place(gone, pupil);
    expect(await holds.holdOf(placed)).toEqual(['ready', gone.copyId]);
    const overrides = [{ code: 'copy.held-for-another-reader', reason: 'the head teacher asked' }];
    const { merging, lending } = await county.whileLocked(
      'select from title_queue where title_id = $1 for update',
      [gone.titleId],
      async (waiting) => {
        // The merger is first in the line for the queue, the desk behind it.
        const told = county.tell(merged(gone, kept));
        await waiting(1);
        const lent = county.lend(gone, stranger, { overrides });
        await waiting(2);
        return { merging: told, lending: lent };
      },
    );
    await merging;
    expect((await lending).status).toBe(201);
    expect((await county.ask('GET', `/holds/${placed}`)).body).toMatchObject({
      titleId: kept.titleId,
      status: 'waiting',
      position: 1,
    });
  });
  it('end the hold of a reader who takes the copy home before it is known under its new title', async () => {
    const [pupil, gone, kept] = [await county.enrol(), await county.accession(), await holds.lent()];
    const placed = await holds.place(gone, pupil);
    await county.tell(merged(gone, kept));
    expect((await county.lend(gone, pupil)).status).toBe(201);
    expect(await holds.holdOf(placed)).toEqual(['fulfilled', gone.copyId]);
  });
  const separated = ({ titleId }: Copy, from: Copy, version: number) =>
    TitleSeparatedV1.announce({ titleId, fromTitleId: from.titleId }, version);

  it.each(['in order', 'the undoing first'])(
    'let whoever came along go back when the merger is undone: %s',
    async (order) => {
      const [gone, kept] = await Promise.all([holds.lent(), holds.lent()]);
      const [first, second] = [
        await holds.place(gone, await county.enrol()),
        await holds.place(gone, await county.enrol()),
      ];
      const own = await holds.place(kept, await county.enrol());
      const version = county.next(gone.titleId);
      const told = [merged(gone, kept, version), separated(gone, kept, version + 1)];
      for (const one of order === 'in order' ? told : told.reverse()) await county.tell(one);
      for (const [id, titleId, position] of [
        [first, gone.titleId, 1],
        [second, gone.titleId, 2],
        [own, kept.titleId, 1],
      ] as const)
        expect((await county.ask('GET', `/holds/${id}`)).body).toMatchObject({ titleId, position });
      expect((await county.giveBack(gone)).body).toMatchObject({ next: 'hold', holdId: first });
    },
  );
  it('let those who came by way of two titles go back one step, then the other', async () => {
    const [a, b, c] = (await Promise.all([0, 1, 2].map(() => holds.lent()))) as [Copy, Copy, Copy];
    const placed = await holds.place(a, await county.enrol());
    const where = async (): Promise<unknown> => (await county.ask('GET', `/holds/${placed}`)).body;
    const [ofA, ofB] = [county.next(a.titleId), county.next(b.titleId)];
    await county.tell(merged(a, b, ofA));
    await county.tell(merged(b, c, ofB));
    expect(await where()).toMatchObject({ titleId: c.titleId });
    await county.tell(separated(b, c, ofB + 1));
    expect(await where()).toMatchObject({ titleId: b.titleId });
    await county.tell(separated(a, b, ofA + 1));
    expect(await where()).toMatchObject({ titleId: a.titleId });
  });
});
