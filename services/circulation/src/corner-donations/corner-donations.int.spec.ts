import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { CountyForTests, type Reply } from '../a-county.builder.js';

let database: FreshDatabase;
let county: CountyForTests;
let teacher: string;
let corner: string;
let gallery: string;

beforeAll(async () => {
  database = await freshDatabase('corner_donations');
  county = await CountyForTests.open(database.ownerUrl);
  const { schoolId, classId } = county;
  teacher = await county.account({ role: 'teacher', schoolId, classId });
  const made = async (kind: string, name: string): Promise<string> =>
    String((await county.ask('POST', '/book-corners', { kind, classId, name })).body['id']);
  [corner, gallery] = [await made('class', '五2图书角'), await made('gallery', '五年级书廊')];
});
afterAll(async () => {
  await county.stop();
  await database.drop();
});

const offer = (body: object, to = corner, as = teacher): Promise<Reply> =>
  county.ask('POST', `/book-corners/${to}/donations`, body, { as });
const judge = (given: Reply, body: object, as?: string): Promise<Reply> =>
  county.ask('PUT', `/corner-donations/${String(given.body['id'])}/verdict`, body, {
    headers: { 'if-match': given.headers.get('etag') ?? '' },
    ...(as === undefined ? {} : { as }),
  });
const good = { sound: true, scientific: true, interesting: true };

describe('a donation to a corner', () => {
  it('[CIR-068] of a class, a pupil or somebody by name is recorded with who gives', async () => {
    const { readerId } = await county.enrol();
    const byClass = await offer({ title: '昆虫记', author: '法布尔', volumes: 2 });
    expect([byClass.status, byClass.body]).toMatchObject([
      201,
      { state: 'offered', donor: { kind: 'class', id: county.classId }, volumes: 2, giver: null },
    ]);
    expect((await offer({ title: '城南旧事', readerId })).body).toMatchObject({
      donor: { kind: 'reader', id: readerId },
      volumes: 1,
    });
    expect((await offer({ title: '三国演义', giver: '校友会' })).body).toMatchObject({
      donor: null,
      giver: '校友会',
    });
    expect((await offer({ title: '三国演义', giver: '校友会', readerId })).status).toBe(400);
    expect((await offer({ title: '三国演义', readerId: randomUUID() })).status).toBe(422);
    expect((await offer({ title: ' ' })).status).toBe(400);
  });

  it('[CIR-068] stands there when it is sound in ideas, science and interest, and else is refused with the reason', async () => {
    for (const lacking of ['sound', 'scientific', 'interesting']) {
      const given = await offer({ title: '怪谈' });
      const verdict = { ...good, [lacking]: false };
      expect((await judge(given, verdict)).status).toBe(400);
      expect((await judge(given, { ...verdict, why: '内容不宜' })).body).toMatchObject({
        state: 'refused',
        [lacking]: false,
        why: '内容不宜',
        vettedOn: '2026-10-12',
      });
    }
    const given = await offer({ title: '海底两万里' });
    expect((await judge(given, good, teacher)).status).toBe(403);
    expect((await judge(given, good)).body).toMatchObject({ state: 'accepted' });
    expect((await judge(given, good)).status).toBe(412);
  });

  it('[CIR-068] is judged anew when the verdict was wrong, and taken from the corner in the end', async () => {
    const given = await offer({ title: '十万个为什么' });
    const removal = `/corner-donations/${String(given.body['id'])}/removal`;
    expect((await county.ask('POST', removal)).body).toMatchObject({ code: 'corner-donation.not-accepted' });
    const wrong = await judge(given, { ...good, scientific: false, why: '看错了' });
    const right = await judge(wrong, good);
    expect(right.body).toMatchObject({ state: 'accepted', why: null });
    const removed = await county.ask('POST', removal);
    expect(removed.body).toMatchObject({ state: 'removed' });
    expect((await judge(removed, good)).body).toMatchObject({ code: 'corner-donation.removed' });
  });

  it('[CIR-072] fills the open gallery once a year at the reading festival, as the list of the year shows', async () => {
    const occasion = '2026年读书节';
    const given = await offer({ title: '小王子', occasion, volumes: 30 }, gallery);
    await judge(given, good);
    await offer({ title: '旧杂志', occasion }, gallery);
    const path = `/corner-donations?cornerId=${gallery}&state=accepted&from=2026-09-01&to=2027-07-31`;
    const listed = await county.ask('GET', path);
    expect(listed.body['items']).toMatchObject([
      { title: '小王子', occasion, volumes: 30, corner: '五年级书廊' },
    ]);
    const before = await county.ask('GET', `/corner-donations?cornerId=${gallery}&to=2026-10-11`);
    expect(before.body['items']).toEqual([]);
  });

  it('[CIR-068] is printed with giver, verdict and reason, for the own school only', async () => {
    const answer = await fetch(
      `${county.service.url}/api/v1/corner-donations?cornerId=${corner}&format=csv`,
      {
        headers: { authorization: `Bearer ${county.librarian}`, 'accept-language': 'zh' },
      },
    );
    const lines = (await answer.text()).replace('\ufeff', '').split('\r\n');
    expect(lines[0]).toBe('捐赠日期,图书角,校外捐赠人,活动,题名,作者,册数,审查,理由');
    expect(lines).toContain('2026-10-12,五2图书角,,,怪谈,,1,不接受,内容不宜');
    const foreign = await county.account({ role: 'librarian', schoolId: randomUUID() });
    expect((await offer({ title: '书' }, corner, foreign)).status).toBe(404);
    const own = await county.ask('GET', '/corner-donations', undefined, { as: foreign });
    expect(own.body['items']).toEqual([]);
  });
});
