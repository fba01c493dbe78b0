import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { aHelpedSchool, type HelpedSchool } from '../helper-office/a-helped-school.builder.js';
import type { EvaluationView } from './helper-evaluations.http.js';

type Coded = { readonly code: string };
let school: HelpedSchool;
beforeAll(async () => {
  school = await aHelpedSchool('readers_helper_evaluations');
});
afterAll(() => school?.stop());

const list = async (query: string, as = school.librarian): Promise<EvaluationView[]> =>
  (
    await school.ask<{ items: EvaluationView[] }>(
      'GET',
      `/helper-evaluations?termId=${school.termId}&${query}`,
      undefined,
      as,
    )
  ).body.items;
const judge = (id: string, body: object, as = school.librarian) =>
  school.ask<Coded>('PUT', `/helper-evaluations/${id}`, { termId: school.termId, ...body }, as);

it('[RDR-034] what helpers did in a term is counted from the log and the trainings, judged, and gives the award list', async () => {
  const classId = await school.schoolClass();
  const [one, other] = [await school.trained(classId), await school.trained(classId)];
  const slot = (helperId: string, weekday: number) =>
    school.ask<{ id: string }>('POST', '/duty-slots', { helperId, weekday, period: 'noon' });
  const monday = (await slot(one.id, 1)).body.id;
  const tuesday = (await slot(other.id, 2)).body.id;
  const enter = async (slotId: string, onDay: string, attendance: string, standInId: string | null = null) =>
    expect((await school.ask('POST', '/duty-entries', { slotId, onDay, attendance, standInId })).status).toBe(
      201,
    );
  await enter(monday, '2026-09-07', 'kept');
  await enter(monday, '2026-09-14', 'kept');
  await enter(monday, '2026-09-21', 'late');
  await enter(monday, '2026-09-28', 'missed');
  await enter(tuesday, '2026-09-08', 'substituted', one.id);
  await enter(tuesday, '2026-09-15', 'excused');
  expect(await list('')).toMatchObject([
    { helperId: one.id, duties: 4, kept: 2, late: 1, missed: 1, stoodIn: 1, trainings: 1, points: 8, grade: null, awarded: false },
    { helperId: other.id, duties: 2, kept: 0, excused: 1, substituted: 1, stoodIn: 0, trainings: 1, points: 3 },
  ]); // prettier-ignore
  expect((await judge(one.id, { grade: 'excellent', awarded: true, words: '认真负责' })).status).toBe(200);
  expect((await judge(other.id, { grade: 'sufficient', awarded: false })).status).toBe(200);
  expect((await list('awarded=true')).map(({ helperId, words }) => [helperId, words])).toEqual([
    [one.id, '认真负责'],
  ]);
  const lines = await school.csv(
    `/helper-evaluations?termId=${school.termId}&awarded=true&format=csv`,
    school.head,
  );
  expect(lines[0]).toBe('班级,值日次数,到岗,迟到,请假,缺岗,替班,参训,得分,评定,优秀小图书管理员');
  expect(lines[1]).toMatch(/班,4,2,1,0,1,1,1,8,优秀,是$/);
  const takeBack = (as = school.librarian) =>
    school.ask('DELETE', `/helper-evaluations/${one.id}?termId=${school.termId}`, undefined, as);
  expect((await takeBack(school.stranger)).status).toBe(404);
  expect((await takeBack()).status).toBe(204);
  expect((await takeBack()).status).toBe(404);
  expect(await list('awarded=true')).toEqual([]);
});

it('[RDR-034] nobody is judged for a term without office, or gets the award without training', async () => {
  const classId = await school.schoolClass();
  const proposed = await school.proposed(classId);
  expect((await judge(proposed.id, { grade: 'good', awarded: false })).body.code).toBe(
    'helper-evaluation.not-of-term',
  );
  await school.ask('POST', `/class-helpers/${proposed.id}/decision`, { decision: 'appoint' });
  expect((await judge(proposed.id, { grade: 'good', awarded: true })).body.code).toBe(
    'helper-evaluation.untrained',
  );
  expect((await judge(proposed.id, { grade: 'good', awarded: false })).status).toBe(200);
  expect((await judge(proposed.id, { grade: 'good', awarded: false }, school.stranger)).status).toBe(404);
  const teacher = await school.readers.as({ role: 'teacher', schoolId: school.id, classId });
  expect((await judge(proposed.id, { grade: 'good', awarded: false }, teacher)).status).toBe(403);
  expect((await list('', teacher)).map(({ helperId }) => helperId)).toEqual([proposed.id]);
});
