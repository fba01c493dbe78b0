import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CalendarChangedV1 } from '@shulian/contracts/readers';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import {
  CountyForTests,
  day,
  disagreements,
  weekendsOf,
  type Copy,
  type Reply,
} from '../a-county.builder.js';
import { nothingIsNoted } from '../disagreements.builder.js';
import { SchoolForTests } from './between-schools.builder.js';

let database: FreshDatabase;
let county: CountyForTests;
let here: SchoolForTests;
let lender: SchoolForTests;
let far: SchoolForTests;

beforeAll(async () => {
  database = await freshDatabase('circulation_scans');
  county = await CountyForTests.open(database.ownerUrl);
  here = await SchoolForTests.open(county, {}, county.schoolId);
  lender = await SchoolForTests.open(county);
  far = await SchoolForTests.open(county, { takesBack: false });
}, 60_000);
afterAll(async () => {
  await county?.stop();
  await database?.drop();
});

const codesOf = ({ body }: Reply): unknown =>
  (body['reasons'] as { code: string }[] | undefined)?.map(({ code }) => code) ?? body['code'];
const openWays = ({ copyId }: Copy): Promise<{ status: string; why: string }[]> =>
  county.service.sql(
    `select status, why from copy_transfer where copy_id = $1 and status in ('requested', 'packed')`,
    [copyId],
  );

describe('scans at the same time', () => {
  it('of one copy onto two runs put it on one of them', async () => {
    const copy = await lender.copy();
    await here.hold(copy, await here.pupil());
    const runs = await Promise.all([lender.run(), lender.run()]);
    const told = await Promise.all([...runs, ...runs].map((run) => lender.pack(run, copy)));
    expect(told.map(({ status }) => status).sort()).toEqual([200, 200, 409, 409]);
    expect(await openWays(copy)).toEqual([{ status: 'packed', why: 'hold' }]);
    expect(await county.announced('shulian.circulation.transfer.packed.v1')).toHaveLength(1);
  });

  it('of two who receive one copy let one do it, and put it aside once', async () => {
    const copy = await lender.copy();
    const hold = await here.hold(copy, await here.pupil());
    const told = await Promise.all(Array.from({ length: 4 }, () => here.receive(copy)));
    expect(told.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
    expect(await here.holdNow(hold['id'])).toMatchObject({ status: 'ready', copyId: copy.copyId });
    expect(await disagreements(county.service)).toEqual([]);
  });

  it('of two schools leave the copy at one place, with one way at most', async () => {
    for (let n = 0; n < 5; n += 1) {
      const copy = await lender.copy();
      await here.hold(copy, await here.pupil());
      const run = await lender.run();
      await lender.pack(run, copy);
      await Promise.all([
        here.receive(copy),
        far.receive(copy),
        lender.receive(copy),
        here.giveBack(copy),
        lender.pack(run, copy),
      ]);
      expect((await openWays(copy)).length).toBeLessThanOrEqual(1);
    }
    expect(await disagreements(county.service)).toEqual([]);
  });
});

describe('a copy of another school that is given back', () => {
  it('ends its loan anywhere its school allows it, tells nobody there who had it, and goes home', async () => {
    const [copy, pupil] = [await lender.copy(), await lender.pupil()];
    const lent = await lender.lend(copy, pupil);
    const { id } = lent.body['loan'] as { id: string };
    const told = await far.giveBack(copy);
    expect([told.status, told.body]).toMatchObject([
      200,
      { loan: null, loanOfAnotherSchool: true, next: 'transfer' },
    ]);
    expect(JSON.stringify(told.body)).not.toContain(pupil.readerId);
    expect((await lender.ask('GET', `/loans/${id}`)).body).toMatchObject({
      status: 'closed',
      closedHow: 'returned',
    });
    expect(await openWays(copy)).toEqual([{ status: 'requested', why: 'home' }]);
    expect((await far.transfers('side=from&why=home'))[0]).toMatchObject({
      copyId: copy.copyId,
      toSchoolId: lender.id,
    });
    // The desk at home takes it in by a return, too.
    expect((await lender.giveBack(copy)).body).toMatchObject({ loan: null, next: 'shelf' });
    expect(await openWays(copy)).toEqual([]);
    expect((await far.giveBack(copy)).body).toMatchObject({ code: 'return.refused' });
    const kept = await far.copy();
    await far.lend(kept, await far.pupil());
    expect(codesOf(await here.giveBack(kept))).toEqual(['copy.of-another-school']);
    expect(await disagreements(county.service)).toEqual([]);
  });

  it('serves the next who waits there first, unless somebody waits at home', async () => {
    const [copy, first] = [await lender.copy(), await here.pupil()];
    await here.hold(copy, first);
    await here.receive(copy);
    expect((await here.lend(copy, first)).status).toBe(201);
    const next = await here.hold(copy, await here.pupil());
    expect((await here.giveBack(copy)).body).toMatchObject({ next: 'hold', holdId: next['id'] });
    const home = await lender.hold(copy, await lender.pupil());
    await here.hold(copy, await here.pupil());
    await here.ask('DELETE', `/holds/${String(next['id'])}`);
    expect(await openWays(copy)).toEqual([{ status: 'requested', why: 'home' }]);
    expect((await lender.receive(copy)).body).toMatchObject({ next: 'hold', holdId: home['id'] });
    expect(await disagreements(county.service)).toEqual([]);
  });

  it('is known at home again when its reader brings it there, and counts as out where it serves another one', async () => {
    const [copy, pupil] = [await lender.copy(), await here.pupil()];
    const received = (): Promise<{ data: object }[]> =>
      county
        .announced('shulian.circulation.transfer.received.v1')
        .then((events) => events.filter(({ data }) => data['copyId'] === copy.copyId));
    await here.hold(copy, pupil);
    await here.receive(copy);
    expect((await here.lend(copy, pupil)).status).toBe(201);
    expect((await lender.giveBack(copy)).body).toMatchObject({ next: 'shelf' });
    expect((await received()).map(({ data }) => data)).toMatchObject([
      { atSchoolId: here.id, why: 'hold' },
      { atSchoolId: lender.id, why: 'home', fromSchoolId: here.id },
    ]);
    // A reader of its school brings it here, where somebody waits already.
    expect((await lender.lend(copy, await lender.pupil())).status).toBe(201);
    const wish = await here.hold(copy, await here.pupil());
    expect((await here.giveBack(copy)).body).toMatchObject({ next: 'hold', holdId: wish['id'] });
    expect((await received()).at(-1)).toMatchObject({
      data: { atSchoolId: here.id, why: 'hold', holdId: wish['id'], fromSchoolId: lender.id },
    });
    const [out] = await county.service.sql<{ for_hold: boolean }>(
      'select for_hold from away_copy where copy_id = $1',
      [copy.copyId],
    );
    expect(out).toEqual({ for_hold: true });
    // It lies ready here, and turns up at home.
    await lender.giveBack(copy);
    await nothingIsNoted(county.service);
    expect(await here.holdNow(wish['id'])).toMatchObject({
      status: 'waiting',
      onTheWay: { fromSchoolId: lender.id, status: 'requested' },
    });
    expect(await disagreements(county.service)).toEqual([]);
  });

  it('serves nobody elsewhere while it is new, or while its school has as many out as it may', async () => {
    for (const [share, given] of [
      [{ mostOut: 0 }, {}],
      [{ newStayDays: 30 }, { accessionedOn: day('2026-10-01') }],
    ]) {
      const owner = await SchoolForTests.open(county, share);
      const copy = await owner.copy(given);
      await owner.lend(copy, await owner.pupil());
      const wish = await here.hold(copy, await here.pupil());
      expect((await here.giveBack(copy)).body).toMatchObject({ next: 'transfer' });
      expect(await here.holdNow(wish['id'])).toMatchObject({ status: 'waiting' });
    }
    const owner = await SchoolForTests.open(county, { mostOut: 1 });
    const copies = [await owner.copy(), await owner.copy(), await owner.copy()];
    for (const copy of copies) {
      await owner.lend(copy, await owner.pupil());
      await here.hold(copy, await here.pupil());
    }
    const told = await Promise.all(copies.map((copy) => here.giveBack(copy)));
    expect(told.map(({ body }) => body['next']).sort()).toEqual(['hold', 'transfer', 'transfer']);
    expect(await disagreements(county.service)).toEqual([]);
  });

  it('is late by the open days of the school that lent it, without those on which the other was shut', async () => {
    const calendar = (school: SchoolForTests, closed: string[]) =>
      county.tell(
        CalendarChangedV1.announce(
          {
            schoolId: school.id,
            year: 2026,
            closedOn: [...weekendsOf(2026), ...closed.map(day)].sort(),
            holidaysKnown: true,
          },
          county.next(`calendar ${school.id}`),
        ),
      );
    const [first, second] = [await lender.copy(), await lender.copy()];
    const dueOn: string[] = [];
    for (const copy of [first, second])
      dueOn.push(((await lender.lend(copy, await lender.pupil())).body['loan'] as { dueOn: string }).dueOn);
    // Closed only after the loan: its days on the way there move due days, those of the other school do not.
    await calendar(here, ['2026-12-02']);
    await county.itIs('2026-12-04');
    const late = async (copy: Copy): Promise<unknown> =>
      (await county.announced('shulian.circulation.loan.returned.v1', copy.copyId)).map(
        ({ data }) => data['daysLate'],
      );
    expect((await lender.giveBack(first)).status).toBe(200);
    expect((await here.giveBack(second)).status).toBe(200);
    const [[there], [elsewhere]] = [(await late(first)) as number[], (await late(second)) as number[]];
    expect([dueOn[0], (there ?? 0) - (elsewhere ?? 0)]).toEqual([dueOn[1], 1]);
    await county.itIs('2026-10-12');
  });
});
