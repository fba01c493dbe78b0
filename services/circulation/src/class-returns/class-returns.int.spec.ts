import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { SchoolId } from '@shulian/contracts/ids';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { CountyForTests, type Copy, type Pupil, type Reply } from '../a-county.builder.js';
import type { DailyCycle, ReturnedCopy } from '../shelving/shelving.http.js';
import type { CheckView, ClassWeek, DueClass, MissingLoan } from './class-returns.http.js';
import { PublishWeeks } from './publish-weeks.use-case.js';

let database: FreshDatabase;
let county: CountyForTests;
let elsewhere: string;
let teacher: string;
let helper: string;

beforeAll(async () => {
  database = await freshDatabase('class_returns');
  county = await CountyForTests.open(database.ownerUrl);
  const { schoolId, classId } = county;
  const other = randomUUID() as SchoolId;
  await county.openSchool(other);
  elsewhere = await county.account({ role: 'librarian', schoolId: other });
  teacher = await county.account({ role: 'teacher', schoolId, classId });
  helper = await county.account({ role: 'class-helper', schoolId, classId });
});
afterAll(async () => {
  await county.stop();
  await database.drop();
});
beforeEach(() => county.itIs('2026-10-12'));

const itemsOf = <Item>(told: Reply): Item[] => told.body['items'] as Item[];
const lent = async (): Promise<{ pupil: Pupil; copy: Copy }> => {
  const [pupil, copy] = [await county.enrol(), await county.accession()];
  expect((await county.lend(copy, pupil)).status).toBe(201);
  return { pupil, copy };
};
const returned = async (query = '', as?: string): Promise<ReturnedCopy[]> =>
  itemsOf(await county.ask('GET', `/returned-copies?${query}`, undefined, as ? { as } : {}));
const mark = (body: object, as?: string): Promise<Reply> =>
  county.ask('POST', '/returned-copies/marks', body, as ? { as } : {});
const barcodesOf = (copies: readonly { copyBarcode: string | null }[]): string[] =>
  copies.map(({ copyBarcode }) => copyBarcode ?? '').sort();

/** By the timetable of the term, at noon. */
const itsDayIsWednesday = async (): Promise<void> => {
  const made = async (path: string, body: object): Promise<string> => {
    const told = await county.ask('POST', path, body);
    expect({ path, ...told }).toMatchObject({ path, status: 201 });
    return told.body['id'] as string;
  };
  const roomId = await made('/library-rooms', { name: '借书室', purposes: ['lending'], place: '一楼' });
  const noon = { code: 'noon', name: '午间', weekdays: [1, 2, 3, 4, 5], from: '12:00', to: '12:50' };
  expect((await county.ask('PUT', '/bell-schedules', { lessons: [], windows: [noon] })).status).toBe(200);
  const [term] = await county.service.sql<{ id: string }>(
    'select term_id as id from known_term where school_id = $1',
    [county.schoolId],
  );
  const timetable = await made('/rotation-timetables', { termId: term?.id, name: '轮借表' });
  const slot = { roomId, purpose: 'lending', classId: county.classId, weekday: 3, window: 'noon' };
  await made(`/rotation-timetables/${timetable}/slots`, slot);
  const published = await county.ask('POST', `/rotation-timetables/${timetable}/publication`);
  expect(published.status).toBe(200);
};

describe('what came back in the morning', () => {
  it('[CIR-037] waits to be shelved, is shelved or missing, and the day ends with tidy shelves', async () => {
    const lentOnes = [await lent(), await lent(), await lent()];
    const [one, two, again] = lentOnes.map(({ copy }) => copy);
    if (!one || !two || !again) throw new Error('three were lent');
    for (const { copy } of lentOnes) await county.giveBack(copy);
    expect(barcodesOf(await returned('', helper))).toEqual(
      [one, two, again].map(({ barcode }) => barcode).sort(),
    );
    // What goes out again in the afternoon waits no more.
    await county.lend(again, lentOnes[0]?.pupil ?? (await county.enrol()));
    expect(await returned()).toMatchObject([
      {
        state: 'waiting',
        classId: county.classId,
        returnedOn: '2026-10-12',
        callNumber: 'I287.45/1',
        markedOn: null,
      },
      { state: 'waiting' },
    ]);
    const told = await mark(
      { barcodes: [` ${one.barcode.toLowerCase()}`, 'NOBODY'], state: 'shelved' },
      helper,
    );
    expect(told.body).toEqual({ marked: 1, unknown: ['NOBODY'] });
    expect((await mark({ barcodes: [two.barcode], state: 'missing' })).status).toBe(200);
    expect(await returned()).toEqual([]);
    expect(barcodesOf(await returned('state=missing'))).toEqual([two.barcode]);
    expect((await mark({ barcodes: [two.barcode], state: 'waiting' })).body).toMatchObject({ marked: 1 });
    expect(barcodesOf(await returned())).toEqual([two.barcode]);
    expect((await mark({ classId: county.classId, state: 'shelved' })).body).toMatchObject({ marked: 3 });
    expect((await mark({ barcodes: [two.barcode], state: 'shelved' }, elsewhere)).body).toMatchObject({
      marked: 0,
      unknown: [two.barcode],
    });
    for (const wrong of [
      { state: 'shelved' },
      { barcodes: [], state: 'shelved' },
      { barcodes: ['A'], state: 'burnt' },
    ])
      expect((await mark(wrong)).status).toBe(400);

    const tidied = await county.ask('POST', '/shelf-tidyings', { note: '下午放学后' }, { as: helper });
    expect(tidied).toMatchObject({ status: 201, body: { tidiedOn: '2026-10-12', note: '下午放学后' } });
    expect(await county.ask('POST', '/shelf-tidyings', {})).toMatchObject({
      status: 409,
      body: { code: 'shelf-tidying.done' },
    });
    const days = itemsOf<DailyCycle>(await county.ask('GET', '/daily-cycles'));
    expect(days).toHaveLength(7);
    expect(days[0]).toMatchObject({
      day: '2026-10-12',
      returned: 3,
      shelved: 3,
      missing: 0,
      classes: 1,
      lent: 4,
    });
    expect(days[0]?.tidyingId).toBe(tidied.body['id']);
    expect(days[1]).toMatchObject({ day: '2026-10-11', returned: 0, lent: 0, tidyingId: null });
    const remove = (as?: string): Promise<Reply> =>
      county.ask('DELETE', `/shelf-tidyings/${String(tidied.body['id'])}`, undefined, as ? { as } : {});
    expect((await remove(elsewhere)).status).toBe(404);
    await county.itIs('2026-10-13');
    expect((await remove()).status).toBe(409);
    await county.itIs('2026-10-12');
    expect((await remove()).status).toBe(204);
    await county.giveBack(again);
  });
});

describe('the class of the day', () => {
  it('[CIR-038] is checked for what it has not returned, and its teacher is spoken with the same day', async () => {
    const [kept, back] = [await lent(), await lent()];
    await itsDayIsWednesday();
    await county.itIs('2026-11-10');
    const check = (as?: string): Promise<Reply> =>
      county.ask('POST', '/class-return-checks', { classId: county.classId }, as ? { as } : {});
    expect((await check()).body).toMatchObject({ missing: 0, returned: 0 });
    await county.itIs('2026-11-11');
    await county.giveBack(back.copy);
    expect((await check(elsewhere)).status).toBe(422);
    const told = (await check()).body as unknown as CheckView;
    expect(told).toMatchObject({ missing: 1, borrowers: 1, returned: 1, since: 0, contactedOn: null });
    const loans = async (as?: string): Promise<MissingLoan[]> =>
      itemsOf(await county.ask('GET', `/class-return-checks/${told.id}/loans`, undefined, as ? { as } : {}));
    expect(await loans(teacher)).toMatchObject([
      {
        position: 1,
        readerId: kept.pupil.readerId,
        copyBarcode: kept.copy.barcode,
        dueOn: '2026-11-11',
        since: 'open',
      },
    ]);
    const { classId } = county;
    const body = { classId, whom: 'homeroom-teacher', note: '明早带来' };
    expect((await county.ask('POST', '/return-contacts', body)).status).toBe(201);
    await county.giveBack(kept.copy);
    const checks = async (as?: string): Promise<CheckView[]> =>
      itemsOf(await county.ask('GET', `/class-return-checks?on=2026-11-11`, undefined, as ? { as } : {}));
    expect(await checks(teacher)).toMatchObject([{ id: told.id, since: 1, contactedOn: '2026-11-11' }]);
    expect(await checks(elsewhere)).toEqual([]);
    expect((await loans())[0]?.since).toBe('returned');
    const due = async (on: string, as?: string): Promise<DueClass[]> =>
      itemsOf(await county.ask('GET', `/class-return-checks/due?on=${on}`, undefined, as ? { as } : {}));
    expect(await due('2026-11-11', teacher)).toMatchObject([
      { classId, from: '12:00', to: '12:50', checkId: told.id, missing: 1, contactedOn: '2026-11-11' },
    ]);
    expect(await due('2026-11-18')).toMatchObject([{ classId, checkId: null, missing: null }]);
    expect([await due('2026-11-10'), await due('2026-11-11', elsewhere)]).toEqual([[], []]);
    const remove = (as?: string): Promise<Reply> =>
      county.ask('DELETE', `/class-return-checks/${told.id}`, undefined, as ? { as } : {});
    expect((await remove(elsewhere)).status).toBe(404);
    await county.itIs('2026-11-12');
    expect((await remove()).status).toBe(409);
    await county.itIs('2026-11-11');
    expect((await remove()).status).toBe(204);
  });
});

describe('what the classes borrowed in a week', () => {
  it('[CIR-055] is published for the whole school, corrected by publishing again, and taken down', async () => {
    await county.itIs('2026-11-30');
    const { pupil } = await lent();
    await county.lend(await county.accession(), pupil);
    await county.itIs('2026-12-07');
    const publish = (body: object = {}, as?: string): Promise<Reply> =>
      county.ask('POST', '/class-weeks', body, as ? { as } : {});
    const weeks = async (as?: string): Promise<ClassWeek[]> =>
      itemsOf(await county.ask('GET', '/class-weeks?of=2026-12-02', undefined, as ? { as } : {}));
    expect((await publish()).body).toEqual({ weekStartsOn: '2026-11-30', classes: 1 });
    expect(await weeks(helper)).toEqual([
      {
        weekStartsOn: '2026-11-30', classId: county.classId, loans: 2, borrowers: 1, returned: 0, open: 2, overdue: 0,
        publishedOn: '2026-12-07',
      },
    ]); // prettier-ignore
    await county.itIs('2026-12-31');
    expect((await publish({ of: '2026-12-04' })).status).toBe(200);
    expect(await weeks()).toMatchObject([{ loans: 2, open: 2, overdue: 2, publishedOn: '2026-12-31' }]);
    expect((await publish({ of: '2027-01-04' })).status).toBe(400);
    expect((await publish({ schoolId: county.schoolId }, elsewhere)).status).toBe(403);
    const answer = await fetch(`${county.service.url}/api/v1/class-weeks?of=2026-12-02&format=csv`, {
      headers: { authorization: `Bearer ${teacher}`, 'accept-language': 'zh' },
    });
    expect((await answer.text()).replace('\ufeff', '').split('\r\n')[0]).toBe(
      '周（星期一）,借出册数,借书人数,归还册数,在借,逾期',
    );
    expect((await county.ask('POST', '/class-weeks/withdrawals', { of: '2026-12-02' })).body).toMatchObject({
      classes: 1,
    });
    expect(await weeks()).toEqual([]);
    // Who forgets it has it published by the next morning.
    await county.itIs('2026-12-07');
    const publishWeeks = county.service.app.get(PublishWeeks);
    expect(await publishWeeks.execute('2026-12-07' as never)).toBe(1);
    expect(await publishWeeks.execute('2026-12-07' as never)).toBe(0);
    expect(await weeks()).toMatchObject([{ loans: 2 }]);
  });

  it('[GTW-020] what is published is read by everybody, without a reader in it, and of few pupils nothing', async () => {
    const open = async (query = ''): Promise<{ status: number; items: Record<string, unknown>[] }> => {
      const answer = await fetch(
        `${county.service.url}/api/v1/public-class-weeks?schoolId=${county.schoolId}${query}`,
      );
      return { status: answer.status, items: ((await answer.json()) as { items: never[] }).items };
    };
    await county.itIs('2027-01-11');
    const { pupil } = await lent();
    expect(await open('&of=2027-01-11')).toEqual({ status: 200, items: [] });
    await county.service.sql(
      `update known_reader set standing = 'left' where class_id = $1 and reader_id <> $2`,
      [county.classId, pupil.readerId],
    );
    for (let n = 0; n < 3; n += 1) await county.enrol();
    await county.ask('POST', '/class-weeks', { of: '2027-01-11' });
    const week = { weekStartsOn: '2027-01-11', className: '五年级2班', publishedOn: '2027-01-11' };
    expect((await open()).items).toEqual([{ ...week, loans: null, returned: null }]);
    await county.enrol();
    expect((await open('&of=2027-01-14')).items).toEqual([{ ...week, loans: 1, returned: 0 }]);
    expect((await open('&of=2027-01-20')).items).toEqual([]);
    await county.ask('POST', '/class-weeks/withdrawals', { of: '2027-01-11' });
    expect((await open('&of=2027-01-11')).items).toEqual([]);
    expect((await fetch(`${county.service.url}/api/v1/public-class-weeks`)).status).toBe(400);
  });
});
