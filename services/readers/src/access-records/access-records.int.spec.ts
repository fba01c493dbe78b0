import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Clock } from '@shulian/service-kit';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { aReadersService, type Answered, type ReadersForTests } from '../a-readers-service.builder.js';
import type { ReaderView } from '../enrolment/readers.http.js';
import type { AccessRecordsPage, AccessSealsPage, AccountsThatReadPage } from './access-records.http.js';
import { SealAccessLog } from './seal-access-log.use-case.js';

let database: FreshDatabase;
let readers: ReadersForTests;
let schoolId: string;
let head: string;
let librarian: string;
let curious: string;
let headElsewhere: string;
let pupils: ReaderView[];

beforeAll(async () => {
  database = await freshDatabase('readers_access_records');
  readers = await aReadersService(database.ownerUrl);
  const open = async (code: string): Promise<string> => {
    const body = { code, name: `学校 ${code}`, kind: 'primary' };
    return (await readers.done<{ id: string }>('POST', '/api/v1/schools', readers.admin, body)).id;
  };
  schoolId = await open('A');
  const other = await open('B');
  head = await readers.as({ role: 'school-head', schoolId });
  librarian = await readers.as({ role: 'librarian', schoolId });
  curious = await readers.as({ role: 'librarian', schoolId });
  headElsewhere = await readers.as({ role: 'school-head', schoolId: other });
  const opened = { schoolId, section: 'primary', entryYear: 2024, classNo: 1 };
  const { id: classId } = await readers.done<{ id: string }>(
    'POST',
    '/api/v1/classes',
    readers.admin,
    opened,
  );
  pupils = [];
  for (const name of ['王小明', '李小红', '张小刚'])
    pupils.push(await readers.done('POST', '/api/v1/readers', librarian, { kind: 'student', name, classId }));
});
afterAll(async () => {
  await readers?.stop();
  await database?.drop();
});

const get = <Body>(path: string, as = head): Promise<Body> => readers.done('GET', `/api/v1${path}`, as);
const ask = (path: string, as: string): Promise<Answered> => readers.ask('GET', `/api/v1${path}`, as);
const subOf = (token: string): string =>
  (JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as { sub: string }).sub;
const seal = (): Promise<number> => readers.app.get(SealAccessLog).execute();
const seals = async (): Promise<AccessSealsPage['items']> =>
  (await get<AccessSealsPage>('/access-records/seals')).items;

describe('who read whose data', () => {
  it('is told by account, by reader and between two moments, with the purpose and the request; to the head of the school alone', async () => {
    const clock = readers.app.get(Clock);
    const from = clock.now().toISOString();
    const search = { readerIds: pupils.slice(0, 2).map(({ id }) => id) };
    await readers.done('POST', '/api/v1/readers/search', curious, search);
    await get(`/readers/${pupils[2]?.id ?? ''}`, curious);
    const to = new Date(clock.now().getTime() + 1).toISOString();
    await get(`/readers/${pupils[0]?.id ?? ''}`, librarian);
    const caller = subOf(curious);
    const { items } = await get<AccessRecordsPage>(`/access-records?caller=${caller}&from=${from}&to=${to}`);
    expect(items.map(({ readerId, operation, purpose }) => [readerId, operation, purpose]).sort()).toEqual(
      [
        [pupils[0]?.id, 'readers.search', 'membership'],
        [pupils[1]?.id, 'readers.search', 'membership'],
        [pupils[2]?.id, 'readers.read', 'membership'],
      ].sort(),
    );
    // One request that shows two readers is one request in the log.
    expect(new Set(items.map(({ requestId }) => requestId)).size).toBe(2);
    const ofOne = await get<AccessRecordsPage>(
      `/access-records?readerId=${pupils[2]?.id ?? ''}&from=${from}`,
    );
    expect(ofOne.items.map((one) => one.caller)).toEqual([caller]);
    const before = await get<AccessRecordsPage>(`/access-records?caller=${caller}&to=${from}`);
    expect(before.items).toEqual([]);
    const first = await get<AccessRecordsPage>(`/access-records?caller=${caller}&from=${from}&limit=2`);
    const rest = await get<AccessRecordsPage>(
      `/access-records?caller=${caller}&from=${from}&limit=2&cursor=${first.nextCursor ?? ''}`,
    );
    expect([...first.items, ...rest.items]).toEqual(items);
    expect((await ask('/access-records', librarian)).status).toBe(403);
    expect((await ask(`/access-records?schoolId=${schoolId}`, headElsewhere)).status).toBe(403);
    expect((await ask(`/access-records?schoolId=${schoolId}`, readers.admin)).status).toBe(403);
    expect((await ask('/access-records?from=2026-13-01T00:00:00Z', head)).status).toBe(400);
    const { items: accounts } = await get<AccountsThatReadPage>(
      `/access-records/accounts?from=${from}&to=${to}`,
    );
    expect(accounts.find((one) => one.caller === caller)).toMatchObject({ reads: 3, readers: 3 });
  });

  it('is chained for each school: a changed, a missing and an added entry and a changed seal are all seen', async () => {
    expect(await seal()).toBeGreaterThan(0);
    expect(await seal()).toBe(0);
    await get(`/readers/${pupils[0]?.id ?? ''}`, librarian);
    await get(`/readers/${pupils[1]?.id ?? ''}`, librarian);
    // Two instances that seal at once seal each entry once.
    const both = await Promise.all([seal(), seal()]);
    expect(both[0] + both[1]).toBe(2);
    const intact = await seals();
    expect(intact.map(({ number, isIntact }) => [number, isIntact])).toEqual([
      [1, true],
      [2, true],
    ]);
    await expect(readers.sql('delete from access_seal')).rejects.toThrow('can only be added');
    const asOwner = async (change: string): Promise<boolean[]> => {
      await readers.sql('begin');
      await readers.sql('set local session_replication_role = replica');
      await readers.sql(change);
      await readers.sql('commit');
      return (await seals()).map(({ isIntact }) => isIntact);
    };
    const last = '(select max(id) from access_log)';
    expect(await asOwner(`update access_log set caller = 'nobody' where id = ${last}`)).toEqual([
      true,
      false,
    ]);
    expect(await asOwner(`update access_log set caller = '${subOf(librarian)}' where id = ${last}`)).toEqual([
      true,
      true,
    ]);
    expect(await asOwner(`delete from access_log where id = (select min(id) from access_log)`)).toEqual([
      false,
      true,
    ]);
    expect(await asOwner(`update access_seal set hash = sha256('x') where number = 1`)).toEqual([
      false,
      false,
    ]);
  });

  it('is not waited for by a desk longer than a moment while it is sealed, and waits for nobody itself', async () => {
    await readers.sql('begin');
    await readers.sql(
      `insert into access_log (seen_at, caller_kind, caller, operation, reader_id, school_id)
       values (now(), 'account', 'slow', 'readers.read', gen_random_uuid(), $1)`,
      [schoolId],
    );
    await expect(seal()).rejects.toThrow();
    await get(`/readers/${pupils[0]?.id ?? ''}`, librarian);
    await readers.sql('commit');
    expect(await seal()).toBe(2);
  });

  it('is printed with names of columns and the purpose in words', async () => {
    const answer = await fetch(`${readers.url}/api/v1/access-records/accounts?format=csv`, {
      headers: { authorization: `Bearer ${head}`, 'accept-language': 'zh' },
    });
    expect((await answer.text()).split('\r\n')[0]).toContain('类别,查看者,次数,人数,最早,最近');
  });
});
