import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { aHelpedSchool, type HelpedSchool } from '../helper-office/a-helped-school.builder.js';
import type { PlanClassView, PlanView } from './reading-plans.http.js';

type Coded = { readonly code: string };
let school: HelpedSchool;
let classId: string;
let teacher: string;
let otherTeacher: string;
beforeAll(async () => {
  school = await aHelpedSchool('readers_reading_plans');
  classId = await school.schoolClass();
  teacher = await school.readers.as({ role: 'teacher', schoolId: school.id, classId });
  const other = await school.schoolClass();
  otherTeacher = await school.readers.as({ role: 'teacher', schoolId: school.id, classId: other });
});
afterAll(() => school?.stop());

const books = [
  { title: '草房子', author: '曹文轩', byDay: '2026-10-31' },
  { title: '城南旧事', author: '林海音' },
];
const create = (body: object, as: string) =>
  school.ask<PlanView & Coded>(
    'POST',
    '/reading-plans',
    { termId: school.termId, goalBooks: 4, books, ...body },
    as,
  );

it('[RDR-013] a pupil makes one plan a term, also when the button is pressed twice, and says how far it went', async () => {
  const readerId = await school.pupil(classId);
  const pupil = await school.readers.as({ role: 'reader', readerId });
  const both = await Promise.all([create({ goalMinutes: 30 }, pupil), create({ goalMinutes: 30 }, pupil)]);
  expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
  expect(both.find(({ status }) => status === 409)?.body.code).toBe('reading-plan.exists');
  const plan = both.find(({ status }) => status === 201)?.body as PlanView;
  expect(plan).toMatchObject({ readerId, classId, goalBooks: 4, goalMinutes: 30, planned: 2, done: 0 });
  const change = (body: object, version: number, as = pupil) =>
    school.ask<PlanView>('PATCH', `/reading-plans/${plan.id}`, body, as, version);
  const read = [{ ...books[0], doneOn: '2026-10-10', note: '最喜欢桑桑' }, books[1]];
  expect((await change({ books: read }, 1)).body).toMatchObject({
    version: 2,
    planned: 2,
    done: 1,
    books: [
      { title: '草房子', doneOn: '2026-10-10', note: '最喜欢桑桑' },
      { title: '城南旧事', doneOn: null },
    ],
  });
  expect((await change({ goalBooks: 5 }, 1)).status).toBe(412);
  const comment = (words: string | null, as = teacher) =>
    school.ask<PlanView>('PUT', `/reading-plans/${plan.id}/comment`, { words }, as);
  expect((await comment('读得认真，再写一篇读后感')).body).toMatchObject({ commentedOn: '2026-10-12' });
  expect((await comment('不', pupil)).status).toBe(403);
  expect((await comment('不', otherTeacher)).status).toBe(404);
  const lines = await school.csv(`/reading-plans?readerId=${readerId}&format=csv`, teacher);
  expect(lines).toEqual([
    '目标册数,每日分钟,书目,计划册数,已读册数,目的,教师批阅',
    '4,30,草房子 ✓；城南旧事,2,1,,读得认真，再写一篇读后感',
    '',
  ]);
  expect((await comment(null)).body).toMatchObject({ comment: null, commentedOn: null });
});

it('[RDR-013] a plan is seen by the pupil, the class teacher and the library, and each sight is logged', async () => {
  const readerId = await school.pupil(classId);
  const pupil = await school.readers.as({ role: 'reader', readerId });
  const classmate = await school.readers.as({ role: 'reader', readerId: await school.pupil(classId) });
  expect((await create({ readerId }, otherTeacher)).status).toBe(422);
  expect((await create({ readerId, termId: randomUUID() }, teacher)).status).toBe(422);
  expect((await create({}, teacher)).status).toBe(400);
  const { body: plan } = await create({ readerId }, teacher);
  const seen = async (as: string) =>
    (await school.ask('GET', `/reading-plans/${plan.id}`, undefined, as)).status;
  expect(await Promise.all([pupil, teacher, school.librarian, school.head].map(seen))).toEqual([
    200, 200, 200, 200,
  ]);
  expect(await Promise.all([classmate, otherTeacher, school.stranger].map(seen))).toEqual([404, 404, 404]);
  const listed = async (as: string) =>
    (await school.ask<{ items: PlanView[] }>('GET', `/reading-plans?termId=${school.termId}`, undefined, as))
      .body.items;
  expect((await listed(pupil)).map(({ id }) => id)).toEqual([plan.id]);
  expect((await listed(teacher)).map(({ id }) => id)).toContain(plan.id);
  for (const as of [classmate, otherTeacher, school.stranger]) expect(await listed(as)).toEqual([]);
  const log = await school.readers.sql<{ operation: string; n: number }>(
    `select operation, count(*)::int as n from access_log where reader_id = $1 and operation like 'reading-plans.%'
     group by 1 order by 1`,
    [readerId],
  );
  expect(log).toEqual([
    { operation: 'reading-plans.create', n: 1 },
    { operation: 'reading-plans.list', n: 2 },
    { operation: 'reading-plans.read', n: 4 },
  ]);
});

it('[RDR-013] of each class it shows who has a plan and who has none, and what came of them', async () => {
  const own = await school.schoolClass(5);
  const [one, other] = [await school.pupil(own), await school.pupil(own)];
  await school.pupil(own);
  await create({ readerId: one, books: [{ title: '草房子', doneOn: '2026-10-01' }] }, school.librarian);
  const { body: plan } = await create({ readerId: other, books: [] }, school.librarian);
  const classes = async (as = school.head) =>
    (
      await school.ask<{ items: PlanClassView[] }>(
        'GET',
        `/reading-plan-classes?termId=${school.termId}`,
        undefined,
        as,
      )
    ).body.items;
  const line = { classId: own, pupils: 3, withPlan: 2, withoutPlan: 1, goalBooks: 8, done: 1 };
  expect((await classes()).find((each) => each.classId === own)).toMatchObject(line);
  expect((await classes(teacher)).map((each) => each.classId)).toEqual([classId]);
  expect((await school.csv(`/reading-plan-classes?termId=${school.termId}&format=csv`))[0]).toBe(
    '班级,学生数,有计划,尚无计划,目标册数,已读册数',
  );
  const remove = (as: string) => school.ask('DELETE', `/reading-plans/${plan.id}`, undefined, as);
  expect((await remove(school.stranger)).status).toBe(404);
  expect((await remove(school.head)).status).toBe(403);
  expect((await remove(school.librarian)).status).toBe(204);
  expect((await classes()).find((each) => each.classId === own)).toMatchObject({ withPlan: 1, goalBooks: 4 });
});
