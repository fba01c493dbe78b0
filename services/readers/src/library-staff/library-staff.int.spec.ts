import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { aHelpedSchool, type HelpedSchool } from '../helper-office/a-helped-school.builder.js';
import type { StaffCountsView, StaffMemberView } from './library-staff.http.js';

type Coded = { readonly code: string };
let school: HelpedSchool;
let viewer: string;
beforeAll(async () => {
  school = await aHelpedSchool('readers_library_staff');
  viewer = await school.readers.as({ role: 'county-viewer' });
});
afterAll(() => school?.stop());

const enter = (body: object, as = school.librarian) =>
  school.ask<StaffMemberView & Coded>(
    'POST',
    '/library-staff',
    { title: 'clerk', education: 'college', post: '流通', isHead: false, startsOn: '2020-09-01', ...body },
    as,
  );
const counts = async (query = '', as = viewer) =>
  (await school.ask<{ items: StaffCountsView[] }>('GET', `/library-staff-counts?${query}`, undefined, as))
    .body.items;

it('[RDR-036] a school of six is counted by title, education and certificate, and the county sees every school', async () => {
  const certified = { certificateNumber: 'SG-01', certificateIssuedOn: '2019-06-01' };
  const head = {
    name: '李馆长',
    title: 'librarian',
    education: 'bachelor',
    post: '采编',
    isHead: true,
    ...certified,
  };
  for (const body of [
    head,
    { name: '王助理', title: 'assistant-librarian', education: 'bachelor', ...certified },
    { name: '张助理', title: 'assistant-librarian', ...certified },
    { name: '赵管理', ...certified },
    { name: '钱管理', ...certified, certificateExpiresOn: '2026-10-11' },
    { name: '孙管理', weeklyHours: 12 },
  ])
    expect((await enter(body)).status).toBe(201);
  const gone = { staff: 0, headHasBachelor: null };
  expect(await counts()).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        schoolId: school.id,
        staff: 6,
        senior: 0,
        librarians: 1,
        assistants: 2,
        clerks: 3,
        bachelors: 2,
        colleges: 4,
        secondaries: 0,
        certified: 4,
        headHasBachelor: true,
      }),
      expect.objectContaining(gone),
    ]),
  );
  expect(await counts('on=2020-08-31', school.head)).toMatchObject([gone]);
  const lines = await school.csv('/library-staff?format=csv', viewer);
  expect(lines[0]).toBe('学校,姓名,职称,学历,岗位,周课时,上岗证号,到岗日期,离岗日期,不符项');
  expect(lines).toContain('桃溪小学,李馆长,馆员,本科,馆长（采编）,,SG-01,2020-09-01,,');
  expect(lines.filter((line) => line.includes('证书过期'))).toHaveLength(1);
  expect(lines.filter((line) => line.endsWith('无上岗证'))).toEqual([
    '桃溪小学,孙管理,管理员,大专,流通,12,,2020-09-01,,无上岗证',
  ]);
  expect((await school.csv('/library-staff-counts?format=csv', viewer))[0]).toBe(
    '学校,人数,高级职称,馆员,助理馆员,管理员,本科及以上,大专,中专及以下,持证人数,馆长学历',
  );
});

it('[RDR-036] a library has one head at a time, also when two are entered at once, and one without a bachelor shows', async () => {
  const { stranger } = school;
  const head = { isHead: true, education: 'college', certificateNumber: 'SG-09' };
  const both = await Promise.all(['甲', '乙'].map((name) => enter({ ...head, name }, stranger)));
  expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
  expect(both.find(({ status }) => status === 409)?.body.code).toBe('library-staff.head-already');
  const member = both.find(({ status }) => status === 201)?.body as StaffMemberView;
  expect(member.faults).toEqual(['head-below-bachelor']);
  const change = (body: object, version: number, as = stranger) =>
    school.ask<StaffMemberView & Coded>('PATCH', `/library-staff/${member.id}`, body, as, version);
  expect((await change({ endsOn: '2026-10-11' }, 1, school.librarian)).status).toBe(404);
  expect((await change({ endsOn: '2020-08-31' }, 1)).status).toBe(400);
  expect((await change({ endsOn: '2026-10-11' }, 1)).body).toMatchObject({ version: 2, faults: [] });
  const next = { ...head, name: '丙', education: 'bachelor', startsOn: '2026-10-11' };
  expect((await enter(next, stranger)).body.code).toBe('library-staff.head-already');
  expect((await enter({ ...next, startsOn: '2026-10-12' }, stranger)).status).toBe(201);
  // The entry that ended comes back only where there is room for it.
  expect((await change({ endsOn: null }, 2)).body.code).toBe('library-staff.head-already');
  expect((await change({ endsOn: null, isHead: false }, 1)).status).toBe(412);
  expect((await change({ endsOn: null, isHead: false, education: 'bachelor' }, 2)).body.faults).toEqual([]);
});

it('[RDR-036] an entry of today is taken back, and who enters nonsense is told', async () => {
  expect((await enter({ name: '丁', certificateIssuedOn: '2020-01-01' })).status).toBe(400);
  expect((await enter({ name: '丁', readerId: randomUUID() })).status).toBe(422);
  expect((await enter({ name: '丁', title: '教授' })).status).toBe(400);
  expect((await enter({ name: '丁' }, viewer)).status).toBe(403);
  const { body: member } = await enter({ name: '丁' });
  const path = `/library-staff/${member.id}`;
  expect((await school.ask('DELETE', path, undefined, school.stranger)).status).toBe(404);
  await school.readers.sql(`update library_staff set entered_on = entered_on - 1 where id = '${member.id}'`);
  expect((await school.ask<Coded>('DELETE', path)).body.code).toBe('library-staff.of-another-day');
  await school.readers.sql(`update library_staff set entered_on = entered_on + 1 where id = '${member.id}'`);
  expect((await school.ask('DELETE', path)).status).toBe(204);
  expect((await school.ask('GET', path)).status).toBe(404);
  const told = await school.readers.sql<{ version: number; data: Record<string, unknown> }>(
    `select agg_version as version, payload->'data' as data from outbox where key = '${member.id}' order by id`,
  );
  expect(told.map(({ version, data }) => [version, data['removed']])).toEqual([
    [1, false],
    [2, true],
  ]);
  expect(Object.keys(told[0]?.data ?? {})).not.toContain('name');
});
