import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually, transactionsHaveEnded } from '@shulian/service-kit/testing';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { aReadersService, type ReadersForTests } from '../a-readers-service.builder.js';
import type { ReaderPage, ReaderView } from './readers.http.js';

let database: FreshDatabase;
let readers: ReadersForTests;
let [school, other, librarian, foreign, classId] = ['', '', '', '', ''];

beforeAll(async () => {
  database = await freshDatabase('readers_school_systems');
  readers = await aReadersService(database.ownerUrl);
  const open = (code: string): Promise<{ id: string }> =>
    readers.done('POST', '/api/v1/schools', readers.admin, { code, name: `学校 ${code}`, kind: 'primary' });
  [school, other] = [(await open('A')).id, (await open('B')).id];
  librarian = await readers.as({ role: 'librarian', schoolId: school });
  foreign = await readers.as({ role: 'librarian', schoolId: other });
  const made = await readers.done<{ id: string }>('POST', '/api/v1/classes', librarian, {
    section: 'primary',
    entryYear: 2024,
    classNo: 1,
  });
  classId = made.id;
}, 120_000);
afterAll(async () => {
  await readers?.stop();
  await database?.drop();
});

type Reply = { readonly status: number; readonly body: ReaderView & { readonly code?: string } };
const put = (
  id: string,
  body: object = {},
  headers: Record<string, string> = {},
  as = librarian,
): Promise<Reply> =>
  readers.ask<ReaderView>('PUT', `/api/v1/readers/by-external-id/${id}`, as, {
    body: { kind: 'student', name: '王墨香', ...body },
    headers,
  });
const anId = (): string => `stu-${randomUUID()}`;
const list = (
  query: string,
  as = librarian,
): Promise<{ status: number; body: ReaderPage & { code?: string } }> =>
  readers.ask('GET', `/api/v1/readers?${query}`, as) as Promise<never>;
const count = async (): Promise<number> => (await list('status=all&limit=500')).body.items.length;
/** All changes since a token, page by page, and the token for the next time. */
const sinceAtOnce = async (token: string, limit = 500) => {
  const [items, deleted] = [[] as ReaderView[], [] as { id: string }[]];
  let syncToken = token;
  for (let cursor: string | null = ''; cursor !== null;) {
    const { status, body } = await list(
      `updatedSince=${encodeURIComponent(token)}&limit=${String(limit)}&cursor=${encodeURIComponent(cursor)}`,
    );
    expect(status).toBe(200);
    items.push(...body.items);
    deleted.push(...(body.deleted ?? []));
    syncToken = body.syncToken ?? '';
    cursor = body.nextCursor;
  }
  return { items, deleted, syncToken };
};
const since: typeof sinceAtOnce = async (...asked) => {
  await transactionsHaveEnded(readers);
  return sinceAtOnce(...asked);
};
const tokenNow = async (): Promise<string> => {
  await transactionsHaveEnded(readers);
  return (await list('limit=1')).body.syncToken ?? '';
};

describe('a school system that says how a reader is', () => {
  it('enrols who is new, changes who is there, and changes nothing by saying the same again', async () => {
    const id = anId();
    const made = await put(id, { classId });
    expect(made).toMatchObject({
      status: 201,
      body: { externalId: id, version: 1, className: '三年级1班', cardStatus: 'active' },
    });
    const again = await put(id, { classId });
    expect(again).toMatchObject({ status: 200, body: { ...made.body } });
    const events = await readers.events(made.body.id);
    const moved = await put(id, { name: '王墨' });
    expect(moved).toMatchObject({
      status: 200,
      body: { id: made.body.id, version: 2, name: '王墨', classId: null, cardNumber: made.body.cardNumber },
    });
    expect((await readers.events(made.body.id)).length).toBe(events.length + 1);
    expect(JSON.stringify(await readers.events(made.body.id))).not.toContain(id);
  });

  it('is heard once, however often it says it at once', async () => {
    const [id, before] = [anId(), await count()];
    // On a busy machine one may be told to come again: it does.
    const patiently = (): Promise<Reply> =>
      eventually(async () => {
        const told = await put(id);
        expect(told.status).not.toBe(503);
        return told;
      }, 30_000);
    const told = await Promise.all(Array.from({ length: 8 }, patiently));
    expect(told.map(({ status }) => status).sort()).toEqual([...Array(7).fill(200), 201]);
    expect(new Set(told.map(({ body }) => body.id)).size).toBe(1);
    expect(await count()).toBe(before + 1);
  });

  it('may build on a version: a stale one, or one of nobody, is refused and changes nothing', async () => {
    const id = anId();
    expect((await put(id, {}, { 'if-match': '"v1"' })).status).toBe(412);
    expect((await put(id)).status).toBe(201);
    expect((await put(id, { name: '王一' }, { 'if-match': '"v1"' })).body.version).toBe(2);
    expect((await put(id, { name: '王二' }, { 'if-match': '"v1"' })).status).toBe(412);
    expect((await put(id, { name: '王一' })).body).toMatchObject({ version: 2, name: '王一' });
  });

  it('lets go of who leaves, who keeps the day, and takes who comes back', async () => {
    const id = anId();
    await put(id);
    const left = await put(id, { status: 'left', leftWhy: 'transferred' });
    expect(left.body).toMatchObject({ status: 'left', version: 2 });
    expect((await put(id, { status: 'left' })).body).toMatchObject({ leftOn: left.body.leftOn, version: 2 });
    expect((await put(id)).body).toMatchObject({ status: 'active', version: 3 });
    expect((await put(anId(), { status: 'left' })).body.status).toBe('left');
  });

  it('gives another card number, the old card goes back; one that is taken leaves all as it was', async () => {
    const [id, number] = [anId(), `N${randomUUID().slice(0, 8)}`.toUpperCase()];
    expect((await put(id, { cardNumber: number })).body.cardNumber).toBe(number);
    expect((await put(id, { cardNumber: number })).body).toMatchObject({ version: 1, cardNumber: number });
    expect((await put(id, { cardNumber: `${number}B` })).body.cardNumber).toBe(`${number}B`);
    const before = await count();
    const taken = await put(anId(), { cardNumber: number });
    expect([taken.status, taken.body.code]).toEqual([409, 'card.number-taken']);
    const renamed = await put(id, { name: '王三', cardNumber: number });
    expect([renamed.status, renamed.body.code]).toEqual([409, 'card.number-taken']);
    expect((await put(id)).body.name).toBe('王墨香');
    expect(await count()).toBe(before);
  });

  it('names nobody by identity or student number, and says what is no id or no person', async () => {
    const before = await count();
    for (const id of ['11010519491231002X', 'G11010519491231002X'])
      expect(await put(id)).toMatchObject({ status: 422, body: { code: 'external-id.looks-personal' } });
    for (const id of ['a%20b', '-a', 'a'.repeat(65), '%E7%8E%8B'])
      expect(await put(id)).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
    expect((await put(anId(), { name: '' })).status).toBe(400);
    expect((await put(anId(), { more: 1 })).status).toBe(400);
    expect((await put(anId(), { classId: randomUUID() })).status).toBe(422);
    expect((await put(anId(), { schoolId: school }, {}, foreign)).status).toBe(403);
    expect(await count()).toBe(before);
  });

  it('uses ids of its own school: another school may have the same for another person', async () => {
    const id = anId();
    const [own, theirs] = [await put(id), await put(id, {}, {}, foreign)];
    expect([own.status, theirs.status]).toEqual([201, 201]);
    expect(theirs.body.id).not.toBe(own.body.id);
  });

  it('is answered the same under one key', async () => {
    const [id, key] = [anId(), { 'idempotency-key': randomUUID() }];
    expect((await put(id, {}, key)).status).toBe(201);
    expect((await put(id, {}, key)).status).toBe(201);
    expect((await put(id)).status).toBe(200);
  });

  it('meets readers who were there before, once a librarian has said who they are', async () => {
    const id = anId();
    const enrolled = await readers.done<ReaderView>('POST', '/api/v1/readers', librarian, {
      kind: 'student',
      name: '李四',
    });
    const link = (reader: ReaderView, externalId: string | null): Promise<Reply> =>
      readers.ask<ReaderView>('PATCH', `/api/v1/readers/${reader.id}`, librarian, {
        body: { externalId },
        headers: { 'if-match': `"v${reader.version}"` },
      });
    const linked = await link(enrolled, id);
    expect(linked.body).toMatchObject({ externalId: id, version: 2 });
    expect((await put(id, { name: '李四' })).body.id).toBe(enrolled.id);
    const second = await readers.done<ReaderView>('POST', '/api/v1/readers', librarian, {
      kind: 'student',
      name: '李五',
    });
    expect((await link(second, id)).body.code).toBe('external-id.taken');
    expect((await link(second, '11010519491231002X')).body.code).toBe('external-id.looks-personal');
    expect((await link(linked.body, null)).body.externalId).toBeNull();
    expect((await link(second, id)).body.externalId).toBe(id);
  });
});

describe('who keeps a copy of the readers of a school', () => {
  it('is told what changed since, who left too, and by whatever it was changed', async () => {
    const [one, two] = [(await put(anId())).body, (await put(anId())).body];
    const token = await tokenNow();
    expect(await since(token)).toMatchObject({ items: [], deleted: [] });
    await readers.done('POST', `/api/v1/readers/${one.id}/suspensions`, librarian, { why: 'overdue' });
    await readers.done('POST', `/api/v1/cards/${two.cardId ?? ''}/losses`, librarian, {});
    const { items, syncToken } = await since(token);
    expect(items.map(({ id }) => id).sort()).toEqual([one.id, two.id].sort());
    expect(items.find(({ id }) => id === two.id)?.cardStatus).toBe('lost');
    await put(one.externalId ?? '', { status: 'left' });
    expect((await since(syncToken)).items).toMatchObject([{ id: one.id, status: 'left' }]);
  });

  it('is told who was deleted', async () => {
    const { id } = (await put(anId())).body;
    const token = await tokenNow();
    await readers.sql('delete from card where reader_id = $1', [id]);
    await readers.sql('delete from reader_word where reader_id = $1', [id]);
    await readers.sql('delete from reader where id = $1', [id]);
    const { items, deleted } = await since(token);
    expect(items.map((reader) => reader.id)).not.toContain(id);
    expect(deleted).toEqual([{ id, deletedAt: expect.any(String) }]);
  });

  it('misses nothing that a transaction wrote before and committed after the question', async () => {
    const [slow, quick] = [(await put(anId())).body, (await put(anId())).body];
    const token = await tokenNow();
    await readers.sql('begin');
    await readers.sql(`update reader set name = '迟' where id = $1`, [slow.id]);
    await put(quick.externalId ?? '', { name: '早' });
    const first = await sinceAtOnce(token);
    await readers.sql('commit');
    const second = await since(first.syncToken);
    const names = new Map([...first.items, ...second.items].map(({ id, name }) => [id, name]));
    expect([names.get(slow.id), names.get(quick.id)]).toEqual(['迟', '早']);
  });

  it('has in the end what is there, while many change it, page by page', async () => {
    const copy = new Map<string, ReaderView>();
    let cursor: string | null = '';
    let token = '';
    while (cursor !== null) {
      const { body }: { body: ReaderPage } = await list(
        `status=all&limit=3&cursor=${encodeURIComponent(cursor)}`,
      );
      for (const reader of body.items) copy.set(reader.id, reader);
      [cursor, token] = [body.nextCursor, body.syncToken ?? ''];
      // Behind the walk, and before it.
      await put(anId());
      await put([...copy.values()].find(({ externalId }) => externalId !== null)?.externalId ?? anId(), {
        name: '王又改',
      });
    }
    let writing = true;
    const writers = Promise.all(
      Array.from({ length: 4 }, async (_, n) => {
        for (let round = 0; round < 6; round += 1)
          await put(`same-${String((n + round) % 5)}`, { name: `王${'甲乙丙丁戊己'[round] ?? ''}` });
      }),
    ).then(() => (writing = false));
    const follow = async (): Promise<void> => {
      const told = await sinceAtOnce(token, 2);
      for (const reader of told.items) copy.set(reader.id, reader);
      for (const { id } of told.deleted) copy.delete(id);
      token = told.syncToken;
    };
    while (writing) await follow();
    await writers;
    await transactionsHaveEnded(readers);
    await follow();
    await follow();
    const all = await list('status=all&limit=500');
    expect([...copy.values()].sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual(all.body.items);
  }, 120_000);

  it('needs the whole school, and a token of this list and this database', async () => {
    const teacher = await readers.as({ role: 'teacher', schoolId: school, classId });
    const token = await tokenNow();
    expect((await list(`updatedSince=${encodeURIComponent(token)}`, teacher)).status).toBe(403);
    expect((await list(`updatedSince=${encodeURIComponent(token)}&schoolId=${school}`, foreign)).status).toBe(
      403,
    );
    expect((await list(`updatedSince=${encodeURIComponent(token)}&classId=${classId}`)).status).toBe(400);
    for (const made of ['made-up', 'a.b']) expect((await list(`updatedSince=${made}`)).status).toBe(400);
    expect((await list('limit=5', teacher)).body).not.toHaveProperty('syncToken');
  });
});
