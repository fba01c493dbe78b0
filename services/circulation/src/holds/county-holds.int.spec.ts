import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SchoolId, TitleId } from '@shulian/contracts/ids';
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
import { SchoolForTests } from '../transfers/between-schools.builder.js';
import { ExpireHolds } from './expire-holds.use-case.js';

let database: FreshDatabase;
let county: CountyForTests;
let here: SchoolForTests;

beforeAll(async () => {
  database = await freshDatabase('circulation_county_holds');
  county = await CountyForTests.open(database.ownerUrl);
  here = await SchoolForTests.open(county, {}, county.schoolId);
}, 60_000);
afterAll(async () => {
  await county?.stop();
  await database?.drop();
});

const codesOf = ({ body }: Reply): unknown =>
  (body['reasons'] as { code: string }[] | undefined)?.map(({ code }) => code) ?? body['code'];
const looked = (): Promise<void> => nothingIsNoted(county.service);
const sweep = async (): Promise<void> => {
  await county.service.app.get(ExpireHolds).execute();
  await looked();
};
const stateOf = async ({ copyId }: Copy): Promise<unknown> =>
  (await county.service.sql<{ state: string }>('select state from lent_copy where copy_id = $1', [copyId]))[0]
    ?.state;
const outOf = async (school: SchoolForTests): Promise<unknown> => {
  const told = await school.ask('GET', '/lending-shares?limit=500');
  return (told.body['items'] as { schoolId: string; out: number }[]).find(
    ({ schoolId }) => schoolId === school.id,
  )?.out;
};

describe('a hold that is suspended', () => {
  it('is passed over until its day and keeps its place; resumed it is served first', async () => {
    const copy = await here.copy();
    expect((await here.lend(copy, await here.pupil())).status).toBe(201);
    const [first, second] = [
      await here.hold(copy, await here.pupil()),
      await here.hold(copy, await here.pupil()),
    ];
    const suspend = (untilOn?: string) =>
      here.ask('POST', `/holds/${String(first['id'])}/suspension`, untilOn === undefined ? {} : { untilOn });
    expect((await suspend('2026-10-12')).status).toBe(400);
    expect((await suspend('2026-10-14')).body).toMatchObject({
      position: 1,
      suspended: { untilOn: '2026-10-14' },
    });
    expect((await here.giveBack(copy)).body).toMatchObject({ next: 'hold', holdId: second['id'] });
    expect(await here.holdNow(first['id'])).toMatchObject({
      status: 'waiting',
      position: 1,
      suspended: { untilOn: '2026-10-14' },
    });
    expect(codesOf(await here.ask('POST', `/holds/${String(second['id'])}/suspension`, {}))).toEqual([
      'hold.not-waiting',
    ]);
    await here.ask('DELETE', `/holds/${String(second['id'])}`);
    expect(codesOf(await here.ask('POST', `/holds/${String(second['id'])}/resumption`))).toEqual([
      'hold.closed',
    ]);
    expect(await stateOf(copy)).toBe('in');
    for (const [on, state] of [
      ['2026-10-13', 'in'],
      ['2026-10-14', 'hold-shelf'],
    ] as const) {
      await county.itIs(on);
      await sweep();
      expect([on, await stateOf(copy)]).toEqual([on, state]);
    }
    expect(await here.holdNow(first['id'])).toMatchObject({ status: 'ready' });
    await county.itIs('2026-10-12');
  });

  it('without a day waits until it is resumed; what another school was asked for stays there meanwhile', async () => {
    const lender = await SchoolForTests.open(county);
    const copy = await lender.copy();
    const hold = await here.hold(copy, await here.pupil());
    const of = (what: string) =>
      here.ask('POST', `/holds/${String(hold['id'])}/${what}`, what === 'suspension' ? {} : undefined);
    expect((await of('suspension')).body).toMatchObject({ suspended: { untilOn: null } });
    expect((await of('suspension')).status).toBe(200);
    await looked();
    expect([await stateOf(copy), await outOf(lender)]).toEqual(['in', 0]);
    expect((await of('resumption')).body).not.toHaveProperty('suspended');
    await looked();
    expect(await here.holdNow(hold['id'])).toMatchObject({
      position: 1,
      onTheWay: { fromSchoolId: lender.id },
    });
    for (const what of ['suspended', 'resumed'])
      expect(await county.announced(`shulian.circulation.hold.${what}.v1`, copy.titleId)).toHaveLength(1);
    expect((await lender.ask('POST', `/holds/${String(hold['id'])}/suspension`, {})).status).toBe(404);
  });
});

describe('a school that lends to others', () => {
  it('sends as many copies as it may and no more, however many ask at once', async () => {
    const lender = await SchoolForTests.open(county, { mostOut: 3 });
    const copies = await Promise.all(Array.from({ length: 6 }, () => lender.copy()));
    const pupils = await Promise.all(copies.map(() => here.pupil()));
    await Promise.all(copies.slice(0, 2).map((copy, at) => here.hold(copy, pupils[at]!)));
    expect(await outOf(lender)).toBe(2);
    const told = await Promise.all(copies.slice(2).map((copy, at) => here.hold(copy, pupils[at + 2]!)));
    await looked();
    expect(await outOf(lender)).toBe(3);
    const waiting = await Promise.all(told.map(({ id }) => here.holdNow(id)));
    expect(waiting.filter((hold) => hold['onTheWay'] !== undefined)).toHaveLength(1);
    // One that comes home makes room for the next.
    const [first] = copies;
    await here.receive(first!);
    await here.ask(
      'DELETE',
      `/holds/${String((await here.ask('GET', `/holds?titleId=${first!.titleId}`).then(({ body }) => (body['items'] as { id: string }[])[0]))?.id)}`,
    );
    await lender.receive(first!);
    await sweep();
    expect(await outOf(lender)).toBe(3);
    expect(await disagreements(county.service)).toEqual([]);
    await lender.share({ mostOut: 0 }, 1);
    const more = await lender.copy();
    expect(await here.hold(more, await here.pupil())).not.toHaveProperty('onTheWay');
  });

  it('keeps new books at home for its days, and what its own readers wait for; nothing leaves it on a closed day', async () => {
    const lender = await SchoolForTests.open(county, { newStayDays: 5 });
    const fresh = await lender.copy({ accessionedOn: day('2026-10-09') });
    const hold = await here.hold(fresh, await here.pupil());
    expect(hold).not.toHaveProperty('onTheWay');
    for (const [on, state] of [
      ['2026-10-13', 'in'],
      ['2026-10-14', 'in-transit'],
    ] as const) {
      await county.itIs(on);
      await sweep();
      expect([on, await stateOf(fresh)]).toEqual([on, state]);
    }
    const wanted = await lender.copy();
    await lender.lend(wanted, await lender.pupil());
    const [far, own] = [
      await here.hold(wanted, await here.pupil()),
      await lender.hold(wanted, await lender.pupil()),
    ];
    expect((await lender.giveBack(wanted)).body).toMatchObject({ next: 'hold', holdId: own['id'] });
    await looked();
    expect(await here.holdNow(far['id'])).not.toHaveProperty('onTheWay');

    await county.tell(
      CalendarChangedV1.announce(
        {
          schoolId: lender.id,
          year: 2026,
          closedOn: [...weekendsOf(2026), day('2026-10-14')].sort(),
          holidaysKnown: true,
        },
        county.next(`calendar ${lender.id}`),
      ),
    );
    const closed = await lender.copy();
    expect(await here.hold(closed, await here.pupil())).not.toHaveProperty('onTheWay');
    await county.itIs('2026-10-15');
    await sweep();
    expect(await stateOf(closed)).toBe('in-transit');
    await county.itIs('2026-10-12');
    expect(await disagreements(county.service)).toEqual([]);
  });

  it('is found behind a nearer one with more of them than are looked at, none of which may leave', async () => {
    const titleId = randomUUID() as TitleId;
    const near = await SchoolForTests.open(county, { mostOut: 0, place: 1 });
    const far = await SchoolForTests.open(county, { place: 2 });
    await county.accessionMany(201, { titleId, schoolId: near.id });
    await far.copy({ titleId });
    expect(await here.hold({ titleId }, await here.pupil())).toMatchObject({
      onTheWay: { fromSchoolId: far.id },
    });
  });

  it('sends the very copy that was asked for; a closed school sends and gets nothing', async () => {
    const lender = await SchoolForTests.open(county);
    const titleId = randomUUID() as TitleId;
    const [one, other] = [await lender.copy({ titleId }), await lender.copy({ titleId })];
    const copy = one.copyId > other.copyId ? one : other;
    await here.hold({ copyId: copy.copyId }, await here.pupil());
    expect([await stateOf(copy), await stateOf(copy === one ? other : one)]).toEqual(['in-transit', 'in']);
    const shut = await SchoolForTests.open(county, { open: false });
    const reader = await shut.pupil();
    const refused = await shut.ask('POST', '/holds', { titleId, readerId: reader.readerId });
    expect([refused.status, codesOf(refused)]).toEqual([409, ['hold.no-copies']]);
    const theirs = await shut.copy();
    const there = await here.ask('POST', '/holds', {
      titleId: theirs.titleId,
      readerId: (await here.pupil()).readerId,
    });
    expect(codesOf(there)).toEqual(['hold.no-copies']);
  });

  it('lets readers of others pick up where both lend to each other', async () => {
    const [near, shut] = [
      await SchoolForTests.open(county),
      await SchoolForTests.open(county, { open: false }),
    ];
    const copy = await near.copy();
    const pupil = await here.pupil();
    const ask = (pickupSchoolId: SchoolId) =>
      here.ask('POST', '/holds', { titleId: copy.titleId, readerId: pupil.readerId, pickupSchoolId });
    expect((await ask(shut.id)).status).toBe(403);
    const placed = await ask(near.id);
    expect([placed.status, placed.body]).toMatchObject([
      201,
      { status: 'ready', pickupSchoolId: near.id, copyId: copy.copyId },
    ]);
    expect((await near.lend(copy, pupil)).status).toBe(201);
    expect(codesOf(await near.lend(await near.copy(), pupil))).toEqual(['reader.unknown']);
    // One of a third school lies ready there, and is lent by the card of the own school, too.
    const third = await SchoolForTests.open(county);
    const far = await third.copy();
    const guest = await here.pupil();
    const wish = { titleId: far.titleId, readerId: guest.readerId, pickupSchoolId: near.id };
    expect((await here.ask('POST', '/holds', wish)).body).toMatchObject({
      onTheWay: { fromSchoolId: third.id },
    });
    expect((await near.receive(far)).body).toMatchObject({ next: 'hold' });
    expect(codesOf(await near.lend(far, await here.pupil()))).toEqual([
      'copy.held-for-another-reader',
      'reader.unknown',
    ]);
    expect((await near.lend(far, guest)).status).toBe(201);
    expect((await here.giveBack(far)).body).toMatchObject({ loan: { status: 'closed' }, next: 'transfer' });
    expect(await disagreements(county.service)).toEqual([]);
  });

  it('says how by a version that nobody passes over', async () => {
    const school = await SchoolForTests.open(county, { open: false });
    const as = await county.account({ role: 'school-head', schoolId: school.id });
    const put = (headers: Record<string, string>, id = school.id) =>
      county.ask(
        'PUT',
        `/lending-shares/${id}`,
        { open: true, mostOut: 1, newStayDays: 0, takesBack: false, daysOnWay: 7, place: 1 },
        { as, headers },
      );
    expect((await put({})).status).toBe(428);
    expect((await put({ 'if-match': '"v7"' })).status).toBe(412);
    expect((await put({ 'if-match': '"v1"' })).body).toMatchObject({ version: 2, open: true, out: 0 });
    expect((await put({}, here.id)).status).toBe(404);
    const admin = await county.account({ role: 'county-admin' } as never);
    const order = (schoolIds: string[]) =>
      county.ask(
        'PUT',
        `/lending-orders/${school.id}`,
        { schoolIds },
        { as: admin, headers: { 'if-match': '"v1"' } },
      );
    expect((await order([school.id])).status).toBe(400);
    expect((await order([randomUUID()])).status).toBe(422);
    expect(
      (await county.ask('PUT', `/lending-orders/${school.id}`, { schoolIds: [] }, { as: admin })).status,
    ).toBe(428);
    expect((await school.ask('GET', `/lending-orders/${school.id}`)).body).toMatchObject({
      schoolIds: [],
      version: 1,
    });
  });
});
