import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@shulian/service-kit';
import { freshDatabase } from '@shulian/test-kit';
import type { TitleId } from '@shulian/contracts/ids';
import { ReadingLife } from '../a-reading-life.builder.js';
import type { BookForMeView, MatchedReaderView, MatchView } from './book-matches.http.js';

let life: ReadingLife;
let title: TitleId;
beforeAll(async () => {
  life = await ReadingLife.open(await freshDatabase('book_matches'));
  title = await life.title('昆虫记');
});
afterAll(() => life?.at.end());

const send = (more: object): Promise<MatchView> =>
  life.made('librarian', '/book-matches', {
    name: '昆虫专题',
    occasion: 'subject',
    titleIds: [title],
    ...more,
  });
const readersOf = (id: string, as: 'librarian' | 'teacher' = 'librarian'): Promise<MatchedReaderView[]> =>
  life.items<MatchedReaderView>(as, `/book-matches/${id}/readers`);

describe('books for people, people for books', () => {
  it('[ACT-018] go to teachers and pupils who are named, who see them, decline them or borrow them', async () => {
    const { pupil, classmate, teacher } = life.at.readers;
    const { id, readers } = await send({
      readerIds: [pupil, classmate, teacher],
      subject: '科学',
      words: '配合第三单元',
    });
    expect(readers).toBe(3);
    expect(await life.items<BookForMeView>('pupil', '/books-for-me')).toMatchObject([
      { matchId: id, words: '配合第三单元', titles: [{ title: '昆虫记' }] },
    ]);
    expect((await life.at.printed('pupil', '/books-for-me?limit=9'))[0]).toBe('日期,名称,书目');
    for (const [as, count] of [
      ['teacher', 1],
      ['librarian', 1],
      ['foreign', 0],
      ['classmate', 0],
    ] as const)
      expect(await life.items(as, `/books-for-me?readerId=${pupil}`)).toHaveLength(count);
    await life.lend(pupil, title, '2026-10-14');
    await life.lend(pupil, title, '2026-10-13');
    await life.lend(pupil, life.at.title, '2026-10-14');
    await life.done('teacher', 'POST', `/book-matches/${id}/declination`, { readerId: classmate });
    expect(await life.items('classmate', '/books-for-me')).toEqual([]);
    const declined = { readerId: classmate };
    expect(await life.refused('classmate', 'POST', `/book-matches/${id}/declination`, declined)).toEqual([
      409,
      'book-match.declined-already',
    ]);
    expect(await life.refused('pupil', 'POST', `/book-matches/${id}/declination`, declined)).toEqual([
      404,
      'resource.unknown',
    ]);
    const asTeacher = await life.at.service.signer.account({
      role: 'reader',
      schoolId: life.at.school,
      readerId: teacher,
    });
    const own = await fetch(`${life.at.service.url}/api/v1/book-matches/${id}/declination`, {
      method: 'POST',
      headers: { authorization: `Bearer ${asTeacher}`, 'content-type': 'application/json' },
      body: JSON.stringify({ readerId: teacher }),
    });
    expect(own.status).toBe(200);
    expect(await life.done('head', 'GET', `/book-matches/${id}`)).toMatchObject({
      declined: 2,
      borrowers: 1,
      loans: 1,
    });
    expect((await readersOf(id)).find(({ readerId }) => readerId === pupil)).toMatchObject({
      loans: 1,
      declinedOn: null,
    });
    expect((await readersOf(id, 'teacher')).map(({ readerId }) => readerId).sort()).toEqual(
      [pupil, classmate].sort(),
    );
    expect((await life.at.printed('teacher', `/book-matches/${id}/readers?limit=9`))[0]).toBe(
      '谢绝,借阅册次',
    );
    expect((await life.at.printed('teacher', '/book-matches?limit=9'))[0]).toBe(
      '日期,名称,缘由,书目,人数,谢绝,借阅人数,借阅册次',
    );
  });

  it('[ACT-018] go to a class, to grades, and to those who borrowed least of them', async () => {
    const { pupil, classmate, other } = life.at.readers;
    const [own] = life.at.classes;
    const ofClass = await send({ classId: own });
    expect((await readersOf(ofClass.id)).map(({ readerId }) => readerId).sort()).toEqual(
      [pupil, classmate].sort(),
    );
    const ofGrades = await send({ grades: [1, 3], occasion: 'grade-band' });
    expect(ofGrades.readers).toBe(3);
    const needy = await send({ grades: [3], occasion: 'reads-little', fewestLoans: 1, since: '2026-10-01' });
    expect((await readersOf(needy.id)).map(({ readerId }) => readerId)).toEqual([classmate]);
    expect((await send({ grades: [1], occasion: 'asked-for' })).readers).toBe(1);
    expect((await readersOf(ofGrades.id, 'teacher')).map(({ readerId }) => readerId)).not.toContain(other);
  });

  it('are sent one way, to somebody, within the school', async () => {
    const body = { name: 'x', occasion: 'other', titleIds: [title] };
    const refused = async (more: object): Promise<number> =>
      (await life.refused('librarian', 'POST', '/book-matches', { ...body, ...more }))[0];
    expect(await refused({})).toBe(400);
    expect(await refused({ classId: life.at.classes[0], grades: [3] })).toBe(400);
    expect(await refused({ classId: newId() })).toBe(422);
    expect(await refused({ readerIds: [newId()] })).toBe(422);
    expect(await refused({ grades: [9] })).toBe(409);
    const { id } = await send({ classId: life.at.classes[0] });
    for (const path of ['', '/readers'])
      expect(await life.refused('foreign', 'GET', `/book-matches/${id}${path}`)).toEqual([
        404,
        'resource.unknown',
      ]);
    expect(await life.refused('teacher', 'POST', '/book-matches', { ...body, grades: [3] })).toEqual([
      403,
      'permission.denied',
    ]);
  });
});
