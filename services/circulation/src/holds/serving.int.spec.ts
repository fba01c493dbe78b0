import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { SchoolId } from '@shulian/contracts/ids';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { CountyForTests, disagreements, type Copy, type Pupil } from '../a-county.builder.js';
import { codesOf, HoldsForTests } from './holds-for-tests.builder.js';

let database: FreshDatabase;
let county: CountyForTests;
let holds: HoldsForTests;

beforeAll(async () => {
  database = await freshDatabase('serving');
  county = await CountyForTests.open(database.ownerUrl);
  holds = new HoldsForTests(county);
});
beforeEach(() => county.itIs('2026-10-12'));
afterEach(async () => expect(await disagreements(county.service)).toEqual([]));
afterAll(async () => {
  await county.stop();
  await database.drop();
});

describe('a copy that becomes lendable goes to the first who waits, when the event arrives', () => {
  it.each(['processing', 'repair', 'missing', 'reading-room'] as const)('from %s', async (stockState) => {
    const other = await holds.lent();
    const copy = await county.accession({ titleId: other.titleId, stockState });
    const [first, second] = [
      await holds.place(other, await county.enrol()),
      await holds.place(other, await county.enrol()),
    ];
    expect([await holds.holdOf(first), await holds.holdOf(second)]).toEqual([
      ['waiting', 1],
      ['waiting', 2],
    ]);
    await county.changeCopy(copy, { stockState: 'lendable' });
    expect([await holds.holdOf(first), await holds.holdOf(second)]).toEqual([
      ['ready', copy.copyId],
      ['waiting', 1],
    ]);
    expect(await holds.moves(copy)).toEqual(['hold']);
    expect(await holds.typesOf(copy.titleId)).toEqual(['placed.v1', 'placed.v1', 'ready.v1']);
  });
  it('when it is newly entered, when it comes under the title, and as many as are waited for', async () => {
    const other = await holds.lent();
    const placed = [];
    for (let n = 0; n < 3; n += 1) placed.push(await holds.place(other, await county.enrol()));
    const anew = await county.accessionMany(2, { titleId: other.titleId });
    const states = await Promise.all(placed.map((id) => holds.holdOf(id)));
    expect(states.slice(2)).toEqual([['waiting', 1]]);
    expect(new Set(states.slice(0, 2).map((state) => JSON.stringify(state)))).toEqual(
      new Set(anew.map(({ copyId }) => JSON.stringify(['ready', copyId]))),
    );
    const moved = await county.accession();
    await county.changeCopy(moved, { titleId: other.titleId });
    expect(await holds.holdOf(placed[2] ?? '')).toEqual(['ready', moved.copyId]);
  });
  it('when it is found again, and at the school of the pickup only', async () => {
    const elsewhere = randomUUID() as SchoolId;
    await county.openSchool(elsewhere);
    const copy = await county.accession();
    const { body } = await county.lend(copy, await county.enrol());
    const loan = body['loan'] as { id: string };
    const placed = await holds.place(copy, await county.enrol());
    expect((await county.lose(loan.id)).status).toBe(201);
    await county.accession({ titleId: copy.titleId, schoolId: elsewhere });
    expect(await holds.holdOf(placed)).toEqual(['waiting', 1]);
    expect((await county.giveBack(copy)).body).toMatchObject({ loan: null, next: 'hold', holdId: placed });
  });
});

describe('free copies are kept back one for one', () => {
  it.each([
    [0, 3],
    [1, 2],
    [2, 1],
    [3, 0],
    [4, 0],
  ])('with three free and %i who wait, %i can be lent', async (waiters, lendable) => {
    const other = await holds.lent();
    for (let n = 0; n < waiters; n += 1) await holds.place(other, await county.enrol());
    const copies = await county.accessionMany(3, { titleId: other.titleId });
    const told = [];
    for (const copy of copies) told.push(await county.lend(copy, await county.enrol()));
    expect(told.map(codesOf).sort()).toEqual(
      [0, 1, 2].map((n) => (n < 3 - lendable ? ['copy.held-for-another-reader'] : 'lent')),
    );
  });
  it('also before the copies are put aside, though all desks come at once', async () => {
    for (const waiters of [1, 2]) {
      const other = await holds.lent();
      const copies = await county.accessionMany(4, { titleId: other.titleId, stockState: 'repair' });
      const placed = [];
      for (let n = 0; n < waiters; n += 1) placed.push(await holds.place(other, await county.enrol()));
      const pupils = await Promise.all(copies.map(() => county.enrol()));
      // As the events leave it, at the moment before anybody has looked.
      await county.service.sql(
        `update known_copy set stock_state = 'lendable', version = version + 1 where copy_id = any($1::uuid[])`,
        [copies.map(({ copyId }) => copyId)],
      );
      const { told } = await county.whileLocked(
        'select from title_queue where title_id = $1 for update',
        [other.titleId],
        async (waiting) => {
          const trying = copies.map((copy, n) => county.lend(copy, pupils[n] as Pupil));
          await waiting(copies.length);
          return { told: trying };
        },
      );
      const answers = (await Promise.all(told)).map(codesOf);
      expect(answers.filter((answer) => answer === 'lent')).toHaveLength(copies.length - waiters);
      expect(answers.filter((answer) => answer !== 'lent')).toEqual(
        Array.from({ length: waiters }, () => ['copy.held-for-another-reader']),
      );
      expect(await disagreements(county.service)).toEqual([]);
      for (const id of placed) expect(await holds.holdOf(id)).toEqual(['ready', expect.anything()]);
    }
  });
  it('whoever waits for one copy has that one, and whoever waits for any has another', async () => {
    const other = await holds.lent();
    const [one, two] = await county.accessionMany(2, { titleId: other.titleId, stockState: 'repair' });
    if (one === undefined || two === undefined) throw new Error('two were entered');
    const any = await holds.place({ titleId: other.titleId }, await county.enrol());
    const onlyOne = await holds.place({ copyId: one.copyId }, await county.enrol());
    // Both come in one batch of events.
    await Promise.all([one, two].map((copy) => county.changeCopy(copy, { stockState: 'lendable' })));
    const states = [await holds.holdOf(any), await holds.holdOf(onlyOne)];
    expect([
      [
        ['ready', two.copyId],
        ['ready', one.copyId],
      ],
      // Looked at one after the other, the first copy may come before the second: first come, first served.
      [
        ['ready', one.copyId],
        ['waiting', 2],
      ],
    ]).toContainEqual(states[1]?.toString() === `waiting,1` ? [states[0], ['waiting', 2]] : states);
  });
  it('at the school of the pickup, and of its copies', async () => {
    const elsewhere = randomUUID() as SchoolId;
    await county.openSchool(elsewhere);
    const other = await holds.lent();
    const there = await county.account({ role: 'librarian', schoolId: elsewhere });
    const both = await county.account(
      { role: 'librarian', schoolId: county.schoolId },
      { role: 'librarian', schoolId: elsewhere },
    );
    const foreign = await county.accession({
      titleId: other.titleId,
      schoolId: elsewhere,
      stockState: 'repair',
    });
    const pupil = await county.enrol();
    const told = await county.ask(
      'POST',
      '/holds',
      { titleId: other.titleId, readerId: pupil.readerId, pickupSchoolId: elsewhere },
      { as: both },
    );
    expect(told.body).toMatchObject({ status: 'waiting' });
    const own = await county.accession({ titleId: other.titleId });
    expect(codesOf(await county.lend(own, await county.enrol()))).toBe('lent');
    await county.changeCopy({ ...foreign, schoolId: elsewhere } as Copy, {
      schoolId: elsewhere,
      stockState: 'lendable',
    });
    const shown = await county.ask('GET', `/holds/${told.body['id'] as string}`, undefined, { as: there });
    expect(shown.body).toMatchObject({ status: 'ready', copyId: foreign.copyId });
  });
});

describe('a copy that lay ready and may not any more', () => {
  it.each(['missing', 'repair', 'processing', 'reading-room', 'withdrawn'] as const)(
    'puts its reader back to the head of the queue, and says so: %s',
    async (stockState) => {
      const copy = await county.accession();
      const first = await holds.place(copy, await county.enrol());
      const second = await holds.place(copy, await county.enrol());
      expect(await holds.holdOf(first)).toEqual(['ready', copy.copyId]);
      await county.changeCopy(copy, { stockState });
      expect([await holds.holdOf(first), await holds.holdOf(second)]).toEqual([
        ['waiting', 1],
        ['waiting', 2],
      ]);
      const [event] = await county.announced('shulian.circulation.hold.waiting-again.v1', copy.titleId);
      expect(event?.data).toMatchObject({ holdId: first, copyId: copy.copyId, why: 'copy-not-lendable' });
      const out = stockState === 'withdrawn' ? 'withdrawn' : 'shelf';
      expect(await holds.moves(copy)).toEqual(['hold', out]);
      // Said again it changes nothing; and there again, it is the first one's again.
      await county.changeCopy(copy, { stockState });
      expect(await holds.moves(copy)).toEqual(['hold', out]);
      const anew = stockState === 'withdrawn' ? await county.accession({ titleId: copy.titleId }) : copy;
      if (anew === copy) await county.changeCopy(copy, { stockState: 'lendable' });
      expect([await holds.holdOf(first), await holds.holdOf(second)]).toEqual([
        ['ready', anew.copyId],
        ['waiting', 1],
      ]);
    },
  );
  it('is a reference book now, or of another school', async () => {
    const elsewhere = randomUUID() as SchoolId;
    for (const change of [{ kind: 'reference' as const }, { schoolId: elsewhere }]) {
      const copy = await county.accession();
      const placed = await holds.place(copy, await county.enrol());
      await county.changeCopy(copy, change);
      expect(await holds.holdOf(placed)).toEqual(['waiting', 1]);
    }
  });
  it('leaves its reader another that lies free, and says both', async () => {
    const copy = await county.accession();
    const placed = await holds.place(copy, await county.enrol());
    const other = await county.accession({ titleId: copy.titleId });
    await county.changeCopy(copy, { stockState: 'missing' });
    expect(await holds.holdOf(placed)).toEqual(['ready', other.copyId]);
    expect(await holds.typesOf(copy.titleId)).toEqual([
      'placed.v1',
      'ready.v1',
      'waiting-again.v1',
      'ready.v1',
    ]);
  });
  it('was lent to somebody else by an override: its reader waits again, and is told', async () => {
    const copy = await county.accession();
    const placed = await holds.place(copy, await county.enrol());
    const overrides = [{ code: 'copy.held-for-another-reader', reason: 'exam tomorrow' }];
    expect((await county.lend(copy, await county.enrol(), { overrides })).status).toBe(201);
    const [event] = await county.announced('shulian.circulation.hold.waiting-again.v1', copy.titleId);
    expect(event?.data).toMatchObject({ holdId: placed, copyId: copy.copyId, why: 'copy-lent-to-another' });
  });
});
