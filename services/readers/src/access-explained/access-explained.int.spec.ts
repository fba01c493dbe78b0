import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { roles, type Grant, type Operation } from '@shulian/contracts/access';
import { aHelpedSchool, type HelpedSchool } from '../helper-office/a-helped-school.builder.js';
import type { AccessExplainedView } from './access-explained.http.js';

let school: HelpedSchool;
let foreign: string;
let [classId, pupil, foreignPupil] = ['', '', ''];
beforeAll(async () => {
  school = await aHelpedSchool('readers_access_explained');
  classId = await school.schoolClass();
  pupil = await school.pupil(classId);
  const { body } = await school.ask<{ items: { id: string }[] }>(
    'GET',
    '/schools',
    undefined,
    school.readers.admin,
  );
  foreign = body.items.find(({ id }) => id !== school.id)?.id ?? '';
  const made = { schoolId: foreign, kind: 'teacher', name: '外校老师' };
  foreignPupil = (await school.ask<{ id: string }>('POST', '/readers', made, school.stranger)).body.id;
});
afterAll(() => school?.stop());

const why = async (as: string, operation: Operation, place = '') => {
  const path = `/access/explain?operation=${operation}&${place}`;
  return (await school.ask<AccessExplainedView>('GET', path, undefined, as)).body;
};
const reasons = async (as: string, operation: Operation, place = ''): Promise<string[]> =>
  (await why(as, operation, place)).grants.map(({ reason }) => reason);

it('says of each grant why it reaches or does not', async () => {
  const {
    allowed,
    inToken,
    roles: may,
    says,
  } = await why(school.librarian, 'readers.read', `readerId=${pupil}`);
  expect({ allowed, inToken }).toEqual({ allowed: true, inToken: true });
  expect(may).toEqual(['school-head', 'librarian', 'teacher', 'class-helper', 'reader']);
  expect(says).toContain(' · ');
  expect(await reasons(school.librarian, 'schools.create')).toEqual(['role-may-not']);
  expect(await reasons(school.librarian, 'readers.list', `schoolId=${foreign}`)).toEqual(['elsewhere']);
  const ended = { role: 'librarian', schoolId: foreign, endsAt: '2021-01-01T00:00:00Z' };
  const later = { role: 'librarian', schoolId: foreign, startsAt: '2099-01-01T00:00:00Z' };
  const timed = await school.readers.as(
    { role: 'teacher', classId },
    ended as unknown as Grant,
    later as unknown as Grant,
  );
  expect(await reasons(timed, 'readers.read', `readerId=${pupil}`)).toEqual([
    'reaches',
    'ended',
    'not-begun',
  ]);
  const helper = await school.readers.as(
    { role: 'class-helper', classId },
    { role: 'reader', readerId: pupil },
  );
  expect(await reasons(helper, 'readers.read', `classId=${classId}`)).toEqual(['out-of-office', 'elsewhere']);
});

it('answers for ids of elsewhere and for unknown ones alike', async () => {
  for (const [field, known] of [
    ['schoolId', foreign],
    ['readerId', foreignPupil],
  ] as const) {
    const [elsewhere, unknown] = [
      await why(school.librarian, 'readers.read', `${field}=${known}`),
      await why(school.librarian, 'readers.read', `${field}=${randomUUID()}`),
    ];
    expect(elsewhere).toEqual(unknown);
    expect(elsewhere.allowed).toBe(false);
  }
  // Ids that do not belong together are nowhere.
  expect(await reasons(school.librarian, 'readers.read', `readerId=${pupil}&schoolId=${foreign}`)).toEqual([
    'elsewhere',
  ]);
});

it('agrees with what the doors say, for each role at the own and at a foreign school', async () => {
  const asked = [
    ['GET', 'classes.list', (id: string) => `/classes?schoolId=${id}`],
    ['GET', 'readers.list', (id: string) => `/readers?schoolId=${id}`],
    ['GET', 'library-staff.list', (id: string) => `/library-staff?schoolId=${id}`],
    ['GET', 'accounts.list', (id: string) => `/accounts?schoolId=${id}`],
  ] as const;
  const grantOf = (role: (typeof roles)[number]): Grant => {
    if (role.startsWith('county')) return { role };
    if (role === 'reader') return { role, readerId: pupil };
    return role === 'teacher' || role === 'class-helper' ? { role, classId } : { role, schoolId: school.id };
  };
  for (const role of roles) {
    const token = await school.readers.as(grantOf(role));
    for (const [method, operation, path] of asked)
      for (const schoolId of [school.id, foreign]) {
        const { status } = await school.ask(method, path(schoolId), undefined, token);
        // Who has nothing that holds today is let in nowhere, here neither.
        const { allowed = false } = await why(token, operation, `schoolId=${schoolId}`);
        expect([role, operation, schoolId === school.id, allowed]).toEqual([
          role,
          operation,
          schoolId === school.id,
          status === 200,
        ]);
      }
  }
});

it('knows operations by their names, and those of several services with the service', async () => {
  const status = async (query: string): Promise<number> =>
    (await school.ask('GET', `/access/explain?${query}`)).status;
  expect(await status('operation=no.such')).toBe(400);
  expect(await status('operation=constructor')).toBe(400);
  expect(await status('operation=jobs.list')).toBe(400);
  expect(await status('operation=jobs.list&service=readers')).toBe(200);
  expect(await status('operation=jobs.list&service=gateway')).toBe(400);
  expect(await status('operation=loans.list&schoolId=nonsense')).toBe(400);
  expect(await why(school.librarian, 'sessions.create')).toMatchObject({ public: true, allowed: true });
});
