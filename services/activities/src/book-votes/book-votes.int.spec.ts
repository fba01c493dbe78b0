import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@shulian/service-kit';
import { freshDatabase } from '@shulian/test-kit';
import type { TitleId } from '@shulian/contracts/ids';
import { ReadingLife } from '../a-reading-life.builder.js';
import type { GiftCountView, ResultView, VoteView } from './book-votes.http.js';

let life: ReadingLife;
const titles: TitleId[] = [];
beforeAll(async () => {
  life = await ReadingLife.open(await freshDatabase('book_votes'));
  for (const name of ['甲', '乙', '丙', '丁']) titles.push(await life.title(name));
});
afterAll(() => life?.at.end());

const open = (more: object = {}): Promise<VoteView> =>
  life.made('librarian', '/book-votes', {
    name: '我最喜爱的一百本书', opensOn: '2026-10-14', closesOn: '2026-10-14', mostChoices: 2, ...more,
  }); // prettier-ignore
const cast = (
  as: 'pupil' | 'classmate' | 'teacher',
  id: string,
  titleIds: readonly string[],
  more: object = {},
) => life.at.call(as, 'PUT', `/book-votes/${id}/ballot`, { titleIds, ...more });

describe('the vote for favourite books', () => {
  it('[ACT-009] takes one ballot of each pupil with so many titles at most, and ranks with ties', async () => {
    const [one, two, three, four] = titles as [TitleId, TitleId, TitleId, TitleId];
    const { id } = await open({ places: 2 });
    expect((await cast('pupil', id, [one, two, three])).status).toBe(400);
    expect((await cast('pupil', id, [newId()])).status).toBe(422);
    expect((await cast('pupil', id, [four])).status).toBe(200);
    const again = await Promise.all([1, 2, 3].map(() => cast('pupil', id, [one, two])));
    expect(again.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect((await cast('classmate', id, [one])).status).toBe(200);
    expect((await cast('teacher', id, [three], { readerId: life.at.readers.other })).status).toBe(403);
    expect(
      (await cast('teacher', id, [three], { readerId: await life.pupil(life.at.classes[0]) })).status,
    ).toBe(200);
    expect(await life.refused('pupil', 'GET', `/book-votes/${id}/results`)).toEqual([
      404,
      'resource.unknown',
    ]);
    const results = await life.items<ResultView>('teacher', `/book-votes/${id}/results`);
    expect(results.map(({ title, votes, rank, favourite }) => [title, votes, rank, favourite])).toEqual([
      ['甲', 2, 1, true],
      ['乙', 1, 2, true],
      ['丙', 1, 2, true],
    ]);
    await life.done('librarian', 'PATCH', `/book-votes/${id}`, { status: 'closed' }, 1);
    expect(await cast('pupil', id, [one])).toMatchObject({
      status: 409,
      body: { code: 'book-vote.not-open' },
    });
    expect(await life.items('pupil', `/book-votes/${id}/results`)).toHaveLength(3);
    expect((await life.at.printed('pupil', `/book-votes/${id}/results?limit=9`))[0]).toBe(
      '名次,书名,票数,入选',
    );
    expect(await life.done('pupil', 'GET', `/book-votes/${id}`)).toMatchObject({
      ballots: 3,
      status: 'closed',
    });
  });

  it('[ACT-009, ACT-010] goes with giving a book: copies by class, and where they go', async () => {
    const [own, other] = life.at.classes;
    const { id } = await open({ name: '捐书' });
    const gift = {
      classId: own,
      readerId: life.at.readers.pupil,
      book: '草房子',
      copies: 2,
      goesTo: 'gallery',
    };
    await life.made('teacher', `/book-votes/${id}/gifts`, gift);
    await life.made('teacher', `/book-votes/${id}/gifts`, {
      classId: own,
      book: '城南旧事',
      copies: 1,
      goesTo: 'book-corner',
    });
    expect(
      (await life.refused('teacher', 'POST', `/book-votes/${id}/gifts`, { ...gift, classId: other }))[0],
    ).toBe(403);
    expect(
      (await life.refused('librarian', 'POST', `/book-votes/${id}/gifts`, { ...gift, classId: other }))[0],
    ).toBe(422);
    await cast('pupil', id, [titles[0]!]);
    const counts = await life.items<GiftCountView>('head', `/book-votes/${id}/gift-counts`);
    expect(counts.find(({ classId }) => classId === own)).toMatchObject({
      givers: 1,
      copies: 3,
      toGallery: 2,
      toBookCorner: 1,
      toStock: 0,
      ballots: 1,
    });
    expect(counts.find(({ classId }) => classId === other)).toMatchObject({ copies: 0, ballots: 0 });
    expect((await life.at.printed('head', `/book-votes/${id}/gift-counts?limit=9`))[0]).toBe(
      '班级,捐书人数,册数,书廊,图书角,馆藏,选票',
    );
    expect((await life.at.printed('teacher', `/book-votes/${id}/gifts?limit=9`))[0]).toBe(
      '日期,班级,书名,册数,去向',
    );
    expect(await life.done('head', 'GET', `/book-votes/${id}`)).toMatchObject({ copies: 3 });
  });

  it('is open from its first day to its last, and is of its school', async () => {
    const coming = await open({ opensOn: '2026-10-15', closesOn: '2026-10-20' });
    expect((await cast('pupil', coming.id, [titles[0]!])).status).toBe(409);
    expect(
      (
        await life.refused('librarian', 'POST', '/book-votes', {
          name: 'x',
          opensOn: '2026-10-15',
          closesOn: '2026-10-14',
        })
      )[0],
    ).toBe(400);
    const at = `/book-votes/${coming.id}`;
    expect(
      (await life.at.call('librarian', 'PATCH', at, { closesOn: '2026-10-14' }, { 'if-match': '"v1"' }))
        .status,
    ).toBe(400);
    for (const path of ['', '/results', '/gifts', '/gift-counts'])
      expect(await life.refused('foreign', 'GET', `${at}${path}`)).toEqual([404, 'resource.unknown']);
    expect((await life.at.printed('pupil', '/book-votes?limit=9'))[0]).toBe(
      '名称,自,至,状态,选票,捐书（册）',
    );
  });
});
