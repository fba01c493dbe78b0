import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { aReadersService, type ReadersForTests } from './a-readers-service.builder.js';

let database: FreshDatabase;
let readers: ReadersForTests;
let librarian: string;
let school: string;

beforeAll(async () => {
  database = await freshDatabase('readers_hostile');
  readers = await aReadersService(database.ownerUrl);
  const body = { code: 'S1', name: '桃溪小学', kind: 'primary' };
  school = (await readers.done<{ id: string }>('POST', '/api/v1/schools', readers.admin, body)).id;
  librarian = await readers.as({ role: 'librarian', schoolId: school });
});
afterAll(async () => {
  await readers?.stop();
  await database?.drop();
});

const cursors = [['x'], [1], ['\u0000'], [1e20, 1, 1, 'x'], ['a', 1, 1, 'x'], [1, 1, 1, 'x'], {}, null].map(
  (key) => Buffer.from(JSON.stringify(key)).toString('base64url'),
);

describe('bad input', () => {
  it('in a cursor is a 400, or passed over where it can be one of ours', async () => {
    for (const path of ['schools', 'classes', 'readers'])
      for (const cursor of [...cursors, '%ff', 'not-json']) {
        const { status } = await readers.ask('GET', `/api/v1/${path}?cursor=${cursor}`, librarian);
        expect([path, cursor, [200, 400].includes(status)]).toEqual([path, cursor, true]);
      }
  });

  it('in a body is a 400 that names the place, never a 500', async () => {
    const nul = 'a\u0000b';
    for (const [method, path, token, body] of [
      ['POST', 'schools', readers.admin, { code: nul, name: 'x', kind: 'primary' }],
      ['POST', 'schools', readers.admin, { code: 'y', name: nul, kind: 'primary' }],
      ['POST', 'schools', readers.admin, { code: 'y', name: 'x', kind: 'primary', extra: 1 }],
      ['POST', 'schools', readers.admin, []],
      [
        'POST',
        `schools/${school}/terms`,
        librarian,
        { name: nul, startsOn: '2026-09-01', endsOn: '2027-01-01' },
      ],
      [
        'POST',
        `schools/${school}/terms`,
        librarian,
        { name: 'x', startsOn: '0000-09-01', endsOn: '0001-01-01' },
      ],
      [
        'PUT',
        `schools/${school}/calendar-days`,
        librarian,
        { year: 2026, days: [{ on: '2026-01-01', state: 'open', note: nul }] },
      ],
      ['PUT', `schools/${school}/calendar-days`, librarian, { year: 2026, days: [null] }],
      ['POST', 'classes', librarian, { section: 'primary', entryYear: 1e300, classNo: 1 }],
      ['POST', 'classes', librarian, { section: 'primary', entryYear: 2025, classNo: 100 }],
      ['POST', 'readers', librarian, { kind: 'student', name: nul }],
      ['POST', 'readers', librarian, { kind: 'student', name: 'x', cardNumber: nul }],
      ['POST', 'readers', librarian, { kind: 'student', name: 'x', classId: 'x' }],
      ['POST', 'readers/search', librarian, { q: nul }],
      ['POST', 'readers/search', librarian, { cardNumber: nul }],
      [
        'POST',
        'accounts',
        readers.admin,
        { username: nul, password: 'long enough', grants: [{ role: 'county-viewer' }] },
      ],
      ['POST', 'accounts', readers.admin, { username: 'xy', password: 'long enough', grants: [null] }],
      ['POST', 'api-clients', readers.admin, { name: nul, scopes: ['readers.read'] }],
      ['POST', 'sessions', '', { username: 'x', password: { $ne: '' } }],
    ] as const) {
      const answer = await readers.ask(method, `/api/v1/${path}`, token, { body });
      expect([path, body, answer.status]).toEqual([path, body, 400]);
    }
  });
});
