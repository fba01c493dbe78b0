import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { CountyForTests, disagreements, type Pupil, type Reply } from '../a-county.builder.js';

let database: FreshDatabase;
let county: CountyForTests;

beforeAll(async () => {
  database = await freshDatabase('vacation_lending');
  county = await CountyForTests.open(database.ownerUrl);
});
afterEach(async () => expect(await disagreements(county.service)).toEqual([]));
afterAll(async () => {
  await county.stop();
  await database.drop();
});

const winter = { name: '2027年寒假', lendFrom: '2027-01-11', lendTo: '2027-01-15', dueOn: '2027-03-02' };
const arrange = (more: object = {}): Promise<Reply> =>
  county.ask('POST', '/vacation-arrangements', { ...winter, ...more });
const dueFor = async (pupil: Pupil): Promise<string> => {
  const lent = await county.lend(await county.accession(), pupil);
  expect(lent.status).toBe(201);
  return (lent.body['loan'] as { dueOn: string }).dueOn;
};
const csv = async (path: string): Promise<string[]> => {
  const answer = await fetch(`${county.service.url}/api/v1${path}format=csv`, {
    headers: { authorization: `Bearer ${county.librarian}`, 'accept-language': 'zh' },
  });
  return (await answer.text()).replace('\ufeff', '').trim().split('\r\n');
};

describe('lending before a vacation', () => {
  it('[CIR-018] gives all that goes out in these days one due day after it, and leaves the days before and after as ever', async () => {
    const slots = [{ classId: county.classId, on: '2027-01-12', from: '12:30', to: '13:10' }];
    const made = await arrange({ slots });
    expect([made.status, made.body]).toMatchObject([201, { ...winter, classes: 1, cancelled: false }]);
    const teacher = await county.enrol({ kind: 'teacher', section: null, entryYear: null });
    const due: Record<string, string> = {};
    for (const on of ['2027-01-10', '2027-01-11', '2027-01-15', '2027-01-16']) {
      await county.itIs(on);
      due[on] = await dueFor(await county.enrol());
    }
    expect([due['2027-01-11'], due['2027-01-15']]).toEqual(['2027-03-02', '2027-03-02']);
    for (const on of ['2027-01-10', '2027-01-16']) expect(due[on]).not.toBe('2027-03-02');
    await county.itIs('2027-01-12');
    expect(await dueFor(teacher)).toBe('2027-03-02');
    const copy = await county.accession();
    const whole = await county.ask('POST', '/checkouts', {
      copyBarcode: copy.barcode,
      classId: county.classId,
    });
    expect(whole.body['loan']).toMatchObject({ mode: 'collective', dueOn: '2027-03-02' });
    await county.giveBack(copy);
    const path = `/vacation-arrangements/${String(made.body['id'])}`;
    const schedule = await county.ask('GET', `${path}/classes`);
    expect(schedule.body['items']).toMatchObject([
      { classId: county.classId, on: '2027-01-12', from: '12:30', to: '13:10', loans: 4, open: 3 },
    ]);
    expect(await csv(`${path}/classes?`)).toEqual([
      '日期,开始,结束,借出册数,未还册数',
      '2027-01-12,12:30,13:10,4,3',
    ]);
    const lines = await csv(`${path}/loans?`);
    expect([lines[0], lines.length]).toEqual(['借出日期,条码,题名,应还日期,状态', 5]);
    expect(lines.at(-1)).toBe(`2027-01-15,${(lines.at(-1) ?? '').split(',')[1] ?? ''},,2027-03-02,在借`);
    const ofClass = await county.ask('GET', `${path}/loans?classId=${county.classId}&limit=2`);
    expect((ofClass.body['items'] as unknown[]).length).toBe(2);
    await county.ask('POST', `${path}/cancellation`);
  });

  it('[CIR-018] is said anew, and cancelled: what is out keeps its day, what goes out then is due as ever', async () => {
    await county.itIs('2027-01-13');
    const made = await arrange();
    const path = `/vacation-arrangements/${String(made.body['id'])}`;
    const first = await county.enrol();
    expect(await dueFor(first)).toBe('2027-03-02');
    const headers = { 'if-match': made.headers.get('etag') ?? '' };
    const anew = await county.ask('PUT', path, { ...winter, dueOn: '2027-03-09' }, { headers });
    expect([anew.status, anew.body]).toMatchObject([200, { dueOn: '2027-03-09', version: 2 }]);
    expect((await county.ask('PUT', path, winter, { headers })).status).toBe(412);
    expect(await dueFor(await county.enrol())).toBe('2027-03-09');
    expect((await county.ask('POST', `${path}/cancellation`)).body).toMatchObject({ cancelled: true });
    expect((await county.ask('POST', `${path}/cancellation`)).body).toMatchObject({
      code: 'vacation.cancelled',
    });
    expect(await dueFor(await county.enrol())).not.toBe('2027-03-09');
    const kept = await county.ask('GET', `/loans?readerId=${first.readerId}`);
    expect(kept.body['items']).toMatchObject([{ dueOn: '2027-03-02' }]);
  });

  it('[CIR-018] has days that follow each other, classes of the school, and a school', async () => {
    expect((await arrange({ lendTo: '2027-01-10' })).status).toBe(400);
    expect((await arrange({ dueOn: '2027-01-15' })).status).toBe(400);
    expect((await arrange({ slots: [{ classId: county.classId, on: '2027-01-16' }] })).status).toBe(400);
    expect((await arrange({ slots: [{ classId: randomUUID(), on: '2027-01-12' }] })).status).toBe(422);
    const made = await arrange({ lendFrom: '2026-01-05', lendTo: '2026-01-09' });
    const foreign = await county.account({ role: 'librarian', schoolId: randomUUID() });
    const path = `/vacation-arrangements/${String(made.body['id'])}`;
    expect((await county.ask('GET', `${path}/loans`, undefined, { as: foreign })).status).toBe(404);
    expect((await county.ask('POST', `${path}/cancellation`, undefined, { as: foreign })).status).toBe(404);
  });
});
