import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase } from '@shulian/test-kit';
import type { ReaderId } from '@shulian/contracts/ids';
import { ReadingLife } from '../a-reading-life.builder.js';
import type { AwardView, CandidateView, RoundView } from './award-rounds.http.js';

let life: ReadingLife;
beforeAll(async () => {
  life = await ReadingLife.open(await freshDatabase('award_rounds'));
});
afterAll(() => life?.at.end());

const october = { startsOn: '2026-10-01', endsOn: '2026-10-31' };
const round = (more: object): Promise<RoundView> =>
  life.made<RoundView>('librarian', '/award-rounds', {
    programme: 'reading-star',
    name: '十月读书之星',
    ...october,
    ...more,
  });
const choose = (as: 'teacher' | 'librarian', id: string, readerId: string, more: object = {}) =>
  life.at.call<AwardView>(as, 'POST', `/award-rounds/${id}/awards`, { readerId, ...more });
const chosen = async (
  as: 'teacher' | 'librarian',
  id: string,
  readerId: string,
  more: object = {},
): Promise<AwardView> => {
  const answer = await choose(as, id, readerId, more);
  expect(answer).toMatchObject({ status: 201 });
  return answer.body;
};
const candidates = (id: string, query = ''): Promise<CandidateView[]> =>
  life.items<CandidateView>('teacher', `/award-rounds/${id}/candidates?limit=100${query}`);

describe('the reading star of a month', () => {
  it('[ACT-037] is found by loans and notes, chosen by the teacher of the class, published, given a prize and a certificate', async () => {
    const { pupil, classmate, other } = life.at.readers;
    for (const on of ['2026-10-01', '2026-10-05', '2026-10-31']) await life.lend(pupil, life.at.title, on, 3);
    for (const on of ['2026-09-30', '2026-11-01', '2026-10-02'])
      await life.lend(classmate, life.at.title, on);
    await life.note(classmate);
    const { id } = await round({ prize: '《西游记》一册' });
    expect(await candidates(id)).toMatchObject([
      { readerId: pupil, loans: 3, notes: 0, rank: 1, grade: 3, className: '三年级1班', chosen: false },
      { readerId: classmate, loans: 1, notes: 1, rank: 2 },
    ]);
    expect((await life.at.printed('teacher', `/award-rounds/${id}/candidates?limit=9`))[0]).toBe(
      '班级,名次,借阅,笔记,摘抄,竞赛得分,已选',
    );
    expect((await choose('teacher', id, other)).status).toBe(403);
    const star = await chosen('teacher', id, pupil, { reason: '本月读书三本' });
    expect(await choose('teacher', id, classmate)).toMatchObject({
      status: 409,
      body: { code: 'award.places-taken' },
    });
    expect(await choose('teacher', id, pupil)).toMatchObject({
      status: 409,
      body: { code: 'award.chosen-already' },
    });
    expect(await life.items('classmate', `/awards?roundId=${id}`)).toEqual([]);
    expect(await life.refused('teacher', 'POST', `/awards/${star.id}/prize`, {})).toEqual([
      409,
      'award-round.not-now',
    ]);
    await life.done('librarian', 'POST', `/award-rounds/${id}/publication`);
    expect(await life.items<AwardView>('classmate', `/awards?roundId=${id}`)).toMatchObject([
      { readerId: pupil, grantedOn: '2026-10-14', reason: '本月读书三本', prize: '《西游记》一册' },
    ]);
    expect(await life.done('teacher', 'POST', `/awards/${star.id}/prize`, {})).toMatchObject({
      prizeIssuedOn: '2026-10-14',
    });
    expect((await life.at.printed('teacher', `/award-rounds/${id}/certificates?limit=9`))[0]).toBe(
      '编号,评选,称号,评语,日期',
    );
    const pdf = await fetch(`${life.at.service.url}/api/v1/award-rounds/${id}/certificates?format=pdf`, {
      headers: life.at.authorization('teacher'),
    });
    expect([pdf.status, pdf.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect(
      Buffer.from(await pdf.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    await life.done('librarian', 'POST', `/award-rounds/${id}/withdrawal`);
    expect((await life.announced(star.id)).map(({ type }) => type)).toEqual([
      'shulian.activities.award.granted.v1',
      'shulian.activities.award.taken-back.v1',
    ]);
    expect(JSON.stringify(await life.announced(star.id))).not.toContain('读书三本');
    expect(await life.items('classmate', `/awards?roundId=${id}`)).toEqual([]);
  });

  it('[ACT-037] is held twice a term, by grade too, and the lists say so', async () => {
    const september = await round({
      name: '九月读书之星',
      startsOn: '2026-09-01',
      endsOn: '2026-09-30',
      per: 'grade',
    });
    await chosen('librarian', september.id, life.at.readers.pupil);
    await life.done('librarian', 'POST', `/award-rounds/${september.id}/publication`);
    const seen = await life.items<RoundView>('pupil', '/award-rounds?programme=reading-star');
    expect(seen.every(({ status }) => status === 'published')).toBe(true);
    expect(await life.items('librarian', '/award-rounds?programme=reading-star')).toHaveLength(2);
    expect((await life.at.printed('pupil', '/award-rounds?limit=9'))[0]).toBe(
      '项目,名称,自,至,人数,奖品,状态,公布',
    );
    expect((await life.at.printed('pupil', '/awards?limit=9'))[0]).toBe('评选,称号,事迹,奖品,公布,发奖');
  });

  it('has no more than its places, however many teachers choose at once', async () => {
    const { id } = await round({ name: '并发', per: 'school', places: 2 });
    const pupils = await Promise.all([1, 2, 3, 4, 5].map(() => life.pupil(life.at.classes[0])));
    const answers = await Promise.all(pupils.map((readerId: ReaderId) => choose('teacher', id, readerId)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 409, 409, 409]);
    const [first] = answers.filter(({ status }) => status === 201);
    await life.done('teacher', 'DELETE', `/awards/${String(first?.body.id)}`);
    expect((await choose('teacher', id, life.at.readers.pupil)).status).toBe(201);
    const fewer = await life.at.call(
      'librarian',
      'PATCH',
      `/award-rounds/${id}`,
      { places: 1 },
      { 'if-match': '"v1"' },
    );
    expect(fewer).toMatchObject({ status: 409, body: { code: 'award.places-taken' } });
    expect(await life.refused('helper', 'GET', `/award-rounds/${id}`)).toEqual([404, 'resource.unknown']);
    expect(await life.items('helper', `/awards?roundId=${id}`)).toEqual([]);
  });

  it('is changed while it is open, on the version that was read; a stranger finds nothing', async () => {
    const made = await round({ name: '改' });
    const at = `/award-rounds/${made.id}`;
    expect(await life.done('librarian', 'PATCH', at, { places: 3 }, 1)).toMatchObject({
      places: 3,
      version: 2,
    });
    expect((await life.at.call('librarian', 'PATCH', at, {}, { 'if-match': '"v1"' })).status).toBe(412);
    for (const [method, path, body] of [
      ['GET', at, undefined],
      ['POST', `${at}/publication`, undefined],
      ['GET', `${at}/candidates`, undefined],
      ['POST', `${at}/awards`, { readerId: life.at.readers.pupil }],
    ] as const)
      expect(await life.refused('foreign', method, path, body)).toEqual([404, 'resource.unknown']);
    expect(await life.refused('librarian', 'POST', `${at}/publication`)).toEqual([
      409,
      'award-round.nobody-chosen',
    ]);
    expect((await life.refused('pupil', 'GET', at))[0]).toBe(404);
    expect((await life.refused('librarian', 'POST', '/award-rounds', { programme: 'reading-star', name: 'x', startsOn: '2026-10-02', endsOn: '2026-10-01' }))[0]).toBe(400); // prettier-ignore
  });
});

describe('other honours', () => {
  it('[ACT-038] are given in five categories that a school may replace', async () => {
    const { id, categories } = await round({ programme: 'superlative', name: '读书之最', per: 'school' });
    expect(categories.map(({ name }) => name)).toEqual([
      '读名著之最',
      '背书之最',
      '背诵古文之最',
      '写作之最',
      '朗读之最',
    ]);
    const { pupil, classmate } = life.at.readers;
    expect((await choose('librarian', id, pupil)).status).toBe(400);
    expect((await choose('librarian', id, pupil, { category: 'singing' })).status).toBe(400);
    expect(await chosen('librarian', id, pupil, { category: 'classics' })).toMatchObject({
      categoryName: '读名著之最',
    });
    await chosen('librarian', id, pupil, { category: 'writing' });
    expect((await choose('librarian', id, classmate, { category: 'writing' })).status).toBe(409);
    await life.done('head', 'POST', `/award-rounds/${id}/publication`);
    expect(await life.items('pupil', `/awards?roundId=${id}`)).toHaveLength(2);
    const own = await round({
      programme: 'superlative',
      name: '自定',
      categories: [{ code: 'poems', name: '背诗之最' }],
    });
    expect(own.categories).toEqual([{ code: 'poems', name: '背诗之最' }]);
  });

  it('[ACT-040] are given to outstanding class librarians, nominated by their teacher with a reason', async () => {
    const { id } = await round({ programme: 'class-librarian', name: '优秀小图书管理员', places: 2 });
    await chosen('teacher', id, life.at.readers.classmate, { reason: '值日从不迟到' });
    await life.done('head', 'POST', `/award-rounds/${id}/publication`);
    expect(await life.items('pupil', `/awards?roundId=${id}`)).toMatchObject([
      { programme: 'class-librarian', reason: '值日从不迟到' },
    ]);
  });

  it('[ACT-061] “I can, I’m great” asks for notes, excerpts and quiz points together', async () => {
    const reader = await life.pupil(life.at.classes[0]);
    const { id } = await round({
      programme: 'incentive', name: '我能行，我真棒', places: 50, leastNotes: 1, leastExcerpts: 1, leastQuizPoints: 120,
    }); // prettier-ignore
    const quiz = (month: string, points: number) =>
      life.done('librarian', 'PUT', `/award-rounds/${id}/quiz-results`, {
        items: [{ readerId: reader, month, points }],
      });
    await life.note(reader);
    await quiz('2026-10-09', 60);
    await quiz('2026-10-12', 59);
    await quiz('2026-09-12', 60);
    expect(await choose('teacher', id, reader)).toMatchObject({
      status: 409,
      body: { code: 'award.part-missing' },
    });
    await life.note(reader, 'excerpt');
    expect(await choose('teacher', id, reader)).toMatchObject({
      status: 409,
      body: { code: 'award.part-missing' },
    });
    await quiz('2026-10-31', 60);
    const mine = (await candidates(id)).find(({ readerId }) => readerId === reader);
    expect(mine).toMatchObject({ notes: 1, excerpts: 1, quizPoints: 120, qualifies: true });
    expect((await choose('teacher', id, reader)).status).toBe(201);
    expect((await life.refused('librarian', 'PUT', `/award-rounds/${id}/quiz-results`, { items: [{ readerId: life.at.school, month: '2026-10-01', points: 1 }] }))[0]).toBe(422); // prettier-ignore
  });
});
