import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { newId } from '@shulian/service-kit';
import { ContestSchool, type Person } from '../contests/a-contest-school.builder.js';
import type { DisplayView, WholeDisplayView, WorkOnWebsite } from './work-displays.http.js';

let school: ContestSchool;
beforeAll(async () => {
  school = await ContestSchool.open('activities_work_displays', 2);
});
afterAll(() => school?.end());

const show = (body: object) =>
  school.done<WholeDisplayView>(school.librarian, 'POST', '/work-displays', body);
const noteOf = async (as: Person): Promise<string> =>
  (await school.done<{ id: string }>(as, 'POST', '/reading-notes', { text: '我最喜欢孙悟空。' })).id;
const onWebsite = (): Promise<WorkOnWebsite[]> =>
  school.items<WorkOnWebsite>(null, `/shown-works?schoolId=${school.schoolId}`);

it('[ACT-029] the best notes are shown to the school, on the website without names and with consent alone, and taken down again', async () => {
  const { librarian, foreign, younger } = school;
  const [pupil, classmate] = school.pupils as [Person, Person];
  const noteIds = [await noteOf(pupil), await noteOf(classmate)];
  const website = { name: '优秀读书笔记', place: 'website', noteIds };
  expect(await school.refusal(librarian, 'POST', '/work-displays', website)).toBe(
    '409 work-display.not-agreed',
  );
  expect(
    await school.refusal(librarian, 'POST', '/work-displays', {
      ...website,
      agreed: true,
      noteIds: [newId()],
    }),
  ).toBe('422 request.unknown-reference');
  expect(await school.refusal(librarian, 'POST', '/work-displays', { ...website, noteIds: [] })).toBe(
    '400 request.invalid',
  );
  const board = await show({ ...website, place: 'board', showsUntil: '2026-10-31' });
  expect(board).toMatchObject({ showsFrom: '2026-10-14', works: 2 });
  expect(board.items.map(({ readerId, grade, text }) => [readerId, grade, text])).toEqual([
    [pupil.readerId, 3, '我最喜欢孙悟空。'],
    [classmate.readerId, 3, '我最喜欢孙悟空。'],
  ]);
  expect(await onWebsite()).toEqual([]);
  const shown = await show({ ...website, agreed: true });
  const works = await onWebsite();
  expect(works).toMatchObject([{ grade: 3, text: '我最喜欢孙悟空。' }, { grade: 3 }]);
  expect(JSON.stringify(works)).not.toMatch(/readerId|classId|noteId/);
  await show({ ...website, agreed: true, showsFrom: '2026-10-15' });
  expect(await onWebsite()).toHaveLength(2);
  expect(await school.done<WholeDisplayView>(younger, 'GET', `/work-displays/${shown.id}`)).toMatchObject({
    works: 2,
  });
  const path = `/work-displays/${shown.id}/withdrawal`;
  expect(await school.refusal(foreign, 'POST', path, {})).toBe('404 resource.unknown');
  expect(await school.refusal(librarian, 'POST', path, { itemId: newId() })).toBe(
    '422 request.unknown-reference',
  );
  const [first] = shown.items;
  expect(await school.done(librarian, 'POST', path, { itemId: first?.id })).toMatchObject({
    works: 1,
    status: 'shown',
  });
  expect(await onWebsite()).toHaveLength(1);
  expect(await school.done(librarian, 'POST', path, { why: '展期已满' })).toMatchObject({
    status: 'withdrawn',
    reason: '展期已满',
  });
  expect(await school.refusal(librarian, 'POST', path, {})).toBe('409 work-display.withdrawn');
  expect(await onWebsite()).toEqual([]);
  const boards = await school.items<DisplayView>(pupil, '/work-displays?place=board');
  expect(boards.map(({ id }) => id)).toEqual([board.id]);
  expect(await school.printed(librarian, '/work-displays?place=board')).toEqual([
    '名称,地点,开始,结束,作品数,状态',
    '优秀读书笔记,橱窗,2026-10-14,2026-10-31,2,展出',
  ]);
  expect(await school.refusal(foreign, 'GET', `/work-displays/${board.id}`)).toBe('404 resource.unknown');
  expect(await school.refusal(foreign, 'GET', `/work-displays?schoolId=${school.schoolId}`)).toBe(
    '403 permission.denied',
  );
});

it('[ACT-044] a contest in encyclopaedic knowledge has its papers and its exhibition', async () => {
  const { librarian, pupils } = school;
  const contest = await school.contest({ name: '百科知识竞赛', type: 'encyclopaedic' });
  expect(contest.takes).toBe('papers');
  const readerIds = pupils.map(({ readerId }) => readerId);
  await school.done(librarian, 'POST', `/contests/${contest.id}/papers`, { readerIds });
  const papers = await school.items<{ id: string }>(librarian, `/contest-entries?contestId=${contest.id}`);
  await school.decided(
    contest.id,
    papers.map(({ id }) => [id, 900] as const),
  );
  const [paper] = papers;
  const exhibition = {
    name: '百科知识展',
    place: 'exhibition',
    contestId: contest.id,
    entryIds: [paper?.id],
  };
  const other = await school.contest();
  expect(
    await school.refusal(librarian, 'POST', '/work-displays', { ...exhibition, contestId: other.id }),
  ).toBe('422 request.unknown-reference');
  await show(exhibition);
  const [shown] = await school.items<DisplayView>(librarian, `/work-displays?contestId=${contest.id}`);
  expect(shown).toMatchObject({ name: '百科知识展', place: 'exhibition', works: 1 });
});
