import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TitleId } from '@shulian/contracts/ids';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { CountyForTests, disagreements, type Copy, type Reply } from '../a-county.builder.js';
import { nothingIsNoted } from '../disagreements.builder.js';
import { SchoolForTests } from './between-schools.builder.js';

let database: FreshDatabase;
let county: CountyForTests;
let here: SchoolForTests;
let lender: SchoolForTests;
let far: SchoolForTests;

beforeAll(async () => {
  database = await freshDatabase('circulation_transfers');
  county = await CountyForTests.open(database.ownerUrl);
  here = await SchoolForTests.open(county, { place: 3 }, county.schoolId);
  lender = await SchoolForTests.open(county, { place: 1 });
  far = await SchoolForTests.open(county, { place: 2 });
}, 60_000);
afterAll(async () => {
  await county?.stop();
  await database?.drop();
});

const codesOf = ({ body }: Reply): unknown =>
  (body['reasons'] as { code: string }[] | undefined)?.map(({ code }) => code) ?? body['code'];
const stateOf = async ({ copyId }: Copy): Promise<unknown> =>
  (await county.service.sql<{ state: string }>('select state from lent_copy where copy_id = $1', [copyId]))[0]
    ?.state;
const looked = (): Promise<void> => nothingIsNoted(county.service);
/** A copy of the lender that was asked for by a reader here, packed on a run that left. */
async function sent(): Promise<{ copy: Copy; hold: Reply['body']; run: string; transferId: string }> {
  const copy = await lender.copy();
  const hold = await here.hold(copy, await here.pupil());
  const run = await lender.run();
  const packed = await lender.pack(run, copy);
  expect([packed.status, packed.body]).toMatchObject([200, { status: 'packed' }]);
  expect((await lender.ask('POST', `/courier-runs/${run}/departure`)).status).toBe(200);
  return { copy, hold, run, transferId: String(packed.body['id']) };
}

describe('a copy that a reader of another school waits for', () => {
  it('is asked for, packed, received, put aside, lent under the rules of the pickup, taken back and sent home', async () => {
    const [copy, pupil] = [await lender.copy(), await here.pupil()];
    const hold = await here.hold(copy, pupil);
    expect(hold).toMatchObject({
      status: 'waiting',
      position: 1,
      onTheWay: { fromSchoolId: lender.id, status: 'requested' },
    });
    expect(await stateOf(copy)).toBe('in-transit');
    const [asked] = await lender.transfers('side=from&status=requested');
    expect(asked).toMatchObject({
      copyBarcode: copy.barcode,
      why: 'hold',
      holdId: hold['id'],
      owningSchoolId: lender.id,
      fromSchoolId: lender.id,
      toSchoolId: here.id,
    });
    // The desk of its school does not lend it meanwhile, and the other says it is not there yet.
    expect(codesOf(await lender.lend(copy, await lender.pupil()))).toEqual(['copy.not-lendable']);
    expect((await lender.giveBack(copy)).body).toMatchObject({ loan: null, next: 'transfer' });

    const run = await lender.run();
    expect((await lender.pack(run, copy)).body).toMatchObject({
      status: 'packed',
      runId: run,
      packedOn: '2026-10-12',
    });
    expect((await lender.pack(run, copy)).status).toBe(200);
    expect((await lender.ask('POST', `/courier-runs/${run}/departure`)).body).toMatchObject({
      state: 'left',
      copies: 1,
    });
    expect(await here.transfers('side=to&status=packed')).toMatchObject([
      { id: asked?.['id'], daysOnWay: 0, missing: false },
    ]);

    const received = await here.receive(copy);
    expect([received.status, received.body]).toMatchObject([
      200,
      { next: 'hold', holdId: hold['id'], transfer: { status: 'received' } },
    ]);
    expect(await here.holdNow(hold['id'])).toMatchObject({
      status: 'ready',
      copyId: copy.copyId,
      pickUpByOn: expect.anything(),
    });
    expect((await here.giveBack(copy)).body).toMatchObject({ next: 'hold', holdId: hold['id'] });

    const tried = await here.ask('POST', '/checkouts/dry-run', {
      copyBarcode: copy.barcode,
      readerId: pupil.readerId,
    });
    expect(tried.body).toMatchObject({ outcome: 'allow' });
    expect(codesOf(await here.lend(copy, await here.pupil()))).toEqual(['copy.held-for-another-reader']);
    const lent = await here.lend(copy, pupil);
    expect([lent.status, lent.body]).toMatchObject([201, {}]);
    expect(lent.body['loan']).toMatchObject({ schoolId: here.id, owningSchoolId: lender.id });
    expect(await here.holdNow(hold['id'])).toMatchObject({ status: 'fulfilled' });

    expect((await here.giveBack(copy)).body).toMatchObject({ loan: { status: 'closed' }, next: 'transfer' });
    const [home] = await here.transfers('side=from&why=home&status=requested');
    expect(home).toMatchObject({ copyId: copy.copyId, toSchoolId: lender.id, holdId: null });
    const back = await here.run();
    expect((await here.pack(back, copy)).status).toBe(200);
    expect((await lender.receive(copy)).body).toMatchObject({ next: 'shelf' });
    expect(await stateOf(copy)).toBe('in');
    expect((await lender.lend(copy, await lender.pupil())).status).toBe(201);
    for (const what of ['requested', 'packed', 'received'])
      expect(await county.announced(`shulian.circulation.transfer.${what}.v1`)).toHaveLength(2);
    expect(await disagreements(county.service)).toEqual([]);
  });

  it('is of the own school first, then of the school that the order names first, then by the place the county states', async () => {
    const titleId = randomUUID() as TitleId;
    const [own, near, other] = [
      await here.copy({ titleId }),
      await lender.copy({ titleId }),
      await far.copy({ titleId }),
    ];
    const first = await here.hold(own, await here.pupil());
    expect(first).toMatchObject({ status: 'ready', copyId: own.copyId });
    const second = await here.hold(own, await here.pupil());
    expect(second).toMatchObject({ onTheWay: { fromSchoolId: lender.id } });
    const admin = await county.account({ role: 'county-admin' } as never);
    const put = (schoolIds: string[], version: number) =>
      county.ask(
        'PUT',
        `/lending-orders/${here.id}`,
        { schoolIds },
        { as: admin, headers: { 'if-match': `"v${version}"` } },
      );
    expect((await put([far.id, lender.id], 1)).body).toMatchObject({ version: 2 });
    const wish = randomUUID() as TitleId;
    await lender.copy({ titleId: wish });
    await far.copy({ titleId: wish });
    expect(await here.hold({ titleId: wish }, await here.pupil())).toMatchObject({
      onTheWay: { fromSchoolId: far.id },
    });
    expect((await put([], 1)).status).toBe(412);
    expect((await put([], 2)).status).toBe(200);
    // What serves the reader here is not needed from there any more.
    const more = await here.copy({ titleId });
    await looked();
    expect(await here.holdNow(second['id'])).toMatchObject({ status: 'ready', copyId: more.copyId });
    expect([await stateOf(near), await stateOf(other)]).toEqual(['in', 'in']);
    expect(await disagreements(county.service)).toEqual([]);
  });

  it('goes home when the hold is cancelled on the way, and stays when it has not left', async () => {
    const { copy, hold } = await sent();
    expect((await here.ask('DELETE', `/holds/${String(hold['id'])}`)).status).toBe(200);
    expect((await here.receive(copy)).body).toMatchObject({ next: 'transfer' });
    expect((await here.receive(copy)).body).toMatchObject({ code: 'transfer.not-sent-yet' });
    expect((await lender.receive(copy)).body).toMatchObject({ next: 'shelf' });
    const [early, wish] = [await lender.copy(), await here.pupil()];
    const given = await here.hold(early, wish);
    expect(await stateOf(early)).toBe('in-transit');
    await here.ask('DELETE', `/holds/${String(given['id'])}`);
    await looked();
    expect(await stateOf(early)).toBe('in');
    expect(await county.announced('shulian.circulation.transfer.ended.v1')).toContainEqual(
      expect.objectContaining({
        data: expect.objectContaining({ copyId: early.copyId, how: 'not-needed' }) as never,
      }),
    );
    expect(await disagreements(county.service)).toEqual([]);
  });

  it('is not sent where its school refuses, which is not asked for that again; another is', async () => {
    const titleId = randomUUID() as TitleId;
    await lender.copy({ titleId });
    const other = await far.copy({ titleId });
    const hold = await here.hold({ titleId }, await here.pupil());
    const transferId = (hold['onTheWay'] as { transferId: string }).transferId;
    const refuse = (by: SchoolForTests) =>
      by.ask('POST', `/transfers/${transferId}/refusal`, { note: '不在架' });
    expect([(await far.ask('GET', `/transfers/${transferId}`)).status, (await refuse(far)).status]).toEqual([
      404, 404,
    ]);
    expect((await refuse(here)).status).toBe(404);
    expect((await refuse(lender)).body).toMatchObject({ status: 'refused', note: '不在架' });
    expect((await refuse(lender)).body).toMatchObject({ code: 'transfer.not-requested' });
    await looked();
    expect(await here.holdNow(hold['id'])).toMatchObject({ position: 1, onTheWay: { fromSchoolId: far.id } });
    expect(await stateOf(other)).toBe('in-transit');
  });

  it('is missing after the days its school gives, declared lost by that school, asked for elsewhere, and found again', async () => {
    const { copy, hold, transferId } = await sent();
    const spare = await far.copy({ titleId: copy.titleId });
    await county.itIs('2026-10-15');
    expect((await lender.transfers('missing=true')).map(({ id }) => id)).toEqual([]);
    await county.itIs('2026-10-16');
    expect(await lender.transfers('missing=true')).toMatchObject([
      { id: transferId, daysOnWay: 4, missing: true },
    ]);
    const lose = (by: SchoolForTests) => by.ask('POST', `/transfers/${transferId}/loss`, {});
    expect((await lose(here)).status).toBe(404);
    expect((await lose(lender)).body).toMatchObject({ status: 'lost', missing: false });
    expect((await lose(lender)).body).toMatchObject({ code: 'transfer.not-packed' });
    await looked();
    expect([await stateOf(copy), await stateOf(spare)]).toEqual(['lost', 'in-transit']);
    expect(await here.holdNow(hold['id'])).toMatchObject({ onTheWay: { fromSchoolId: far.id } });
    // It was in the van all the time.
    expect((await here.receive(copy)).body).toMatchObject({
      next: 'hold',
      holdId: hold['id'],
      transfer: { status: 'received' },
    });
    await looked();
    expect(await stateOf(spare)).toBe('in');
    await county.itIs('2026-10-12');
    expect(await disagreements(county.service)).toEqual([]);
  });

  it('is on its way again when the receipt was a mistake, as long as nothing happened since', async () => {
    const { copy, hold, transferId } = await sent();
    expect((await here.receive(copy)).body).toMatchObject({ next: 'hold' });
    const undo = (by: SchoolForTests) => by.ask('POST', `/transfers/${transferId}/receipt-undoing`);
    expect((await undo(lender)).status).toBe(404);
    const undone = await undo(here);
    expect([undone.status, undone.body]).toMatchObject([200, { status: 'packed', receivedAtSchoolId: null }]);
    expect(await here.holdNow(hold['id'])).toMatchObject({
      status: 'waiting',
      position: 1,
      onTheWay: { status: 'packed' },
    });
    expect((await here.receive(copy)).body).toMatchObject({ next: 'hold', holdId: hold['id'] });
    const pupil = (await here.holdNow(hold['id']))['readerId'];
    const lent = await here.ask('POST', '/checkouts', { copyBarcode: copy.barcode, readerId: pupil });
    expect(lent.status).toBe(201);
    expect((await undo(here)).body).toMatchObject({ code: 'transfer.moved-on' });
    expect(await disagreements(county.service)).toEqual([]);
  });

  it('is out of its school again when its receipt at home was a mistake, but not once it was lent there', async () => {
    const { copy, hold } = await sent();
    await here.receive(copy);
    await here.ask('DELETE', `/holds/${String(hold['id'])}`);
    const home = await lender.receive(copy);
    const { id } = home.body['transfer'] as { id: string };
    const undo = () => lender.ask('POST', `/transfers/${id}/receipt-undoing`);
    expect((await undo()).body).toMatchObject({ status: 'packed', why: 'home' });
    const [away] = await county.service.sql<{ for_hold: boolean }>(
      'select for_hold from away_copy where copy_id = $1',
      [copy.copyId],
    );
    expect(away).toEqual({ for_hold: true });
    expect((await lender.receive(copy)).body).toMatchObject({ next: 'shelf' });
    expect((await lender.lend(copy, await lender.pupil())).status).toBe(201);
    expect((await lender.giveBack(copy)).body).toMatchObject({ next: 'shelf' });
    expect((await undo()).body).toMatchObject({ code: 'transfer.moved-on' });
    expect(await disagreements(county.service)).toEqual([]);
  });

  it('lies ready for the next who waits there when nobody comes for it, else goes home', async () => {
    const { copy, hold } = await sent();
    const next = await here.hold(copy, await here.pupil());
    await here.receive(copy);
    await here.ask('DELETE', `/holds/${String(hold['id'])}`);
    expect(await here.holdNow(next['id'])).toMatchObject({ status: 'ready', copyId: copy.copyId });
    await here.ask('DELETE', `/holds/${String(next['id'])}`);
    expect(await stateOf(copy)).toBe('in-transit');
    expect(await here.transfers('side=from&status=requested&why=home')).toContainEqual(
      expect.objectContaining({ copyId: copy.copyId, toSchoolId: lender.id }),
    );
    expect(await disagreements(county.service)).toEqual([]);
  });
});

describe('a run of the courier', () => {
  it('is opened, packed, unpacked, left and not left, and removed when it is empty', async () => {
    const copy = await lender.copy();
    await here.hold(copy, await here.pupil());
    const [run, second] = [await lender.run(), await lender.run()];
    const leave = () => lender.ask('POST', `/courier-runs/${run}/departure`);
    expect((await leave()).body).toMatchObject({ code: 'courier-run.empty' });
    const { id } = (await lender.pack(run, copy)).body;
    expect((await lender.pack(second, copy)).body).toMatchObject({ code: 'transfer.packed-elsewhere' });
    expect((await lender.pack(run, { barcode: 'NOBODY' })).body).toMatchObject({
      code: 'transfer.none-to-pack',
    });
    expect((await far.pack(run, copy)).status).toBe(404);
    expect((await lender.ask('DELETE', `/courier-runs/${run}`)).body).toMatchObject({
      code: 'courier-run.not-empty',
    });
    const unpack = () => lender.ask('POST', `/courier-runs/${run}/packings/${String(id)}/undoing`);
    expect((await unpack()).body).toMatchObject({ status: 'requested', runId: null });
    expect((await unpack()).status).toBe(404);
    expect((await lender.pack(run, copy)).status).toBe(200);
    expect((await here.ask('GET', `/courier-runs/${run}`)).status).toBe(404);
    expect((await leave()).body).toMatchObject({ state: 'left', copies: 1, received: 0 });
    expect((await leave()).body).toMatchObject({ code: 'courier-run.left' });
    expect((await unpack()).body).toMatchObject({ code: 'courier-run.left' });
    expect((await here.ask('GET', `/courier-runs/${run}`)).status).toBe(200);
    expect((await far.ask('GET', `/courier-runs/${run}/lines`)).status).toBe(404);
    expect((await here.ask('GET', `/courier-runs/${run}/lines`)).body).toMatchObject({
      items: [{ id, copyBarcode: copy.barcode }],
    });
    expect((await lender.ask('POST', `/courier-runs/${run}/departure-undoing`)).body).toMatchObject({
      state: 'open',
    });
    expect((await lender.ask('POST', `/courier-runs/${run}/departure-undoing`)).body).toMatchObject({
      code: 'courier-run.open',
    });
    expect((await lender.ask('DELETE', `/courier-runs/${second}`)).status).toBe(204);
    const listed = (await lender.ask('GET', '/courier-runs?state=open')).body['items'] as { id: string }[];
    expect(listed.map((one) => one.id)).toContain(run);
    expect(listed.map((one) => one.id)).not.toContain(second);
  });

  it('prints its manifest with room for three to sign, and the list of what is on the way', async () => {
    const { run } = await sent();
    for (const [path, columns] of [
      [`/courier-runs/${run}/lines`, '条码,索书号,题名,所属学校,事由,送往,状态,签收日期'],
      [
        '/transfers',
        '条码,索书号,题名,所属学校,事由,送往,发自,状态,提出日期,发出日期,在途天数,逾期未到,结束日期,备注',
      ],
      ['/courier-runs', '日期,发自,送书人,册数,已签收,状态,发车时间,备注'],
      ['/lending-shares', '次序,学校,开放,外借上限,现外借,新书留校天数,他校代还,在途天数,规定日期'],
    ] as const) {
      const answer = await fetch(`${county.service.url}/api/v1${path}?format=csv`, {
        headers: { authorization: `Bearer ${lender.librarian}`, 'accept-language': 'zh' },
      });
      expect([path, answer.status]).toEqual([path, 200]);
      expect(await answer.text()).toContain(columns);
    }
    for (const format of ['xlsx', 'pdf']) {
      const answer = await fetch(`${county.service.url}/api/v1/courier-runs/${run}/lines?format=${format}`, {
        headers: { authorization: `Bearer ${lender.librarian}` },
      });
      expect(answer.status).toBe(200);
      expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(1_000);
    }
  });
});
