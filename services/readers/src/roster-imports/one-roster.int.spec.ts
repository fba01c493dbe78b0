import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import JSZip from 'jszip';
import type { JobProblem, JobView } from '@shulian/service-kit';
import { newId } from '@shulian/service-kit';
import { eventually } from '@shulian/service-kit/testing';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { aReadersService, type ReadersForTests } from '../a-readers-service.builder.js';
import type { ReaderPage } from '../enrolment/readers.http.js';

const api = '/api/v1';
let database: FreshDatabase;
let readers: ReadersForTests;
beforeAll(async () => {
  database = await freshDatabase('readers_oneroster');
  readers = await aReadersService(database.ownerUrl);
});
afterAll(async () => {
  await readers?.stop();
  await database?.drop();
});

const aSchool = async () => {
  const code = `O${newId().slice(-12)}`;
  const body = { code, name: `松溪小学${code}`, kind: 'primary' };
  const { id } = await readers.done<{ id: string }>('POST', `${api}/schools`, readers.admin, body);
  const librarian = await readers.as({ role: 'librarian', schoolId: id } as never);
  const run = async (
    files: Readonly<Record<string, readonly string[]>>,
    fields: Record<string, string> = {},
  ) => {
    const zip = new JSZip();
    for (const [name, rows] of Object.entries(files)) zip.file(`${name}.csv`, rows.join('\r\n'));
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    form.append(
      'file',
      new Blob([new Uint8Array(await zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' }))]),
      'package.zip',
    );
    const queued = await readers.ask<JobView>('POST', `${api}/roster-imports`, librarian, { body: form });
    if (queued.status !== 202) throw new Error(JSON.stringify(queued.body));
    const job = await eventually(async () => {
      const seen = await readers.done<JobView>('GET', `${api}/jobs/${queued.body.id}`, librarian);
      expect(['succeeded', 'failed']).toContain(seen.status);
      return seen;
    }, 20_000);
    const problems = await readers.done<{ items: JobProblem[] }>(
      'GET',
      `${api}/jobs/${queued.body.id}/problems`,
      librarian,
    );
    return {
      ...job,
      problems: problems.items.map(({ code: said, place }) => [said, place['sheet'], place['row']]),
    };
  };
  const people = async (status = 'active') =>
    (await readers.done<ReaderPage>('GET', `${api}/readers?limit=500&status=${status}`, librarian)).items
      .map(({ name, kind, className, externalId }) => [name, kind, className, externalId].join(' '))
      .sort();
  return { id, code, librarian, run, people };
};

const manifest = (version: string, users = 'bulk'): string[] => [
  'propertyName,value', 'manifest.version,1.0', `oneroster.version,${version}`, `file.users,${users}`, 'file.classes,bulk',
  'file.enrollments,bulk', 'file.orgs,absent', 'file.demographics,absent',
]; // prettier-ignore
const USERS =
  'sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password';
const user = (id: string, role: string, given: string, family: string, status = '', enabled = 'true') =>
  `${id},${status},,${enabled},org-1,${role},${id},,${given},${family},,,,,,,,`;
const classes = [
  'sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods',
  'c-1,,,三年级1班,03,k,,homeroom,,org-1,t,,,', 'c-2,,,2班,04,k,,homeroom,,org-1,t,,,', 'c-3,,,数学,03,k,,scheduled,,org-1,t,,,',
]; // prettier-ignore
const ENROL =
  'sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate';
const enrol = (id: string, klass: string, who: string) => `${id},,,${klass},org-1,${who},student,,,`;
const enrollments = [ENROL, enrol('e1', 'c-1', 'u-1'), enrol('e2', 'c-3', 'u-1'), enrol('e3', 'c-2', 'u-2')];

describe('a OneRoster package', () => {
  const bulk = {
    manifest: manifest('1.1'), classes, enrollments,
    users: [USERS, user('u-1', 'student', '小明', '王'), user('u-2', 'student', '丽', '欧阳'), user('t-1', 'teacher', 'Anna', 'Smith')],
  }; // prettier-ignore

  it('[RDR-001] of 1.1 makes readers with their ids, and changes nothing the second time', async () => {
    const school = await aSchool();
    expect((await school.run(bulk)).result).toMatchObject({
      created: 3,
      classesOpened: 2,
      rejected: 0,
      left: 0,
    });
    expect(await school.people()).toEqual([
      'Anna Smith teacher  t-1',
      '欧阳丽 student 四年级2班 u-2',
      '王小明 student 三年级1班 u-1',
    ]);
    expect((await school.run(bulk)).result).toMatchObject({ created: 0, unchanged: 3, updated: 0, left: 0 });
  });

  it('[RDR-001] finds who is there without an id, moves, renames, and lets leave who is in it no more', async () => {
    const school = await aSchool();
    const { id: classId } = await readers.done<{ id: string }>('POST', `${api}/classes`, school.librarian, {
      section: 'primary', entryYear: 2024, classNo: 1,
    }); // prettier-ignore
    await readers.done('POST', `${api}/readers`, school.librarian, {
      kind: 'student',
      name: '王小明',
      classId,
    });
    await readers.done('POST', `${api}/readers`, school.librarian, { kind: 'staff', name: '无编号' });
    expect((await school.run(bulk)).result).toMatchObject({ created: 2, updated: 1 });
    const next = {
      ...bulk,
      users: [USERS, user('u-1', 'student', '晓明', '王'), user('t-1', 'teacher', 'Anna', 'Smith')],
      enrollments: [ENROL, enrol('e1', 'c-2', 'u-1')],
    };
    expect((await school.run(next, { dryRun: 'true' })).result).toMatchObject({
      moved: 1,
      left: 1,
      dryRun: true,
    });
    expect((await school.run(next, { maxLeavers: '30' })).result).toMatchObject({
      updated: 1,
      moved: 1,
      unchanged: 1,
      left: 1,
    });
    expect(await school.people()).toEqual([
      'Anna Smith teacher  t-1',
      '无编号 staff  ',
      '王晓明 student 四年级2班 u-1',
    ]);
  });

  it('[RDR-001] that tells what has changed lets leave only whom it names, and more than a share not at all', async () => {
    const school = await aSchool();
    const ids = ['u-1', 'u-2', 'u-3', 'u-4', 'u-5'];
    const all = ids.map((id) => user(id, 'student', id, '学'));
    const enrolled = [ENROL, ...ids.map((id) => enrol(`e-${id}`, 'c-1', id))];
    await school.run({ ...bulk, users: [USERS, ...all], enrollments: enrolled });
    const gone = (...who: string[]) => ({
      ...bulk, manifest: manifest('1.1', 'delta'), enrollments: [ENROL],
      users: [USERS, ...who.map((id) => user(id, 'student', id, '学', 'tobedeleted'))],
    }); // prettier-ignore
    expect((await school.run(gone('u-1'))).result).toMatchObject({ left: 1, unchanged: 0 });
    expect(await school.people()).toHaveLength(4);
    const many = await school.run(gone('u-2', 'u-3', 'u-4'));
    expect([many.status, many.problems]).toEqual([
      'failed',
      [['roster.too-many-leavers', undefined, undefined]],
    ]);
    expect((await school.run({ ...bulk, users: [USERS, ...all.slice(0, 4), user('u-5', 'student', 'u-5', '学', '', 'false')], enrollments: enrolled })).result)
      .toMatchObject({ left: 1 }); // prettier-ignore
  });

  it('[RDR-001] of 1.2 says roles apart; rows that hang in the air, and what vendors add, stop nothing', async () => {
    const school = await aSchool();
    const done = await school.run({
      manifest: [...manifest('1.2'), 'file.roles,bulk'],
      classes,
      users: [
        'sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,metadata.vendor.colour',
        'u-1,,,true,u1,,小明,王,red', 'u-2,,,true,u2,,丽,欧阳', 'p-1,,,true,p1,,大明,王,', ',,,true,x,,无,名,',
        'u-1,,,true,u1,,又,王,', '110101201501011234,,,true,x,,身,份,', 'u-9,,,true,x,,多,列,,extra',
      ],
      roles: [
        'sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId,userProfileSourcedId',
        'r1,,,u-1,primary,student,,,org-1,', 'r2,,,u-2,primary,student,,,org-1,', 'r3,,,p-1,primary,parent,,,org-1,',
      ],
      enrollments: [...enrollments, enrol('e8', 'c-404', 'u-1'), enrol('e9', 'c-1', 'u-404')],
      lineItems: ['anything'],
    }); // prettier-ignore
    expect(done.result).toMatchObject({ created: 2 });
    expect(await school.people()).toEqual(['欧阳丽 student 四年级2班 u-2', '王小明 student 三年级1班 u-1']);
    expect(done.problems.sort()).toEqual([
      ['oneroster.id-missing', 'users.csv', 5],
      ['oneroster.id-twice', 'users.csv', 6],
      ['oneroster.id-unusable', 'users.csv', 7],
      ['oneroster.orphan', 'enrollments.csv', 5],
      ['oneroster.orphan', 'enrollments.csv', 6],
      ['oneroster.role-not-read', 'users.csv', 4],
      ['oneroster.row-ragged', 'users.csv', 8],
    ]);
  });

  it('[RDR-001] of several schools is read for the one it is sent for', async () => {
    const school = await aSchool();
    const orgs = [
      'sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId',
      `org-1,,,别名,school,${school.code.toLowerCase()},`, 'org-2,,,他校,school,X,', 'org-0,,,县,district,,',
    ]; // prettier-ignore
    const users = [
      USERS,
      user('u-1', 'student', '小明', '王'),
      user('u-2', 'student', '他', '校').replace('org-1', 'org-2'),
    ];
    const done = await school.run({ ...bulk, orgs, users, enrollments: [ENROL, enrol('e1', 'c-1', 'u-1')] });
    expect([done.result, await school.people()]).toMatchObject([
      { created: 1 },
      ['王小明 student 三年级1班 u-1'],
    ]);
    const unknown = await (await aSchool()).run({ ...bulk, orgs, users });
    expect(unknown.status).toBe('failed');
    expect((await school.run({ ...bulk, manifest: manifest('2.0') })).status).toBe('failed');
    expect((await school.run({ manifest: manifest('1.1', 'absent') })).status).toBe('failed');
  });
});
