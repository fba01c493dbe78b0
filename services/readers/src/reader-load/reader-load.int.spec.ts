import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { aReadersService, type ReadersForTests } from '../a-readers-service.builder.js';
import type { ReaderView } from '../enrolment/readers.http.js';
import type { ReaderLoadsPage } from './reader-load.http.js';

let database: FreshDatabase;
let readers: ReadersForTests;
beforeAll(async () => {
  database = await freshDatabase('readers_reader_load');
  readers = await aReadersService(database.ownerUrl);
});
afterAll(async () => {
  await readers?.stop();
  await database?.drop();
});

describe('readers per librarian', () => {
  it('[RDR-017] are counted for the school and for each school of the county, without leavers and closed accounts', async () => {
    const open = async (code: string): Promise<string> => {
      const body = { code, name: `学校 ${code}`, kind: 'primary' };
      return (await readers.done<{ id: string }>('POST', '/api/v1/schools', readers.admin, body)).id;
    };
    const [schoolId, empty] = [await open('A'), await open('B')];
    const librarian = await readers.as({ role: 'librarian', schoolId });
    const loads = (as: string, query = ''): Promise<ReaderLoadsPage> =>
      readers.done('GET', `/api/v1/reader-loads${query}`, as);
    const enrol = (kind: string): Promise<ReaderView> =>
      readers.done('POST', '/api/v1/readers', librarian, { kind, name: '某人' });
    const leaver = await enrol('student');
    for (const kind of ['student', 'student', 'teacher', 'staff', 'external']) await enrol(kind);
    await readers.ask('PATCH', `/api/v1/readers/${leaver.id}`, librarian, {
      body: { status: 'left' },
      headers: { 'if-match': '"v1"' },
    });
    const one = {
      code: 'A',
      readers: 5,
      pupils: 2,
      staff: 2,
      external: 1,
      librarians: 1,
      readersPerLibrarian: 5,
    };
    expect((await loads(librarian)).items).toMatchObject([one]);
    await readers.as({ role: 'librarian', schoolId });
    const username = 'left-the-library';
    const grants = [{ role: 'librarian', schoolId }];
    const account = { username, password: 'a long password', grants };
    const gone = await readers.done<{ id: string }>('POST', '/api/v1/accounts', readers.admin, account);
    await readers.ask('PATCH', `/api/v1/accounts/${gone.id}`, readers.admin, {
      body: { disabled: true },
      headers: { 'if-match': '"v1"' },
    });
    const { items } = await loads(readers.admin);
    expect(items).toMatchObject([
      { ...one, librarians: 2, readersPerLibrarian: 2.5 },
      { schoolId: empty, readers: 0, librarians: 0, readersPerLibrarian: null },
    ]);
    const page = await loads(readers.admin, '?limit=1');
    expect((await loads(readers.admin, `?limit=1&cursor=${String(page.nextCursor)}`)).items).toEqual([
      items[1],
    ]);
    const foreign = await readers.ask('GET', `/api/v1/reader-loads?schoolId=${empty}`, librarian);
    expect(foreign.status).toBe(403);
    const csv = await fetch(`${readers.url}/api/v1/reader-loads?format=csv`, {
      headers: { authorization: `Bearer ${readers.admin}`, 'accept-language': 'zh' },
    });
    expect((await csv.text()).replace('\ufeff', '').split('\r\n').slice(0, 2)).toEqual([
      '代码,学校,读者数,学生,教职工,校外读者,馆员数,每名馆员服务读者',
      'A,学校 A,5,2,2,1,2,2.5',
    ]);
  });
});
