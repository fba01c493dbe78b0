import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { ContestSchool, type Person } from '../contests/a-contest-school.builder.js';
import type { ProgressView, RequirementView } from './note-requirements.http.js';

let school: ContestSchool;
beforeAll(async () => {
  school = await ContestSchool.open('activities_note_requirements', 2);
});
afterAll(() => school?.end());

const write = (as: Person, note: object) =>
  school.call<{ id: string; reasons: { code: string }[] }>(as, 'POST', '/reading-notes', note);

it('[ACT-020] lower grades copy good words, higher ones sort and reflect: it is checked when a note is written, and shown as progress', async () => {
  const { librarian, teacher, foreign, younger } = school;
  const [pupil, classmate] = school.pupils as [Person, Person];
  const suggested = await school.items<RequirementView>(librarian, '/note-requirements');
  expect(suggested).toHaveLength(12);
  expect(suggested[0]).toMatchObject({ grade: 1, kinds: ['excerpt'], sorted: false, source: 'suggested' });
  expect((await write(younger, { kind: 'reflection', text: '好' })).status).toBe(201);
  const items = [
    { grade: 1, kinds: ['excerpt'], every: 'week', count: 1, fewestCharacters: 2 },
    {
      grade: 3,
      kinds: ['excerpt', 'reflection'],
      every: 'month',
      count: 2,
      fewestCharacters: 10,
      sorted: true,
      namesTitle: true,
    },
  ];
  expect(await school.refusal(teacher, 'PUT', '/note-requirements', { items })).toBe('403 permission.denied');
  const foreignly = { items, schoolId: school.schoolId };
  expect(await school.refusal(foreign, 'PUT', '/note-requirements', foreignly)).toBe('403 permission.denied');
  expect(await school.refusal(librarian, 'PUT', '/note-requirements', { items: [items[0], items[0]] })).toBe(
    '400 request.invalid',
  );
  await school.done(librarian, 'PUT', '/note-requirements', { items });
  const [first, , third] = await school.items<RequirementView>(pupil, '/note-requirements');
  expect([first?.source, third?.source, third?.count]).toEqual(['school', 'school', 2]);
  expect((await write(younger, { kind: 'reflection', text: '很好' })).body).toMatchObject({
    code: 'reading-note.not-as-required',
    reasons: [{ code: 'reading-note.kind-not-taken' }],
  });
  expect((await write(younger, { kind: 'excerpt', text: '春天' })).status).toBe(201);
  const short = { kind: 'excerpt', text: '春 风 又 绿 江 南 岸 明 月' };
  expect((await write(pupil, short)).body.reasons.map(({ code }) => code)).toEqual([
    'reading-note.too-short',
    'reading-note.not-sorted',
    'reading-note.no-title',
  ]);
  const whole = { ...short, text: `${short.text}何`, sortedAs: 'scenery', titleId: school.title };
  expect((await write(pupil, whole)).body).toMatchObject({ sortedAs: 'scenery' });
  expect((await write(pupil, { ...whole, kind: 'reflection' })).status).toBe(201);
  const progress = await school.items<ProgressView>(teacher, '/note-progress');
  expect(
    progress.map(({ readerId, asked, written, done, from, to }) => [
      readerId,
      asked,
      written,
      done,
      from,
      to,
    ]),
  ).toEqual(
    [
      [pupil.readerId, 2, 2, true, '2026-10-01', '2026-10-31'],
      [classmate.readerId, 2, 0, false, '2026-10-01', '2026-10-31'],
    ].sort(([one], [other]) => (String(one) < String(other) ? -1 : 1)),
  );
  expect(await school.items<ProgressView>(younger, '/note-progress')).toMatchObject([
    {
      readerId: younger.readerId,
      grade: 1,
      every: 'week',
      from: '2026-10-12',
      to: '2026-10-18',
      written: 1,
      done: true,
    },
  ]);
  expect(await school.items(librarian, '/note-progress')).toHaveLength(3);
  expect((await school.printed(teacher, '/note-progress'))[0]).toBe('年级,起,止,应写,已写,已通过,完成');
  expect((await school.printed(teacher, '/note-requirements'))[1]).toBe('1,摘抄好词好句,2,否,否,每周,1,本校');
  expect(await school.refusal(foreign, 'GET', `/note-progress?schoolId=${school.schoolId}`)).toBe(
    '403 permission.denied',
  );
  await school.done(librarian, 'PUT', '/note-requirements', { dropped: [1] });
  expect((await write(younger, { kind: 'reflection', text: '好' })).status).toBe(201);
});
