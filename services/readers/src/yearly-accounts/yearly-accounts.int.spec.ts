import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase, pdfTexts, type FreshDatabase } from '@shulian/test-kit';
import { aReadersService, type Answered, type ReadersForTests } from '../a-readers-service.builder.js';
import type { ReaderView } from '../enrolment/readers.http.js';
import type { AccountsPage, YearlyAccountView, RemarksPage, RemarkView } from './yearly-accounts.http.js';

let database: FreshDatabase;
let readers: ReadersForTests;
let librarian: string;
let teacher: string;
let pupil: string;
let otherPupil: string;

beforeAll(async () => {
  database = await freshDatabase('readers_yearly_accounts');
  readers = await aReadersService(database.ownerUrl);
  const open = async (code: string): Promise<string> => {
    const body = { code, name: `学校 ${code}`, kind: 'primary' };
    return (await readers.done<{ id: string }>('POST', '/api/v1/schools', readers.admin, body)).id;
  };
  const [schoolId, other] = [await open('A'), await open('B')];
  const schoolClass = { schoolId, section: 'primary', entryYear: 2024, classNo: 1 };
  const { id: classId } = await readers.done<{ id: string }>(
    'POST',
    '/api/v1/classes',
    readers.admin,
    schoolClass,
  );
  librarian = await readers.as({ role: 'librarian', schoolId });
  teacher = await readers.as({ role: 'teacher', schoolId, classId });
  const reader = async (as: string): Promise<string> => {
    const body = { kind: 'student', name: '小读者' };
    const { id } = await readers.done<ReaderView>('POST', '/api/v1/readers', as, body);
    return readers.as({ role: 'reader', readerId: id });
  };
  pupil = await reader(librarian);
  otherPupil = await reader(await readers.as({ role: 'librarian', schoolId: other }));
});
afterAll(async () => {
  await readers?.stop();
  await database?.drop();
});

const ask = <Body = Record<string, unknown>>(
  method: string,
  path: string,
  body?: unknown,
  as = librarian,
): Promise<Answered<Body>> => readers.ask(method, `/api/v1${path}`, as, body === undefined ? {} : { body });
const content = {
  title: '图书馆工作公开',
  text: '本年购书。\n本年活动。',
  figures: [{ name: '藏书量', value: '12,000 册' }],
};
const write = (year: number): Promise<YearlyAccountView> =>
  readers.done('POST', '/api/v1/yearly-accounts', librarian, { year, ...content });
const change = ({ id, version }: YearlyAccountView, body: object): Promise<Answered<YearlyAccountView>> =>
  readers.ask('PATCH', `/api/v1/yearly-accounts/${id}`, librarian, {
    body: { ...content, ...body },
    headers: { 'if-match': `"v${String(version)}"` },
  });
const statusOf = async (path: string, as: string): Promise<number> =>
  (await ask('GET', path, undefined, as)).status;
const file = (path: string, format: string, as: string): Promise<Response> =>
  fetch(`${readers.url}/api/v1${path}?format=${format}`, {
    headers: { authorization: `Bearer ${as}`, 'accept-language': 'zh' },
  });

describe('what a library tells its school of a year', () => {
  it('[RDR-050] is read by everybody at the school once it is published, and by nobody else', async () => {
    const account = await write(2025);
    const path = `/yearly-accounts/${account.id}`;
    expect(account).toMatchObject({ year: 2025, publishedOn: null, version: 1 });
    expect([await statusOf(path, teacher), await statusOf(path, pupil)]).toEqual([404, 404]);
    expect(await ask('POST', '/yearly-accounts', { year: 2025, ...content })).toMatchObject({
      status: 409,
      body: { code: 'yearly-account.exists' },
    });
    const published = await change(account, { published: true });
    expect(published.body).toMatchObject({ publishedOn: '2026-10-12', version: 2 });
    expect([await statusOf(path, teacher), await statusOf(path, pupil)]).toEqual([200, 200]);
    expect(await statusOf(path, otherPupil)).toBe(404);
    const years = async (as: string) =>
      (await ask<AccountsPage>('GET', '/yearly-accounts', undefined, as)).body.items.map(({ year }) => year);
    await write(2026);
    expect([await years(librarian), await years(pupil), await years(otherPupil)]).toEqual([
      [2026, 2025],
      [2025],
      [],
    ]);
    const pdf = Buffer.from(await (await file(`${path}/lines`, 'pdf', pupil)).arrayBuffer());
    const texts = (await pdfTexts(pdf)).join('');
    for (const text of ['图书馆工作公开', '本年购书。', '藏书量', '12,000 册']) expect(texts).toContain(text);
    expect((await change(published.body, { text: '改了' })).body).toMatchObject({
      code: 'yearly-account.published',
    });
    expect((await change(account, { published: false })).status).toBe(412);
    const back = await change(published.body, { published: false, text: '改了' });
    expect(back.body).toMatchObject({ publishedOn: null, text: '改了', version: 3 });
    expect(await statusOf(path, pupil)).toBe(404);
    expect((await change(back.body, { published: true })).status).toBe(200);
  });

  it('[RDR-050] is asked about by pupils and teachers, and the library answers for all to see', async () => {
    const account = (await change(await write(2024), { published: true })).body;
    const path = `/yearly-accounts/${account.id}/remarks`;
    const say = (text: string, as: string) => ask<RemarkView>('POST', path, { text }, as);
    const question = await say('能多买漫画吗？', pupil);
    expect(question.body).toMatchObject({ asker: 'reader', answer: null, madeOn: '2026-10-12' });
    expect((await say('开放时间太短', teacher)).body).toMatchObject({ asker: 'teacher' });
    expect((await say('别校的', otherPupil)).status).toBe(404);
    expect((await say('x'.repeat(1_000), pupil)).status).toBe(201);
    expect((await say('x'.repeat(1_001), pupil)).status).toBe(400);
    const answer = (as: string) =>
      ask('POST', `/account-remarks/${question.body.id}/answer`, { answer: '下学期采购' }, as);
    expect((await answer(teacher)).status).toBe(403);
    expect((await answer(librarian)).body).toMatchObject({ answer: '下学期采购', answeredOn: '2026-10-12' });
    const seen = async (as: string) =>
      (await ask<RemarksPage>('GET', path, undefined, as)).body.items.map(({ text, answer: given }) => [
        text.slice(0, 6),
        given,
      ]);
    expect(await seen(teacher)).toEqual([
      ['能多买漫画吗', '下学期采购'],
      ['开放时间太短', null],
      ['xxxxxx', null],
    ]);
    const insult = await say('骂人的话', pupil);
    const hide = (hidden: boolean) => ask('POST', `/account-remarks/${insult.body.id}/hiding`, { hidden });
    expect((await hide(true)).body).toMatchObject({ hiddenOn: '2026-10-12' });
    expect(await seen(pupil)).toHaveLength(3);
    expect(await seen(librarian)).toHaveLength(4);
    expect((await hide(false)).body).toMatchObject({ hiddenOn: null });
    expect(await seen(pupil)).toHaveLength(4);
    const csv = (await (await file(path, 'csv', teacher)).text()).replace('\ufeff', '').split('\r\n');
    expect(csv.slice(0, 2)).toEqual([
      '日期,提出人,意见,答复,答复日期',
      '2026-10-12,读者,能多买漫画吗？,下学期采购,2026-10-12',
    ]);
  });
});
