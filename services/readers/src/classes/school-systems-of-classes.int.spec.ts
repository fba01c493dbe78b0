import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pageOf } from '@shulian/service-kit';
import { transactionsHaveEnded } from '@shulian/service-kit/testing';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { aReadersService, type ReadersForTests } from '../a-readers-service.builder.js';
import type { SchoolClassPage, SchoolClassView } from './classes.http.js';

let database: FreshDatabase;
let readers: ReadersForTests;
let [school, librarian, foreign] = ['', '', ''];
let classNo = 0;

beforeAll(async () => {
  database = await freshDatabase('readers_school_systems_of_classes');
  readers = await aReadersService(database.ownerUrl);
  const open = (code: string): Promise<{ id: string }> =>
    readers.done('POST', '/api/v1/schools', readers.admin, { code, name: `学校 ${code}`, kind: 'primary' });
  school = (await open('A')).id;
  librarian = await readers.as({ role: 'librarian', schoolId: school });
  foreign = await readers.as({ role: 'librarian', schoolId: (await open('B')).id });
}, 120_000);
afterAll(async () => {
  await readers?.stop();
  await database?.drop();
});

type Told<Body> = { readonly status: number; readonly body: Body & { readonly code?: string } };
const open = (more: object = {}, as = librarian): Promise<Told<SchoolClassView>> =>
  readers.ask<SchoolClassView>('POST', '/api/v1/classes', as, {
    body: { section: 'primary', entryYear: 2024, classNo: (classNo += 1), ...more },
  });
const change = (
  { id, version }: Pick<SchoolClassView, 'id' | 'version'>,
  body: object,
): Promise<Told<SchoolClassView>> =>
  readers.ask<SchoolClassView>('PATCH', `/api/v1/classes/${id}`, librarian, {
    body,
    headers: { 'if-match': `"v${String(version)}"` },
  });
const list = (query: string, as = librarian): Promise<Told<SchoolClassPage>> =>
  readers.ask('GET', `/api/v1/classes?${query}`, as) as Promise<never>;
const since = async (token: string): Promise<SchoolClassPage> => {
  await transactionsHaveEnded(readers);
  const { status, body } = await list(`limit=500&updatedSince=${encodeURIComponent(token)}`);
  expect(status).toBe(200);
  return body;
};
const tokenNow = async (): Promise<string> => {
  await transactionsHaveEnded(readers);
  return (await list('limit=1')).body.syncToken ?? '';
};

describe('a school system that keeps a copy of the classes of its school', () => {
  it('names them by ids of its own, each once in its school', async () => {
    const externalId = `class-${randomUUID()}`;
    const { body: made } = await open({ externalId });
    expect(made).toMatchObject({ externalId, version: 1 });
    expect(await open({ externalId })).toMatchObject({ status: 409, body: { code: 'external-id.taken' } });
    expect((await open({ externalId }, foreign)).status).toBe(201);
    expect((await open({ externalId: '11010519491231002X' })).body.code).toBe('external-id.looks-personal');
    expect((await open({ externalId: '王' })).status).toBe(400);
    const { body: other } = await open();
    expect(other.externalId).toBeNull();
    expect((await change(other, { externalId })).body.code).toBe('external-id.taken');
    const events = await readers.events(made.id);
    const freed = await change(made, { externalId: null });
    expect(freed.body).toMatchObject({ externalId: null, version: 2 });
    expect(await readers.events(made.id)).toEqual(events);
    expect((await change(other, { externalId })).body).toMatchObject({ externalId, version: 2 });
  });

  it('is told what changed since, and what is no more', async () => {
    const [one, two] = [(await open()).body, (await open()).body];
    const token = await tokenNow();
    expect(await since(token)).toMatchObject({ items: [], deleted: [] });
    await change(one, { classNo: (classNo += 1) });
    await readers.sql('delete from school_class where id = $1', [two.id]);
    const told = await since(token);
    expect(told).toMatchObject({ items: [{ id: one.id, version: 2 }], deleted: [{ id: two.id }] });
    expect(await since(told.syncToken ?? '')).toMatchObject({ items: [], deleted: [] });
  });

  it('walks the whole list page by page in its order, and every page has the token of the first', async () => {
    const whole = (await list('limit=500')).body.items.map(({ id }) => id);
    const seen: string[] = [];
    const tokens = new Set<string | undefined>();
    for (let cursor: string | null = ''; cursor !== null;) {
      const { body }: Told<SchoolClassPage> = await list(`limit=1&cursor=${encodeURIComponent(cursor)}`);
      seen.push(...body.items.map(({ id }) => id));
      tokens.add(body.syncToken);
      cursor = body.nextCursor;
    }
    expect(seen).toEqual(whole);
    expect(tokens.size).toBe(1);
  });

  it('asks for one school and nothing else, with a token of this list', async () => {
    const token = encodeURIComponent(await tokenNow());
    const id = (await open()).body.id;
    expect(await list(`updatedSince=${token}&ids=${id}`)).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '?ids', code: 'not-with-updated-since' }] },
    });
    expect((await list(`updatedSince=${token}&schoolId=${school}`, foreign)).status).toBe(403);
    expect((await list(`updatedSince=${token}&schoolId=${school}`)).status).toBe(200);
    expect((await readers.ask('GET', `/api/v1/readers?updatedSince=${token}`, librarian)).status).toBe(400);
  });
});

describe('a token of a database that was put back to an earlier day', () => {
  it.each(['classes', 'readers'])('is not known, and %s are to be read from the beginning', async (name) => {
    // Signed as ours, and ahead of all that this database has done.
    const ahead = ['sync', name, String(2n ** 62n)];
    const { nextCursor } = pageOf([1, 2], 1, String, () => ahead);
    const told = await readers.ask<{ code: string }>(
      'GET',
      `/api/v1/${name}?updatedSince=${encodeURIComponent(nextCursor ?? '')}`,
      librarian,
    );
    expect(told).toMatchObject({ status: 410, body: { code: 'sync.token-unknown' } });
    expect((await list('limit=1')).body.syncToken).toEqual(expect.any(String));
  });
});
