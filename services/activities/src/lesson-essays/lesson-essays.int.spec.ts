import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { ContestSchool, type Person } from '../contests/a-contest-school.builder.js';
import type { EssayView } from './lesson-essays.http.js';

let school: ContestSchool;
beforeAll(async () => {
  school = await ContestSchool.open('activities_lesson_essays', 3);
});
afterAll(() => school?.end());

it('[ACT-028] what a pupil writes of the book of a lesson is read by the class and its teacher, and by nobody else', async () => {
  const { teacher, colleague, librarian, head, foreign, younger } = school;
  const [pupil, classmate, third] = school.pupils as [Person, Person, Person];
  const essay = { text: '孙悟空很勇敢。', titleId: school.title, lessonOn: '2026-10-13' };
  const mine = await school.done<EssayView>(pupil, 'POST', '/lesson-essays', essay);
  expect(mine).toMatchObject({
    readerId: pupil.readerId,
    bookTitle: '西游记',
    lessonOn: '2026-10-13',
    status: 'shared',
  });
  expect(await school.refusal(pupil, 'POST', '/lesson-essays', essay)).toBe(
    '409 lesson-essay.written-already',
  );
  expect(await school.refusal(pupil, 'POST', '/lesson-essays', { ...essay, lessonOn: '2026-10-15' })).toBe(
    '400 request.invalid',
  );
  const path = `/lesson-essays/${mine.id}`;
  for (const reads of [pupil, classmate, teacher]) {
    expect(await school.done<EssayView>(reads, 'GET', path)).toMatchObject({ text: '孙悟空很勇敢。' });
    expect(await school.items(reads, '/lesson-essays')).toHaveLength(1);
  }
  for (const [other, said] of [
    [younger, '404 resource.unknown'],
    [colleague, '404 resource.unknown'],
    [librarian, '403 permission.denied'],
    [head, '403 permission.denied'],
    [foreign, '403 permission.denied'],
  ] as const)
    expect(await school.refusal(other, 'GET', path)).toBe(said);
  expect(await school.items(younger, `/lesson-essays?classId=${school.classes[0]}`)).toEqual([]);
  const forPupil = { ...essay, readerId: third.readerId };
  expect(await school.refusal(colleague, 'POST', '/lesson-essays', forPupil)).toBe('403 permission.denied');
  expect(await school.refusal(classmate, 'POST', '/lesson-essays', forPupil)).toBe(
    '422 request.unknown-reference',
  );
  await school.done(teacher, 'POST', '/lesson-essays', forPupil);
  expect((await school.printed(teacher, '/lesson-essays'))[0]).toBe('上课日期,书名,评论');
  expect(await school.refusal(classmate, 'POST', `${path}/withdrawal`)).toBe('404 resource.unknown');
  await school.done(pupil, 'POST', `${path}/withdrawal`);
  expect(await school.refusal(pupil, 'POST', `${path}/withdrawal`)).toBe('409 lesson-essay.withdrawn');
  expect(await school.refusal(classmate, 'GET', path)).toBe('404 resource.unknown');
  await school.done(pupil, 'POST', '/lesson-essays', essay);
  expect(await school.items(classmate, '/lesson-essays')).toHaveLength(2);
});
