import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { aReadersService, type ReadersForTests } from '../a-readers-service.builder.js';
import type { SchoolPage, SchoolView } from '../schools/schools.http.js';
import type { SchoolClassPage, SchoolClassView } from './classes.http.js';

let database: FreshDatabase;
let readers: ReadersForTests;

beforeAll(async () => {
  database = await freshDatabase('readers_schools');
  readers = await aReadersService(database.ownerUrl);
});
afterAll(async () => {
  await readers?.stop();
  await database?.drop();
});

const open = (code: string, kind = 'nine-year') =>
  readers.ask<SchoolView>('POST', '/api/v1/schools', readers.admin, {
    body: { code, name: '竹园学校', kind },
  });

describe('schools', () => {
  it('have a code of their own, whatever the case', async () => {
    expect((await open('ys-01')).status).toBe(201);
    expect((await open('ＹＳ-01')).body).toMatchObject({ code: 'school.code-taken' });
  });

  it('are changed by who has the newest version, and told to others', async () => {
    const school = (await open('C-1')).body;
    await open('C-2');
    const change = (body: object, tag?: string) =>
      readers.ask<SchoolView>('PATCH', `/api/v1/schools/${school.id}`, readers.admin, {
        body,
        ...(tag === undefined ? {} : { headers: { 'if-match': tag } }),
      });
    expect((await change({ name: '新名' })).status).toBe(428);
    expect((await change({ name: '新名' }, '"v2"')).status).toBe(412);
    expect((await change({ name: '新名' }, 'v1')).status).toBe(400);
    const changed = await change({ name: '新名' }, '"v1"');
    expect([changed.status, changed.headers.get('etag'), changed.body.name]).toEqual([200, '"v2"', '新名']);
    expect((await change({ code: 'c-2' }, '"v2"')).body).toMatchObject({ code: 'school.code-taken' });
    expect((await change({ name: '新名' }, '"v2"')).headers.get('etag')).toBe('"v2"');
    expect(
      (await readers.events(school.id))
        .filter(({ type }) => type.includes('.school.'))
        .map(({ type, aggregateversion }) => [aggregateversion, type]),
    ).toEqual([
      [1, 'shulian.readers.school.opened.v1'],
      [2, 'shulian.readers.school.changed.v1'],
    ]);
  });

  it('are listed by code, page by page, for everyone who is signed in', async () => {
    const viewer = await readers.as({ role: 'county-viewer' });
    const codes: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: SchoolPage = await readers.done('GET', `/api/v1/schools?limit=1&cursor=${cursor}`, viewer);
      codes.push(...page.items.map(({ code }) => code));
      cursor = page.nextCursor;
    }
    expect(codes).toEqual([...codes].sort());
    expect(codes).toContain('ys-01');
    expect((await readers.ask('GET', '/api/v1/schools', null)).status).toBe(401);
    expect((await readers.ask('GET', '/api/v1/schools/not-an-id', viewer)).status).toBe(404);
  });
});

describe('classes', () => {
  it('[RDR-002] have a grade and a name by the day, once each, in a section of the school', async () => {
    const school = (await open('K-1')).body;
    const librarian = await readers.as({ role: 'librarian', schoolId: school.id });
    const openClass = (section: string, entryYear: number, classNo = 1) =>
      readers.ask<SchoolClassView>('POST', '/api/v1/classes', librarian, {
        body: { schoolId: school.id, section, entryYear, classNo },
      });
    expect((await openClass('primary', 2024, 2)).body).toMatchObject({ grade: 3, name: '三年级2班' });
    expect((await openClass('junior', 2026)).body).toMatchObject({ grade: 7, name: '七年级1班' });
    expect((await openClass('primary', 2024, 2)).body).toMatchObject({ code: 'class.exists' });
    expect((await openClass('senior', 2026)).body).toMatchObject({ code: 'class.section-not-in-school' });
    expect((await openClass('primary', 2027)).body).toMatchObject({ grade: null });
    expect((await openClass('primary', 2028)).status).toBe(400);
    expect((await openClass('primary', 2024, 0)).status).toBe(400);
    const page = await readers.done<SchoolClassPage>(
      'GET',
      `/api/v1/classes?schoolId=${school.id}`,
      librarian,
    );
    expect(page.items.map(({ name }) => name)).toEqual(['小学2027级1班', '三年级2班', '七年级1班']);
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const path = `/api/v1/classes?schoolId=${school.id}&limit=1&cursor=${cursor}`;
      const one: SchoolClassPage = await readers.done('GET', path, librarian);
      seen.push(...one.items.map(({ name }) => name));
      cursor = one.nextCursor;
    }
    expect(seen).toEqual(page.items.map(({ name }) => name));
  });

  it('are opened by the own librarian and seen only by the own school', async () => {
    const [school, other] = [(await open('K-2')).body, (await open('K-3')).body];
    const librarian = await readers.as({ role: 'librarian', schoolId: school.id });
    const foreign = await readers.as({ role: 'librarian', schoolId: other.id });
    const body = { section: 'primary', entryYear: 2025, classNo: 1 };
    const made = await readers.done<SchoolClassView>('POST', '/api/v1/classes', librarian, body);
    expect(made.schoolId).toBe(school.id);
    expect((await readers.ask('GET', `/api/v1/classes/${made.id}`, foreign)).status).toBe(404);
    expect((await readers.ask('GET', `/api/v1/classes?schoolId=${school.id}`, foreign)).status).toBe(403);
    expect(
      (await readers.ask('POST', '/api/v1/classes', foreign, { body: { ...body, schoolId: school.id } }))
        .status,
    ).toBe(403);
    const renumbered = await readers.ask<SchoolClassView>('PATCH', `/api/v1/classes/${made.id}`, librarian, {
      body: { classNo: 3 },
      headers: { 'if-match': '"v1"' },
    });
    expect(renumbered.body).toMatchObject({ name: '二年级3班', version: 2 });
    const listed = (token: string) =>
      readers.ask<{ items: { id: string }[] }>('GET', `/api/v1/classes?ids=${made.id}`, token);
    expect((await listed(librarian)).body.items).toMatchObject([{ id: made.id, name: '二年级3班' }]);
    expect((await listed(foreign)).body.items).toEqual([]);
    expect((await readers.events(made.id)).map(({ type }) => type)).toEqual([
      'shulian.readers.class.opened.v1',
      'shulian.readers.class.changed.v1',
    ]);
  });
});
