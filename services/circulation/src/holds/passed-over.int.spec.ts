import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { CountyForTests, disagreements, type Copy } from '../a-county.builder.js';
import { ExpireHolds } from './expire-holds.use-case.js';
import { codesOf, HoldsForTests } from './holds-for-tests.builder.js';

let database: FreshDatabase;
let county: CountyForTests;
let holds: HoldsForTests;

beforeAll(async () => {
  database = await freshDatabase('passed_over');
  county = await CountyForTests.open(database.ownerUrl);
  holds = new HoldsForTests(county);
});
beforeEach(() => county.itIs('2026-10-12'));
afterEach(async () => expect(await disagreements(county.service)).toEqual([]));
afterAll(async () => {
  await county.stop();
  await database.drop();
});

describe('readers who may not borrow now', () => {
  it('are passed over, keep their place, and are served as soon as they are reinstated', async () => {
    const [suspended, next] = [await county.enrol(), await county.enrol()];
    const copy = await holds.lent();
    const [first, second] = [await holds.place(copy, suspended), await holds.place(copy, next)];
    await holds.suspend(suspended);
    expect((await county.giveBack(copy)).body).toMatchObject({ next: 'hold', holdId: second });
    expect(await holds.holdOf(first)).toEqual(['waiting', 1]);
    const other = await county.accession({ titleId: copy.titleId });
    expect([await holds.holdOf(first), await holds.moves(other)]).toEqual([['waiting', 1], []]);
    await holds.reinstate(suspended);
    expect(await holds.holdOf(first)).toEqual(['ready', other.copyId]);
  });
  it('keep no copy from the others meanwhile', async () => {
    const suspended = await county.enrol();
    const copy = await holds.lent();
    const placed = await holds.place(copy, suspended);
    await holds.suspend(suspended);
    expect((await county.giveBack(copy)).body).toMatchObject({ next: 'shelf' });
    expect(codesOf(await county.lend(copy, await county.enrol()))).toBe('lent');
    await holds.reinstate(suspended);
    expect((await county.giveBack(copy)).body).toMatchObject({ next: 'hold', holdId: placed });
  });
  it('are served on the day after a suspension ends, by the sweep', async () => {
    const suspended = await county.enrol();
    const copy = await holds.lent();
    const placed = await holds.place(copy, suspended);
    await holds.suspend(suspended, '2026-10-13');
    await county.giveBack(copy);
    for (const [today, expected] of [
      ['2026-10-12', 'waiting'],
      ['2026-10-13', 'waiting'],
      ['2026-10-14', 'ready'],
    ] as const) {
      await county.itIs(today);
      await county.service.app.get(ExpireHolds).execute();
      expect([today, await holds.holdOf(placed)]).toEqual([today, [expected, expect.anything()]]);
    }
  });
  it.each([4, 5])(
    'at the limit of five with %i: one who brings a copy back is served then',
    async (loans) => {
      const pupil = await county.enrol();
      const mine = await county.accessionMany(loans);
      for (const copy of mine) await county.lend(copy, pupil);
      const copy = await holds.lent();
      const placed = await holds.place(copy, pupil);
      await county.giveBack(copy);
      expect(await holds.holdOf(placed)).toEqual(loans === 5 ? ['waiting', 1] : ['ready', copy.copyId]);
      await county.giveBack(mine[0] as Copy);
      expect(await disagreements(county.service)).toEqual([]);
      expect(await holds.holdOf(placed)).toEqual(['ready', copy.copyId]);
    },
  );
  it('overdue, or in debt for a lost copy: served when that is over', async () => {
    const [late, owing] = [await county.enrol(), await county.enrol()];
    const [one, two] = await county.accessionMany(2);
    await county.lend(one as Copy, late);
    const { body } = await county.lend(two as Copy, owing);
    const lost = await county.lose((body['loan'] as { id: string }).id);
    const owed = (lost.body['compensation'] as { id: string }).id;
    const copies = [await holds.lent(), await holds.lent()] as const;
    const [ofLate, ofOwing] = [await holds.place(copies[0], late), await holds.place(copies[1], owing)];
    await county.itIs('2026-11-30');
    for (const copy of copies) await county.giveBack(copy);
    expect([await holds.holdOf(ofLate), await holds.holdOf(ofOwing)]).toEqual([
      ['waiting', 1],
      ['waiting', 1],
    ]);
    await county.giveBack(one as Copy);
    expect((await county.settle(owed, 'replaced')).status).toBe(200);
    expect(await disagreements(county.service)).toEqual([]);
    expect([await holds.holdOf(ofLate), await holds.holdOf(ofOwing)]).toEqual([
      ['ready', copies[0].copyId],
      ['ready', copies[1].copyId],
    ]);
  });
});

describe('readers who left', () => {
  it('wait no longer, and what lay ready for them goes to the next', async () => {
    const [gone, next] = [await county.enrol(), await county.enrol()];
    const [copy, other] = [await county.accession(), await holds.lent()];
    const [ready, waiting, after] = [
      await holds.place(copy, gone),
      await holds.place({ copyId: other.copyId }, gone),
      await holds.place(copy, next),
    ];
    await holds.leave(gone);
    expect([await holds.holdOf(ready), await holds.holdOf(waiting), await holds.holdOf(after)]).toEqual([
      ['cancelled', copy.copyId],
      ['cancelled', other.copyId],
      ['ready', copy.copyId],
    ]);
    expect(await holds.typesOf(other.titleId)).toEqual(['placed.v1', 'cancelled.v1']);
    expect(await holds.typesOf(copy.titleId)).toEqual([
      'placed.v1',
      'ready.v1',
      'placed.v1',
      'cancelled.v1',
      'ready.v1',
    ]);
    await holds.leave(gone);
    expect(await holds.typesOf(other.titleId)).toEqual(['placed.v1', 'cancelled.v1']);
  });
});

describe('a hold placed while the free copy was in a hand', () => {
  it('is served at once when that desk is refused', async () => {
    const [pupil, copy] = [await county.enrol(), await county.accession()];
    const placed = await county.whileLocked(
      'select from lent_copy where copy_id = $1 for update',
      [copy.copyId],
      () => holds.place(copy, pupil),
    );
    expect(await disagreements(county.service)).toEqual([]);
    expect(await holds.holdOf(placed)).toEqual(['ready', copy.copyId]);
  });
  it('waits on when the copy is lent, and is served by the next', async () => {
    const [pupil, stranger, copy] = [await county.enrol(), await county.enrol(), await county.accession()];
    const told = await county.whileLocked(
      'select from borrower where borrower_id = $1 for update',
      [stranger.readerId],
      async (waiting) => {
        // Behind locks, the copy in hand, waiting for the reader.
        const lending = county.lend(copy, stranger, {
          overrides: [{ code: 'reader.at-limit', reason: 'none' }],
        });
        await waiting(1);
        return { lending, placed: await holds.place(copy, pupil) };
      },
    );
    const [answer, placed] = [await told.lending, told.placed];
    expect(await disagreements(county.service)).toEqual([]);
    if (answer.status === 201) {
      expect(await holds.holdOf(placed)).toEqual(['waiting', 1]);
      expect((await county.giveBack(copy)).body).toMatchObject({ next: 'hold', holdId: placed });
    } else expect(await holds.holdOf(placed)).toEqual(['ready', copy.copyId]);
  });
});
