import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@shulian/service-kit';
import { freshDatabase } from '@shulian/test-kit';
import { ReadingLife } from '../a-reading-life.builder.js';
import type { BoardView, ParticipantView, PostView, ShownMessagesPage } from './reader-boards.http.js';

let life: ReadingLife;
beforeAll(async () => {
  life = await ReadingLife.open(await freshDatabase('reader_boards'));
});
afterAll(() => life?.at.end());

const board = (as: 'librarian' | 'teacher', more: object): Promise<BoardView> =>
  life.made(as, '/reader-boards', { kind: 'reviews', name: '书评专栏', ...more });
const write = (
  as: 'pupil' | 'classmate' | 'librarian' | 'teacher',
  id: string,
  words: string,
  more: object = {},
) => life.made<PostView>(as, `/reader-boards/${id}/posts`, { words, ...more });
const decide = (as: 'librarian' | 'teacher', id: string, become: string, more: object = {}) =>
  life.at.call<PostView>(as, 'POST', `/board-posts/${id}/decision`, { become, ...more });
const seen = async (as: 'pupil' | 'classmate' | 'librarian' | 'helper', id: string): Promise<string[]> =>
  (await life.items<PostView>(as, `/reader-boards/${id}/posts`)).map(({ words }) => words);
const messages = async (): Promise<{ status: number; body: ShownMessagesPage; text: string }> => {
  const answer = await fetch(`${life.at.service.url}/api/v1/library-pages/${life.at.school}/messages`);
  const text = await answer.text();
  return { status: answer.status, body: JSON.parse(text) as ShownMessagesPage, text };
};

describe('boards of readers', () => {
  it('[ACT-025] a review and a word from the heart are seen by the school once they are let through', async () => {
    const { id } = await board('librarian', { task: '这节课写一段书评' });
    const review = await write('pupil', id, '孙悟空真了不起', { titleId: life.at.title });
    expect(review).toMatchObject({ status: 'waiting', title: '西游记', readerId: life.at.readers.pupil });
    expect([await seen('pupil', id), await seen('classmate', id)]).toEqual([['孙悟空真了不起'], []]);
    const both = await Promise.all([1, 2].map(() => decide('librarian', review.id, 'shown')));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await seen('classmate', id)).toEqual(['孙悟空真了不起']);
    await decide('librarian', review.id, 'removed', { why: '请先通读一遍' });
    expect(await seen('classmate', id)).toEqual([]);
    expect(await life.items<PostView>('pupil', `/reader-boards/${id}/posts`)).toMatchObject([
      { status: 'removed', removedWhy: '请先通读一遍' },
    ]);
    expect((await life.at.printed('librarian', `/reader-boards/${id}/posts?limit=9`))[0]).toBe(
      '日期,书名,内容,状态',
    );
    const heart = await board('teacher', {
      kind: 'words-from-the-heart',
      name: '读书心语',
      classId: life.at.classes[0],
    });
    const word = await write('classmate', heart.id, '读书使我快乐');
    expect((await decide('teacher', word.id, 'shown')).status).toBe(200);
    expect(await seen('helper', heart.id)).toEqual(['读书使我快乐']);
    expect((await life.at.printed('pupil', '/reader-boards?limit=9'))[0]).toBe('栏目,名称,篇数,人数,待审');
  });

  it('[ACT-067] a book club discusses, and its reviews say what was looked for, with which words, and what was found', async () => {
    const { id } = await board('librarian', {
      kind: 'book-club',
      name: '在线书社',
      titleId: life.at.title,
      asksRetrieval: true,
    });
    const path = `/reader-boards/${id}/posts`;
    const retrieval = {
      sought: '吴承恩生平',
      searchTerms: '吴承恩 馆藏目录',
      foundTitleIds: [life.at.title],
    };
    expect((await life.refused('pupil', 'POST', path, { words: '无检索' }))[0]).toBe(400);
    expect(
      (await life.refused('pupil', 'POST', path, { words: 'x', ...retrieval, foundTitleIds: [newId()] }))[0],
    ).toBe(422);
    const review = await write('pupil', id, '书评', retrieval);
    expect(review).toMatchObject({
      titleId: life.at.title,
      sought: '吴承恩生平',
      foundTitleIds: [life.at.title],
    });
    expect((await life.refused('classmate', 'POST', path, { words: '早答', answers: review.id }))[0]).toBe(
      422,
    );
    await decide('librarian', review.id, 'shown');
    const answer = await write('classmate', id, '我也这样想', { answers: review.id });
    await decide('librarian', answer.id, 'shown');
    const took = await life.items<ParticipantView>('head', `/reader-boards/${id}/participants`);
    expect(took.map(({ posts, answers, withRetrieval }) => [posts, answers, withRetrieval]).sort()).toEqual([
      [1, 0, 1],
      [1, 1, 0],
    ]);
    expect((await life.at.printed('head', `/reader-boards/${id}/participants?limit=9`))[0]).toBe(
      '篇数,回复,检索训练',
    );
    expect(await life.done('pupil', 'GET', `/reader-boards/${id}`)).toMatchObject({
      posts: 2,
      participants: 2,
      waiting: 0,
    });
    await life.done('librarian', 'PATCH', `/reader-boards/${id}`, { open: false }, 1);
    expect(await life.refused('pupil', 'POST', path, { words: '晚', ...retrieval })).toEqual([
      409,
      'reader-board.closed',
    ]);
    expect(
      (
        await life.at.call(
          'librarian',
          'PATCH',
          `/reader-boards/${id}`,
          { open: true },
          { 'if-match': '"v1"' },
        )
      ).status,
    ).toBe(412);
  });

  it('[ACT-013] a message is seen by strangers only when it was let through, with its answer and with nobody named', async () => {
    const { id } = await board('librarian', { kind: 'messages', name: '读者留言' });
    const message = await write('pupil', id, '希望多买科幻书');
    await write('classmate', id, '等待审核');
    expect((await messages()).body.items).toEqual([]);
    await decide('librarian', message.id, 'shown');
    await write('librarian', id, '已列入采购', { answers: message.id });
    const { body, text, status } = await messages();
    expect([status, body.items]).toEqual([
      200,
      [
        {
          id: message.id,
          words: '希望多买科幻书',
          writtenOn: '2026-10-14',
          answers: [{ words: '已列入采购', writtenOn: '2026-10-14' }],
        },
      ],
    ]);
    expect(text).not.toContain(life.at.readers.pupil);
    await decide('librarian', message.id, 'removed');
    expect((await messages()).body.items).toEqual([]);
    const unknown = await fetch(`${life.at.service.url}/api/v1/library-pages/${newId()}/messages`);
    expect(unknown.status).toBe(404);
  });

  it('are of their school and class, and are looked through by their own people', async () => {
    const { id } = await board('librarian', { classId: life.at.classes[1], name: '别班' });
    for (const as of ['pupil', 'teacher', 'foreign'] as const)
      expect(await life.refused(as, 'GET', `/reader-boards/${id}/posts`)).toEqual([404, 'resource.unknown']);
    expect(await life.refused('pupil', 'POST', `/reader-boards/${id}/posts`, { words: 'x' })).toEqual([
      404,
      'resource.unknown',
    ]);
    expect(await life.refused('teacher', 'POST', '/reader-boards', { kind: 'reviews', name: 'x' })).toEqual([
      403,
      'permission.denied',
    ]);
    expect(
      (
        await life.refused('librarian', 'POST', '/reader-boards', {
          kind: 'messages',
          name: 'x',
          classId: life.at.classes[0],
        })
      )[0],
    ).toBe(400);
    expect(
      (
        await life.refused('librarian', 'POST', '/reader-boards', {
          kind: 'reviews',
          name: 'x',
          classId: newId(),
        })
      )[0],
    ).toBe(422);
    const ofSchool = await board('librarian', { name: '全校' });
    const post = await write('pupil', ofSchool.id, '待审');
    for (const as of ['teacher', 'foreign'] as const)
      expect(await life.refused(as, 'POST', `/board-posts/${post.id}/decision`, { become: 'shown' })).toEqual(
        [404, 'resource.unknown'],
      );
    expect((await life.items<BoardView>('pupil', '/reader-boards')).map(({ name }) => name)).not.toContain(
      '别班',
    );
  });
});
