import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase, pdfTexts, type FreshDatabase } from '@shulian/test-kit';
import { aReadersService, type Answered, type ReadersForTests } from '../a-readers-service.builder.js';
import type { ReaderView } from '../enrolment/readers.http.js';
import type {
  ParagraphsPage,
  PostingView,
  ReadingsPage,
  RuleSetsPage,
  RuleSetView,
  VersionsPage,
} from './rule-sets.http.js';

let database: FreshDatabase;
let readers: ReadersForTests;
let head: string;
let librarian: string;
let teacher: string;
let pupil: string;
let otherPupil: string;
let otherLibrarian: string;
let classId: string;
let readerId: string;

beforeAll(async () => {
  database = await freshDatabase('readers_rule_sets');
  readers = await aReadersService(database.ownerUrl);
  const open = async (code: string): Promise<string> => {
    const body = { code, name: `学校 ${code}`, kind: 'primary' };
    return (await readers.done<{ id: string }>('POST', '/api/v1/schools', readers.admin, body)).id;
  };
  const [schoolId, other] = [await open('A'), await open('B')];
  const schoolClass = { schoolId, section: 'primary', entryYear: 2024, classNo: 1 };
  classId = (await readers.done<{ id: string }>('POST', '/api/v1/classes', readers.admin, schoolClass)).id;
  head = await readers.as({ role: 'school-head', schoolId });
  librarian = await readers.as({ role: 'librarian', schoolId });
  otherLibrarian = await readers.as({ role: 'librarian', schoolId: other });
  teacher = await readers.as({ role: 'teacher', schoolId, classId });
  const enrol = async (token: string): Promise<string> =>
    (await readers.done<ReaderView>('POST', '/api/v1/readers', token, { kind: 'student', name: '小读者' }))
      .id;
  readerId = await enrol(librarian);
  pupil = await readers.as({ role: 'reader', readerId });
  otherPupil = await readers.as({ role: 'reader', readerId: await enrol(otherLibrarian) });
});
afterAll(async () => {
  await readers?.stop();
  await database?.drop();
});

const ask = <Body = Record<string, unknown>>(
  method: string,
  path: string,
  body?: unknown,
  as = head,
): Promise<Answered<Body>> => readers.ask(method, `/api/v1${path}`, as, body === undefined ? {} : { body });
const get = <Body>(path: string, as = head): Promise<Body> => readers.done('GET', `/api/v1${path}`, as);
const write = (name: string, body: object = {}): Promise<RuleSetView> =>
  readers.done('POST', '/api/v1/rule-sets', head, {
    kind: 'borrowing',
    name,
    text: '第一条\n第二条',
    ...body,
  });
const codeOf = ({ status, body }: Answered<object>): unknown => [status, 'code' in body ? body.code : null];
const file = (path: string, format: string, as = head): Promise<Response> =>
  fetch(`${readers.url}/api/v1${path}?format=${format}`, {
    headers: { authorization: `Bearer ${as}`, 'accept-language': 'zh' },
  });
const csvOf = async (path: string): Promise<string[]> =>
  (await (await file(path, 'csv')).text()).replace('\ufeff', '').trimEnd().split('\r\n');

describe('the rules of a library', () => {
  it('[RDR-019] are nine named sets and others, in versions that hold from a day on', async () => {
    const kinds = [
      'acquisition-cataloguing', 'processing', 'loan-return', 'custody', 'compensation', 'stocktaking', 'weeding',
      'borrowing', 'reading',
    ]; // prettier-ignore
    for (const kind of kinds) await write(`制度 ${kind}`, { kind });
    expect((await get<RuleSetsPage>('/rule-sets')).items.map(({ kind }) => kind)).toEqual(kinds);
    expect(
      codeOf(await ask('POST', '/rule-sets', { kind: 'other', name: '制度 reading', text: 'x' })),
    ).toEqual([409, 'rule-set.name-taken']);
    const set = await write('借书制度', { text: '每人一册' });
    expect(set).toMatchObject({
      number: 1,
      holdsFrom: '2026-10-12',
      nextFrom: null,
      versions: 1,
      readings: 0,
    });
    const revise = (text: string, holdsFrom?: string) =>
      ask<RuleSetView>('POST', `/rule-sets/${set.id}/versions`, { text, holdsFrom });
    expect((await revise('每人两册', '2026-10-11')).status).toBe(400);
    expect((await revise('每人两册', '2026-10-13')).body).toMatchObject({
      number: 1,
      text: '每人一册',
      nextFrom: '2026-10-13',
      versions: 2,
    });
    const withdraw = (number: number) => ask('DELETE', `/rule-sets/${set.id}/versions/${String(number)}`);
    expect(codeOf(await withdraw(1))).toEqual([409, 'rule-set.version-stays']);
    expect((await withdraw(2)).body).toMatchObject({ versions: 1, nextFrom: null });
    expect((await withdraw(2)).status).toBe(404);
    expect((await revise('每人三册')).body).toMatchObject({ number: 2, text: '每人三册' });
    expect(codeOf(await withdraw(2))).toEqual([409, 'rule-set.version-stays']);
    const { items } = await get<VersionsPage>(`/rule-sets/${set.id}/versions`, teacher);
    expect(items.map(({ number, text }) => [number, text])).toEqual([
      [2, '每人三册'],
      [1, '每人一册'],
    ]);
  });

  it('[RDR-019] are printed, hung in each room, and an older version makes room', async () => {
    const set = await write('阅览规则', { kind: 'reading', text: '保持安静\n爱护图书' });
    const pdf = Buffer.from(await (await file(`/rule-sets/${set.id}/text`, 'pdf', pupil)).arrayBuffer());
    const texts = (await pdfTexts(pdf)).join('');
    for (const text of ['阅览规则', '保持安静', '爱护图书']) expect(texts).toContain(text);
    const post = (room: string, as = librarian) =>
      ask<PostingView>('POST', `/rule-sets/${set.id}/postings`, { room }, as);
    expect((await post('一楼阅览室')).body).toMatchObject({ number: 1, removedOn: null });
    await post('二楼阅览室');
    await ask('POST', `/rule-sets/${set.id}/versions`, { text: '新规则' });
    const newer = await post('一楼阅览室');
    expect(newer.body).toMatchObject({ number: 2 });
    expect(await get<RuleSetView>(`/rule-sets/${set.id}`)).toMatchObject({
      rooms: ['一楼阅览室', '二楼阅览室'],
    });
    expect((await csvOf(`/rule-sets/${set.id}/postings`)).slice(0, 2)).toEqual([
      '张贴处,版次,张贴日期,撤下日期',
      '一楼阅览室,2,2026-10-12,',
    ]);
    const down = await ask('POST', `/rule-postings/${newer.body.id}/removal`, undefined, librarian);
    expect(down.body).toMatchObject({ removedOn: '2026-10-12' });
    expect(await get<RuleSetView>(`/rule-sets/${set.id}`)).toMatchObject({ rooms: ['二楼阅览室'] });
    expect(
      (await ask('POST', `/rule-postings/${newer.body.id}/removal`, undefined, otherLibrarian)).status,
    ).toBe(404);
    expect((await post('一楼阅览室', otherLibrarian)).status).toBe(404);
    const later = await write('明年起', { holdsFrom: '2027-01-01' });
    expect(later).toMatchObject({ number: null, text: null, nextFrom: '2027-01-01' });
    expect(codeOf(await ask('POST', `/rule-sets/${later.id}/postings`, { room: 'x' }, librarian))).toEqual([
      409,
      'rule-set.not-yet',
    ]);
  });

  it('[RDR-019] are read by a teacher, by the class that was told, and by a reader, each once for a version', async () => {
    const set = await write('赔偿制度', { kind: 'compensation' });
    const read = (as: string, body: object = {}) =>
      ask<RuleSetView>('POST', `/rule-sets/${set.id}/readings`, body, as);
    expect((await read(teacher)).body).toMatchObject({ readings: 1 });
    expect((await read(teacher)).body).toMatchObject({ readings: 1 });
    expect((await read(teacher, { classId })).body).toMatchObject({ readings: 2 });
    expect((await read(pupil)).body).toMatchObject({ readings: 3 });
    expect((await read(pupil, { readerId })).body).toMatchObject({ readings: 3 });
    expect((await read(otherPupil)).status).toBe(404);
    expect((await read(teacher, { readerId })).status).toBe(422);
    const { items } = await get<ReadingsPage>(`/rule-sets/${set.id}/readings`);
    expect(items).toMatchObject([
      { who: 'reader', readerId, number: 1 },
      { who: 'class', className: '三年级1班' },
      { who: 'teacher', readOn: '2026-10-12', accountName: expect.stringContaining('account-') },
    ]);
    await ask('POST', `/rule-sets/${set.id}/versions`, { text: '新版' });
    expect(await get<RuleSetView>(`/rule-sets/${set.id}`)).toMatchObject({ number: 2, readings: 0 });
    expect((await csvOf(`/rule-sets/${set.id}/readings`))[0]).toBe('阅知人,班级,登记账号,版次,阅知日期');
  });

  it('[RDR-019] are seen by everybody at the school and by nobody else, and end', async () => {
    const set = await write('清点制度', { kind: 'stocktaking' });
    const paragraphs = await get<ParagraphsPage>(`/rule-sets/${set.id}/text`, pupil);
    expect(paragraphs.items).toEqual([
      { line: 1, text: '第一条' },
      { line: 2, text: '第二条' },
    ]);
    expect(
      (await get<RuleSetsPage>('/rule-sets?kind=stocktaking', pupil)).items.map(({ id }) => id),
    ).toContain(set.id);
    expect((await get<RuleSetsPage>('/rule-sets', otherPupil)).items).toEqual([]);
    expect((await ask('GET', `/rule-sets/${set.id}`, undefined, otherPupil)).status).toBe(404);
    expect((await ask('GET', `/rule-sets/${set.id}/text?version=2`)).status).toBe(404);
    const end = (ended: boolean) => ask('POST', `/rule-sets/${set.id}/ending`, { ended });
    expect((await end(true)).body).toMatchObject({ endedOn: '2026-10-12' });
    expect(codeOf(await ask('POST', `/rule-sets/${set.id}/versions`, { text: 'x' }))).toEqual([
      409,
      'rule-set.ended',
    ]);
    expect((await get<RuleSetsPage>('/rule-sets')).items.map(({ id }) => id)).not.toContain(set.id);
    expect((await get<RuleSetsPage>('/rule-sets?all=true')).items.map(({ id }) => id)).toContain(set.id);
    expect((await end(false)).body).toMatchObject({ endedOn: null });
  });
});
