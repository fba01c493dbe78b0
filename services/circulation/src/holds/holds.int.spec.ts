import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { TitleMergedV1 } from '@shulian/contracts/catalog';
import type { SchoolId } from '@shulian/contracts/ids';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { CountyForTests, disagreements, type Copy, type Pupil, type Reply } from '../a-county.builder.js';
import { ExpireHolds } from './expire-holds.use-case.js';

let database: FreshDatabase;
let county: CountyForTests;

beforeAll(async () => {
  database = await freshDatabase('holds');
  county = await CountyForTests.open(database.ownerUrl);
});
beforeEach(() => county.itIs('2026-10-12'));
afterEach(async () => expect(await disagreements(county.service)).toEqual([]));
afterAll(async () => {
  await county.stop();
  await database.drop();
});

const hold = (copy: Copy, pupil: Pupil, more: object = {}): Promise<Reply> =>
  county.ask('POST', '/holds', {
    titleId: copy.titleId,
    readerId: pupil.readerId,
    pickupSchoolId: county.schoolId,
    ...more,
  });
const idOf = (told: Reply): string => told.body['id'] as string;
const statusOf = async (id: string): Promise<string> =>
  (await county.ask('GET', `/holds/${id}`)).body['status'] as string;
const codesOf = (told: Reply): string[] =>
  (told.body['reasons'] as { code: string }[]).map((reason) => reason.code);
const moves = async (copy: Copy): Promise<unknown[]> =>
  (await county.announced('shulian.circulation.copy.released.v1', copy.copyId)).map((told) => [
    told.version,
    told.data['next'],
  ]);
const types = async (titleId: string): Promise<string[]> =>
  (
    await county.service.sql<{ type: string }>(
      'select type from outbox where key = $1 order by agg_version',
      [titleId],
    )
  ).map((row) => row.type.replace('shulian.circulation.', ''));

describe('holds', () => {
  it('[CIR-052] queue up, are kept on return for whoever came first, and end with the loan', async () => {
    const [first, second, third, copy] = [
      await county.enrol(),
      await county.enrol(),
      await county.enrol(),
      await county.accession(),
    ];
    await county.lend(copy, third);
    const one = await hold(copy, first);
    const two = await hold(copy, second);
    expect([one.status, one.body, two.body]).toMatchObject([
      201,
      { status: 'waiting', position: 1, copyId: null },
      { status: 'waiting', position: 2 },
    ]);
    const back = await county.giveBack(copy);
    expect(back.body).toMatchObject({ loan: { status: 'closed' }, next: 'hold', holdId: idOf(one) });
    expect((await county.ask('GET', `/holds/${idOf(one)}`)).body).toMatchObject({
      status: 'ready',
      copyId: copy.copyId,
      readyOn: '2026-10-12',
      pickUpByOn: '2026-10-21',
    });
    expect((await county.giveBack(copy)).body).toMatchObject({ loan: null, next: 'hold', holdId: idOf(one) });
    expect(codesOf(await county.lend(copy, second))).toEqual(['copy.held-for-another-reader']);
    expect((await county.lend(copy, first)).status).toBe(201);
    expect(await statusOf(idOf(one))).toBe('fulfilled');
    expect((await county.giveBack(copy)).body).toMatchObject({ next: 'hold', holdId: idOf(two) });
    expect(await types(copy.titleId)).toEqual([
      'hold.placed.v1',
      'hold.placed.v1',
      'hold.ready.v1',
      'hold.fulfilled.v1',
      'hold.ready.v1',
    ]);
  });
  it('put a copy aside at once when one lies on the shelf', async () => {
    const [pupil, copy] = [await county.enrol(), await county.accession()];
    expect((await hold(copy, pupil)).body).toMatchObject({ status: 'ready', copyId: copy.copyId });
    expect(await moves(copy)).toEqual([[1, 'hold']]);
    expect(codesOf(await county.lend(copy, await county.enrol()))).toEqual(['copy.held-for-another-reader']);
    expect((await county.lend(copy, pupil)).status).toBe(201);
  });
  it('are refused for every reason at once', async () => {
    const [pupil, copy] = [await county.enrol(), await county.accession()];
    await county.lend(copy, pupil);
    expect(codesOf(await hold(copy, pupil))).toEqual(['hold.on-loan-to-reader']);
    for (const other of await county.accessionMany(3)) expect((await hold(other, pupil)).status).toBe(201);
    const fourth = await county.accession({ stockState: 'withdrawn' });
    const told = await hold(fourth, pupil);
    expect([told.status, told.body['code'], codesOf(told)]).toEqual([
      409,
      'hold.refused',
      ['hold.at-limit', 'hold.no-copies'],
    ]);
    const other = await county.enrol();
    await county.lend(await county.accession({ titleId: fourth.titleId, stockState: 'lendable' }), other);
    const third = await county.enrol();
    expect((await hold(fourth, third)).status).toBe(201);
    expect(codesOf(await hold(fourth, third))).toEqual(['hold.already-waiting']);
  });
  it('count true though ten are placed at once', async () => {
    const pupil = await county.enrol();
    const copies = await county.accessionMany(10);
    const told = await Promise.all(copies.map((copy) => hold(copy, pupil)));
    expect(told.filter((answer) => answer.status === 201)).toHaveLength(3);
  });
  it('for one copy wait for that copy', async () => {
    const [pupil, other, one] = [await county.enrol(), await county.enrol(), await county.accession()];
    const two = await county.accession({ titleId: one.titleId });
    await county.lend(one, other);
    const placed = await hold(one, pupil, { titleId: undefined, copyId: one.copyId });
    expect(placed.body).toMatchObject({ status: 'waiting', copyId: one.copyId });
    expect((await county.giveBack(two)).body).toMatchObject({ next: 'shelf' });
    expect((await county.giveBack(one)).body).toMatchObject({ next: 'hold' });
  });
  it('that are given up pass the copy on, then back to the shelf', async () => {
    const [first, second, copy] = [await county.enrol(), await county.enrol(), await county.accession()];
    const [one, two] = [await hold(copy, first), await hold(copy, second)];
    const given = await county.ask('DELETE', `/holds/${idOf(one)}`);
    expect([given.status, given.body['status']]).toEqual([200, 'cancelled']);
    expect(await statusOf(idOf(two))).toBe('ready');
    expect((await county.ask('DELETE', `/holds/${idOf(one)}`)).status).toBe(200);
    await county.ask('DELETE', `/holds/${idOf(two)}`);
    expect(await moves(copy)).toEqual([
      [1, 'hold'],
      [2, 'shelf'],
    ]);
    expect((await county.lend(copy, await county.enrol())).status).toBe(201);
    const [third, fourth] = [await county.enrol(), await county.accession()];
    const fulfilled = await hold(fourth, third);
    await county.lend(fourth, third);
    expect(codesOf(await county.ask('DELETE', `/holds/${idOf(fulfilled)}`))).toEqual(['hold.closed']);
  });
  it('expire on the day after the last one, and pass the copy on', async () => {
    const [first, second, copy] = [await county.enrol(), await county.enrol(), await county.accession()];
    const [one, two] = [await hold(copy, first), await hold(copy, second)];
    const expire = county.service.app.get(ExpireHolds);
    for (const [on, expired] of [
      ['2026-10-21', 0],
      ['2026-10-22', 1],
      ['2026-11-02', 0],
      ['2026-11-03', 1],
    ] as const) {
      await county.itIs(on);
      const before = [await statusOf(idOf(one)), await statusOf(idOf(two))].filter(
        (is) => is === 'expired',
      ).length;
      await Promise.all([expire.execute(), expire.execute()]);
      const after = [await statusOf(idOf(one)), await statusOf(idOf(two))].filter(
        (is) => is === 'expired',
      ).length;
      expect([on, after - before]).toEqual([on, expired]);
    }
    expect((await types(copy.titleId)).filter((type) => type === 'hold.expired.v1')).toHaveLength(2);
    expect(await moves(copy)).toEqual([
      [1, 'hold'],
      [2, 'shelf'],
    ]);
  });
  it('find a copy that became lendable while somebody waited', async () => {
    const [pupil, copy] = [await county.enrol(), await county.accession({ stockState: 'repair' })];
    const placed = await hold(copy, pupil);
    expect(placed.body).toMatchObject({ status: 'waiting' });
    await county.changeCopy(copy, { stockState: 'lendable' });
    expect(await statusOf(idOf(placed))).toBe('ready');
    expect(codesOf(await county.lend(copy, await county.enrol()))).toEqual(['copy.held-for-another-reader']);
    expect(await moves(copy)).toEqual([[1, 'hold']]);
  });
  it('whose copy is lent to somebody else by an override take up their old place', async () => {
    const [pupil, urgent, copy] = [await county.enrol(), await county.enrol(), await county.accession()];
    const placed = await hold(copy, pupil);
    const overrides = [{ code: 'copy.held-for-another-reader', reason: 'exam tomorrow' }];
    expect((await county.lend(copy, urgent, { overrides })).status).toBe(201);
    expect(await statusOf(idOf(placed))).toBe('waiting');
    expect((await county.giveBack(copy)).body).toMatchObject({ next: 'hold', holdId: idOf(placed) });
  });
  it('whose copy is lent to somebody else get another one that lies free', async () => {
    const [pupil, urgent, copy] = [await county.enrol(), await county.enrol(), await county.accession()];
    const placed = await hold(copy, pupil);
    const other = await county.accession({ titleId: copy.titleId });
    const overrides = [{ code: 'copy.held-for-another-reader', reason: 'exam tomorrow' }];
    expect((await county.lend(copy, urgent, { overrides })).status).toBe(201);
    expect((await county.ask('GET', `/holds/${idOf(placed)}`)).body).toMatchObject({
      status: 'ready',
      copyId: other.copyId,
    });
    expect([await moves(copy), await moves(other)]).toEqual([[[1, 'hold']], [[1, 'hold']]]);
  });
  it('go along when their title is merged into another', async () => {
    const [pupil, other, copy, kept] = [
      await county.enrol(),
      await county.enrol(),
      await county.accession(),
      await county.accession(),
    ];
    for (const one of [copy, kept]) await county.lend(one, other);
    const placed = await hold(copy, pupil);
    const { titleId } = copy;
    await county.tell(TitleMergedV1.announce({ titleId, intoTitleId: kept.titleId }, county.next(titleId)));
    await county.changeCopy(copy, { titleId: kept.titleId });
    expect((await county.ask('GET', `/holds/${idOf(placed)}`)).body).toMatchObject({
      titleId: kept.titleId,
      position: 1,
    });
    expect((await county.giveBack(copy)).body).toMatchObject({ next: 'hold', holdId: idOf(placed) });
    await county.service.app.get(ExpireHolds).execute();
  });
  it('of a reader who waits for both titles end with one of them, and say so', async () => {
    const [both, ready, other] = [await county.enrol(), await county.enrol(), await county.enrol()];
    const [gone, kept] = await county.accessionMany(2);
    if (gone === undefined || kept === undefined) throw new Error('two were entered');
    for (const copy of [gone, kept]) await county.lend(copy, other);
    const [older, younger] = [await hold(gone, both), await hold(kept, both)];
    const [waits, late] = [await hold(gone, ready), await hold(kept, ready)];
    // The younger hold of `ready` comes first on the shelf: it stays, though the other one is older.
    await county.ask('DELETE', `/holds/${idOf(younger)}`);
    await county.giveBack(kept);
    const again = await hold(kept, both);
    expect([await statusOf(idOf(late)), await statusOf(idOf(again))]).toEqual(['ready', 'waiting']);
    const { titleId } = gone;
    const before = await types(kept.titleId);
    await county.tell(TitleMergedV1.announce({ titleId, intoTitleId: kept.titleId }, county.next(titleId)));
    expect(await Promise.all([older, again, waits, late].map((told) => statusOf(idOf(told))))).toEqual([
      'waiting',
      'cancelled',
      'cancelled',
      'ready',
    ]);
    expect((await county.ask('GET', `/holds/${idOf(older)}`)).body).toMatchObject({
      titleId: kept.titleId,
      position: 1,
    });
    expect((await types(kept.titleId)).slice(before.length)).toEqual(['hold.cancelled.v1']);
    expect((await types(titleId)).at(-1)).toBe('hold.cancelled.v1');
    await county.changeCopy(gone, { titleId: kept.titleId });
    expect((await county.giveBack(gone)).body).toMatchObject({ next: 'hold', holdId: idOf(older) });
  });
  it('of a reader who has a copy ready of both titles give one of the copies back', async () => {
    const [pupil, gone, kept] = [await county.enrol(), await county.accession(), await county.accession()];
    const [older, younger] = [await hold(gone, pupil), await hold(kept, pupil)];
    const { titleId } = gone;
    await county.tell(TitleMergedV1.announce({ titleId, intoTitleId: kept.titleId }, county.next(titleId)));
    expect([await statusOf(idOf(older)), await statusOf(idOf(younger))]).toEqual(['ready', 'cancelled']);
    expect([await moves(gone), await moves(kept)]).toEqual([
      [[1, 'hold']],
      [
        [1, 'hold'],
        [2, 'shelf'],
      ],
    ]);
  });
  it('name things that exist, within reach', async () => {
    const [pupil, copy] = [await county.enrol(), await county.accession()];
    const unknown = await county.ask('POST', '/holds', { titleId: randomUUID(), readerId: pupil.readerId });
    expect([unknown.status, unknown.body['errors']]).toEqual([
      422,
      [{ pointer: '/titleId', code: 'unknown' }],
    ]);
    const elsewhere = randomUUID() as SchoolId;
    await county.openSchool(elsewhere);
    const foreigner = await county.enrol({ schoolId: elsewhere });
    expect((await hold(copy, foreigner)).status).toBe(422);
    expect((await hold(copy, pupil, { pickupSchoolId: elsewhere })).status).toBe(403);
    const placed = await hold(copy, pupil);
    const there = await county.account({ role: 'librarian', schoolId: elsewhere });
    const self = await county.account({ role: 'reader', readerId: pupil.readerId });
    for (const method of ['GET', 'DELETE'])
      expect((await county.ask(method, `/holds/${idOf(placed)}`, undefined, { as: there })).status).toBe(404);
    expect((await county.ask('GET', '/holds', undefined, { as: there })).body['items']).toEqual([]);
    expect((await county.ask('GET', '/holds', undefined, { as: self })).body['items']).toHaveLength(1);
    expect((await county.ask('DELETE', `/holds/${idOf(placed)}`, undefined, { as: self })).status).toBe(200);
  });
});
