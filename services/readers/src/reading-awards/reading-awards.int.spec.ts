import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { aHelpedSchool, type HelpedSchool } from '../helper-office/a-helped-school.builder.js';
import type { AwardView } from './reading-awards.http.js';

type Coded = { readonly code: string };
let school: HelpedSchool;
beforeAll(async () => {
  school = await aHelpedSchool('readers_reading_awards');
});
afterAll(() => school?.stop());

it('[RDR-012] awards of a pupil are entered once by teacher or library, seen by the pupil, and taken back', async () => {
  const classId = await school.schoolClass();
  const readerId = await school.pupil(classId);
  const as = (grant: Parameters<typeof school.readers.as>[0]) => school.readers.as(grant);
  const teacher = await as({ role: 'teacher', schoolId: school.id, classId });
  const other = await as({ role: 'teacher', schoolId: school.id, classId: await school.schoolClass() });
  const pupil = await as({ role: 'reader', readerId });
  const give = (by: string, more: object = {}) =>
    school.ask<AwardView & Coded>(
      'POST',
      '/reading-awards',
      { readerId, name: '阅读之星', level: 'school', ...more },
      by,
    );
  const both = await Promise.all([give(teacher), give(teacher)]);
  expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
  expect(both.find(({ status }) => status === 409)?.body.code).toBe('reading-award.given-already');
  expect((await give(teacher, { givenOn: '2026-10-11', words: '读完二十本' })).status).toBe(201);
  expect((await give(other)).status).toBe(422);
  expect((await give(pupil)).status).toBe(403);
  const seen = async (by: string, query = '') =>
    (await school.ask<{ items: AwardView[] }>('GET', `/reading-awards?${query}`, undefined, by)).body.items;
  expect((await seen(pupil)).map(({ givenOn }) => givenOn)).toEqual(['2026-10-12', '2026-10-11']);
  expect(await seen(school.head, `readerId=${readerId}&to=2026-10-11`)).toHaveLength(1);
  for (const by of [other, school.stranger]) expect(await seen(by, `readerId=${readerId}`)).toEqual([]);
  expect(
    await school.csv(`/reading-awards?classId=${classId}&from=2026-10-11&to=2026-10-11&format=csv`),
  ).toEqual(['日期,奖励,级别,事由', '2026-10-11,阅读之星,校级,读完二十本', '']);
  const id = both.find(({ status }) => status === 201)?.body.id ?? '';
  const takeBack = async (by: string) =>
    (await school.ask('DELETE', `/reading-awards/${id}`, undefined, by)).status;
  expect(await takeBack(other)).toBe(404);
  expect(await takeBack(teacher)).toBe(204);
  expect(await seen(pupil)).toHaveLength(1);
});
