import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase, pdfTexts, type FreshDatabase } from '@shulian/test-kit';
import { aReadersService, type Answered, type ReadersForTests } from '../a-readers-service.builder.js';
import type { CardPolicyView } from '../card-policies/card-policies.http.js';
import type { ReaderView } from '../enrolment/readers.http.js';
import type {
  CardCountOfSchool,
  CardCountsPage,
  CardReturnClassesPage,
  CardReturnsPage,
  CardsOfReader,
  CardView,
} from './cards.http.js';
import { EndTemporaryCards } from './end-temporary-cards.use-case.js';

let database: FreshDatabase;
let readers: ReadersForTests;
let schoolId: string;
let librarian: string;
let head: string;
let teacher: string;
let otherLibrarian: string;
let second: string;
let third: string;
let sixth: string;

beforeAll(async () => {
  database = await freshDatabase('readers_cards');
  readers = await aReadersService(database.ownerUrl);
  const open = (code: string): Promise<{ id: string }> =>
    readers.done('POST', '/api/v1/schools', readers.admin, { code, name: `学校 ${code}`, kind: 'primary' });
  schoolId = (await open('A')).id;
  const other = (await open('B')).id;
  const openClass = async (entryYear: number): Promise<string> => {
    const body = { schoolId, section: 'primary', entryYear, classNo: 1 };
    return (await readers.done<{ id: string }>('POST', '/api/v1/classes', readers.admin, body)).id;
  };
  [second, third, sixth] = [await openClass(2025), await openClass(2024), await openClass(2021)];
  librarian = await readers.as({ role: 'librarian', schoolId });
  head = await readers.as({ role: 'school-head', schoolId });
  teacher = await readers.as({ role: 'teacher', schoolId, classId: sixth });
  otherLibrarian = await readers.as({ role: 'librarian', schoolId: other });
});
afterAll(async () => {
  await readers?.stop();
  await database?.drop();
});

const enrol = (body: object): Promise<ReaderView> =>
  readers.done('POST', '/api/v1/readers', librarian, { kind: 'student', ...body });
const ask = <Body = Record<string, unknown>>(
  method: string,
  path: string,
  body?: unknown,
  as = librarian,
): Promise<Answered<Body>> => readers.ask(method, `/api/v1${path}`, as, body === undefined ? {} : { body });
const get = <Body>(path: string, as = librarian): Promise<Body> =>
  readers.done<Body>('GET', `/api/v1${path}`, as);
const cardsOf = async ({ id }: ReaderView): Promise<CardView[]> =>
  (await get<CardsOfReader>(`/readers/${id}/cards`)).items;
const typesOf = async ({ id }: ReaderView): Promise<string[]> =>
  (await readers.events(id)).map(
    ({ type, aggregateversion }) => `${String(aggregateversion)} ${type.slice(16, -3)}`,
  );
const file = (path: string, format: string): Promise<Response> =>
  fetch(`${readers.url}/api/v1${path}${path.includes('?') ? '&' : '?'}format=${format}`, {
    headers: { authorization: `Bearer ${librarian}`, 'accept-language': 'zh' },
  });
const csvOf = async (path: string): Promise<string[]> =>
  (await (await file(path, 'csv')).text()).replace('\ufeff', '').trimEnd().split('\r\n');
const putPolicy = async (body: object, as = librarian): Promise<Answered<CardPolicyView>> => {
  const { version } = await get<CardPolicyView>('/card-policies');
  const headers = { 'if-match': `"v${String(version)}"` };
  return readers.ask('PUT', '/api/v1/card-policies', as, { body: { schoolId, ...body }, headers });
};

describe('who gets a card', () => {
  it('[RDR-004] is said by grade and kind, and who is not entitled reads with the class', async () => {
    const [little] = [await enrol({ name: '小二', classId: second })];
    expect(little.cardNumber).not.toBeNull();
    const stale = await readers.ask('PUT', '/api/v1/card-policies', librarian, {
      body: { schoolId, grades: null, kinds: [] },
      headers: { 'if-match': '"v9"' },
    });
    expect(stale.status).toBe(412);
    expect((await putPolicy({ grades: [3, 4, 5, 6], kinds: ['teacher'] }, head)).body).toMatchObject({
      grades: [3, 4, 5, 6],
      version: 2,
      byGrade: [{ grade: 2, name: '二年级', reads: 'collectively', pupils: 1, withCard: 1 }],
    });
    const without = await enrol({ name: '小朋友', classId: second });
    expect(without).toMatchObject({ cardId: null, cardNumber: null });
    expect(await typesOf(without)).toEqual(['1 reader.enrolled']);
    const asked = [
      ['/readers', { kind: 'student', name: '小三', classId: second, cardNumber: 'K1' }],
      ['/cards', { readerId: without.id }],
      ['/readers', { kind: 'staff', name: '工友', cardNumber: 'K2' }],
      [`/cards/${String(little.cardId)}/losses`, { replace: true }],
    ] as const;
    for (const [path, body] of asked)
      expect([path, await ask('POST', path, body)]).toMatchObject([
        path,
        { status: 409, body: { code: 'card.not-entitled' } },
      ]);
    expect(await enrol({ name: '三年级', classId: third })).toMatchObject({ cardStatus: 'active' });
    expect(await enrol({ kind: 'teacher', name: '老师' })).toMatchObject({ cardStatus: 'active' });
    expect(await get<CardPolicyView>('/card-policies', head)).toMatchObject({
      byGrade: [
        { grade: 2, reads: 'collectively', pupils: 2 },
        { grade: 3, reads: 'card', pupils: 1, withCard: 1 },
      ],
    });
    for (const grades of [[0], [13], [3, 3]])
      expect((await putPolicy({ grades, kinds: [] })).status).toBe(400);
    expect((await putPolicy({ grades: [1, 12], kinds: [] })).status).toBe(200);
  });

  it('[RDR-004] gives the card as soon as the grade is entitled, and a list of the school numbers nobody else', async () => {
    await putPolicy({ grades: [3], kinds: ['teacher'] });
    const without = await enrol({ name: '等一年', classId: second });
    const put = (cardNumber: string): Promise<ReaderView> =>
      readers.done('PUT', '/api/v1/readers/by-external-id/p-1', librarian, {
        kind: 'student',
        name: '系统里的',
        classId: second,
        cardNumber,
      });
    expect(await put('SYS1')).toMatchObject({ cardNumber: null });
    expect(await put('SYS2')).toMatchObject({ cardNumber: null });
    await putPolicy({ grades: [2, 3], kinds: ['teacher'] });
    expect(await put('SYS2')).toMatchObject({ cardNumber: 'SYS2' });
    expect(await ask('POST', '/cards', { readerId: without.id })).toMatchObject({
      status: 201,
      body: { status: 'active', validUntil: null },
    });
    expect(await typesOf(without)).toEqual(['1 reader.enrolled', '2 card.issued']);
    expect(await ask('POST', '/cards', { readerId: without.id })).toMatchObject({
      status: 409,
      body: { code: 'card.has-one' },
    });
    expect((await ask('POST', '/cards', { readerId: without.id }, otherLibrarian)).status).toBe(422);
    await putPolicy({ grades: null, kinds: ['teacher', 'staff', 'external'] });
  });
});

describe('the cards of a reader', () => {
  it('[RDR-008] are kept, lost ones with their numbers, and shown to the teacher of the class', async () => {
    const reader = await enrol({ name: '补证', classId: sixth, cardNumber: 'OLD1' });
    await ask('POST', `/cards/${String(reader.cardId)}/losses`, { replace: true, cardNumber: 'NEW1' });
    const kept = await get<CardsOfReader>(`/readers/${reader.id}/cards`, teacher);
    expect(kept.items).toMatchObject([
      { number: 'NEW1', status: 'active', replaces: reader.cardId },
      { number: 'OLD1', status: 'lost', blockedOn: '2026-10-12' },
    ]);
    const neighbour = await enrol({ name: '别班', classId: third });
    expect((await ask('GET', `/readers/${neighbour.id}/cards`, undefined, teacher)).status).toBe(404);
    expect((await csvOf(`/readers/${reader.id}/cards`))[0]).toBe('借书证号,状态,发证日期,有效期至,停用日期');
    const seen = await readers.sql<{ n: number }>(
      `select count(*)::int as n from access_log where operation = 'cards.history' and reader_id = $1`,
      [reader.id],
    );
    expect(seen).toEqual([{ n: 2 }]);
  });

  it('may be temporary: it holds to the end of its last day, and the night ends it', async () => {
    const [reader, other] = [await enrol({ name: '借读' }), await enrol({ name: '借读二' })];
    const give = async ({ id, cardId }: ReaderView, validUntil: string): Promise<CardView> => {
      if (cardId !== null) await ask('POST', '/card-returns', { cardIds: [cardId] });
      return readers.done('POST', '/api/v1/cards', librarian, { readerId: id, validUntil });
    };
    await give(reader, '2026-10-12');
    await give(other, '2026-10-13');
    expect(
      (await ask('POST', '/cards', { readerId: reader.id, validUntil: '2026-10-11' })).body,
    ).toMatchObject({ errors: [{ pointer: '/validUntil', code: 'in-the-past' }] });
    const night = readers.app.get(EndTemporaryCards);
    expect(await night.execute('2026-10-12' as never)).toBe(0);
    expect(await night.execute('2026-10-13' as never)).toBe(1);
    const [card] = await cardsOf(reader);
    expect(card).toMatchObject({ status: 'returned', blockedOn: '2026-10-13' });
    expect(await cardsOf(other)).toMatchObject([{ status: 'active' }, { status: 'returned' }]);
    expect((await typesOf(reader)).at(-1)).toBe('5 card.blocked');
  });
});

describe('cards of leavers', () => {
  it('[RDR-009] are handed in by class, a slip is taken back, and the list shows who still has one', async () => {
    const pupils = await Promise.all(
      ['甲', '乙', '丙'].map((name) => enrol({ name: `毕业${name}`, classId: sixth })),
    );
    const [one, two] = pupils.map(({ cardId }) => String(cardId));
    const done = await ask<{ items: CardView[] }>('POST', '/card-returns', { cardIds: [one, two] });
    expect(done.body.items.map(({ status }) => status)).toEqual(['returned', 'returned']);
    expect(await ask('POST', '/card-returns', { cardIds: [one] })).toMatchObject({
      status: 409,
      body: { code: 'card.not-active' },
    });
    const restored = await ask('POST', `/cards/${String(two)}/restoration`);
    expect(restored).toMatchObject({ status: 200, body: { status: 'active', blockedOn: null } });
    expect(await ask('POST', `/cards/${String(two)}/restoration`)).toMatchObject({
      status: 409,
      body: { code: 'card.not-returned' },
    });
    const [, reader] = pupils;
    if (reader !== undefined)
      expect(await typesOf(reader)).toEqual([
        '1 reader.enrolled',
        '2 card.issued',
        '3 card.blocked',
        '4 card.issued',
      ]);
    const { items } = await get<CardReturnsPage>(`/card-returns?classId=${sixth}`, teacher);
    expect(items.filter(({ name }) => name.startsWith('毕业'))).toMatchObject([
      { name: '毕业甲', status: 'returned', blockedOn: '2026-10-12' },
      { name: '毕业乙', status: 'active' },
      { name: '毕业丙', status: 'active' },
    ]);
    const classes = await get<CardReturnClassesPage>('/card-return-classes', head);
    expect(classes.items).toMatchObject([
      { className: '六年级1班', pupils: 4, active: 3, returned: 1, lost: 0 },
    ]);
    expect((await get<CardReturnClassesPage>('/card-return-classes?all=true')).items).toHaveLength(3);
    expect((await get<CardReturnClassesPage>('/card-return-classes?schoolYear=2029')).items).toMatchObject([
      { className: '三年级1班' },
    ]);
    expect(await csvOf(`/card-returns?classId=${sixth}`)).toContainEqual(
      expect.stringMatching(/^毕业甲,R\d+,已退,2026-10-12,2026-10-12,$/),
    );
    const pdf = Buffer.from(await (await file(`/card-returns?classId=${sixth}`, 'pdf')).arrayBuffer());
    expect((await pdfTexts(pdf)).join('')).toContain('借书证退还名单');
  });

  it('answer to no other school and no other class', async () => {
    const reader = await enrol({ name: '邻校', classId: third });
    const cardIds = [String(reader.cardId)];
    expect((await ask('POST', '/card-returns', { cardIds }, otherLibrarian)).status).toBe(422);
    expect(
      (await ask('POST', `/cards/${cardIds.join('')}/restoration`, undefined, otherLibrarian)).status,
    ).toBe(404);
    expect((await ask('GET', `/card-returns?classId=${third}`, undefined, teacher)).status).toBe(404);
    const many = (n: number): string[] =>
      Array.from({ length: n }, (_, at) => `019a0000-0000-7000-8000-${String(at).padStart(12, '0')}`);
    expect((await ask('POST', '/card-returns', { cardIds: [] })).status).toBe(400);
    expect((await ask('POST', '/card-returns', { cardIds: many(501) })).status).toBe(400);
    expect((await ask('POST', '/card-returns', { cardIds: many(500) })).status).toBe(422);
  });
});

describe('cards against enrolment', () => {
  it('[RDR-010] are counted by grade and kind for the school, and by school for the county', async () => {
    const sums = async (): Promise<Record<string, [number, number]>> => {
      const { items } = await get<CardCountsPage>('/card-counts', head);
      return Object.fromEntries(
        items.map(({ kind, grade, enrolled, cards }) => [`${kind} ${String(grade)}`, [enrolled, cards]]),
      );
    };
    const before = await sums();
    const reader = await enrol({ name: '统计', classId: sixth });
    await ask('POST', '/card-returns', { cardIds: [reader.cardId] });
    const after = await sums();
    const [enrolled = 0, cards = 0] = before['student 6'] ?? [];
    expect(after).toEqual({ ...before, 'student 6': [enrolled + 1, cards] });
    const { items } = await get<{ items: CardCountOfSchool[] }>('/card-counts-of-schools', readers.admin);
    const all = Object.entries(after).filter(([key]) => !key.startsWith('external'));
    const sum = (at: 0 | 1): number => all.reduce((total, [, counted]) => total + counted[at], 0);
    expect(items).toMatchObject([
      {
        code: 'A',
        enrolled: sum(0),
        cards: sum(1),
        percent: Math.round((sum(1) * 1000) / sum(0)) / 10,
      },
      { code: 'B', enrolled: 0, cards: 0, percent: null },
    ]);
    expect((await csvOf('/card-counts'))[0]).toBe(
      '读者类型,年级,办证资格,在册人数,有效证,其中临时证,持证率%',
    );
    expect((await ask('GET', '/card-counts-of-schools')).status).toBe(403);
  });
});
