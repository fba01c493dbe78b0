import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@shulian/service-kit';
import { freshDatabase } from '@shulian/test-kit';
import { ReadingLife } from '../a-reading-life.builder.js';
import type { IssueView } from '../book-recommendations/recommendations.http.js';
import type { LibraryPageView } from '../library-pages/library-pages.http.js';
import type { LibraryPublicationView, ScreenFeed, ScriptView } from './library-publications.http.js';

let life: ReadingLife;
beforeAll(async () => {
  life = await ReadingLife.open(await freshDatabase('library_publications'));
});
afterAll(() => life?.at.end());

const written = (more: object = {}): Promise<LibraryPublicationView> =>
  life.made('librarian', '/library-publications', {
    column: 'new-books', title: '本周新书', words: '欢迎借阅。', titleIds: [life.at.title], channels: ['web', 'e-screen'], ...more,
  }); // prettier-ignore
const publish = (id: string, days: object = {}): Promise<LibraryPublicationView> =>
  life.done('librarian', 'POST', `/library-publications/${id}/publication`, days);
const open = async <Body>(path: string): Promise<Body> => {
  const answer = await fetch(`${life.at.service.url}/api/v1/library-pages/${life.at.school}${path}`);
  expect(answer.status).toBe(200);
  return (await answer.json()) as Body;
};
const onPage = async (): Promise<string[]> =>
  (await open<LibraryPageView>('')).notices.map(({ column, title }) => `${column} ${title}`);
const onScreen = async (): Promise<string[]> =>
  (await open<ScreenFeed>('/screen')).items.map(({ title }) => title);

describe('what a library publishes', () => {
  it('[ACT-004, ACT-013] stands on the page of the library and on its screens, each by its channel, until it is withdrawn', async () => {
    const { id } = await written();
    expect([await onPage(), await onScreen()]).toEqual([[], []]);
    const shown = await publish(id);
    expect(shown).toMatchObject({ status: 'published', showsFrom: '2026-10-14' });
    expect(await onPage()).toEqual(['new-books 本周新书']);
    expect(await open<ScreenFeed>('/screen')).toEqual({
      school: '第1小学',
      items: [
        {
          id,
          column: 'new-books',
          title: '本周新书',
          words: '欢迎借阅。',
          titles: ['西游记'],
          showsFrom: '2026-10-14',
          showsUntil: null,
        },
      ],
    });
    expect((await open<LibraryPageView>('')).notices[0]?.words).toBe('欢迎借阅。\n\n《西游记》');
    const onlyPaper = await written({ title: '只上展板', channels: ['board'] });
    expect(await publish(onlyPaper.id)).toMatchObject({ noticeId: null });
    const essays = await written({ column: 'essays', title: '征文选登', channels: ['web'] });
    await publish(essays.id);
    const coming = await written({ title: '明日', channels: ['e-screen'] });
    await publish(coming.id, { showsFrom: '2026-10-15' });
    expect((await onPage()).sort()).toEqual(['essays 征文选登', 'new-books 本周新书']);
    expect(await onScreen()).toEqual(['本周新书']);
    await life.done('librarian', 'POST', `/library-publications/${id}/withdrawal`);
    expect([await onPage(), await onScreen()]).toEqual([['essays 征文选登'], []]);
    expect(await publish(id)).toMatchObject({ status: 'published' });
    expect(await onPage()).toContain('new-books 本周新书');
    const ofBoard = await life.items<LibraryPublicationView>('head', '/library-publications?channel=board');
    expect(ofBoard.map(({ title }) => title)).toEqual(['只上展板']);
    expect((await life.at.printed('head', '/library-publications?limit=9'))[0]).toBe(
      '栏目,标题,渠道,书目,状态,发布,截止',
    );
  });

  it('[ACT-004] is a sheet for boards and windows, and a script for the radio, also of an issue of recommendations', async () => {
    const issue = await life.made<IssueView>('librarian', '/recommendation-issues', {
      weekOf: '2026-10-14', theme: '秋', titles: [{ titleId: life.at.title }],
    }); // prettier-ignore
    const asked = {
      column: 'new-books',
      title: '第1期',
      words: '好书',
      channels: ['broadcast', 'window'],
      issueId: issue.id,
    };
    expect((await life.refused('librarian', 'POST', '/library-publications', asked))[0]).toBe(422);
    await life.done('librarian', 'POST', `/recommendation-issues/${issue.id}/publication`);
    const { id, titles } = await written({ ...asked, titleIds: [] });
    expect(titles).toEqual([{ titleId: life.at.title, title: '西游记' }]);
    const { script } = await life.done<ScriptView>('librarian', 'GET', `/library-publications/${id}/script`);
    expect(script).toContain('这里是第1小学图书馆广播');
    expect(script).toContain('1.《西游记》');
    const at = `/library-publications/${id}/sheet`;
    expect(await life.at.printed('librarian', `${at}?limit=9`)).toEqual(['序号,书名', '1,西游记']);
    const pdf = await fetch(`${life.at.service.url}/api/v1${at}?format=pdf`, {
      headers: life.at.authorization('librarian'),
    });
    expect(
      Buffer.from(await pdf.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
  });

  it('is put right before it is out, has a channel, and is of its school', async () => {
    const { id } = await written();
    const at = `/library-publications/${id}`;
    expect(await life.done('librarian', 'PATCH', at, { title: '改', channels: ['web'] }, 1)).toMatchObject({
      title: '改',
      version: 2,
    });
    expect(
      (await life.at.call('librarian', 'PATCH', at, { title: '晚' }, { 'if-match': '"v1"' })).status,
    ).toBe(412);
    expect(
      (
        await life.refused('librarian', 'POST', '/library-publications', {
          column: 'reviews',
          title: 'x',
          words: 'y',
          channels: [],
        })
      )[0],
    ).toBe(400);
    expect(
      (
        await life.refused('librarian', 'POST', `${at}/publication`, {
          showsFrom: '2026-10-14',
          showsUntil: '2026-10-13',
        })
      )[0],
    ).toBe(400);
    expect(await life.refused('librarian', 'POST', `${at}/withdrawal`)).toEqual([
      409,
      'library-publication.not-now',
    ]);
    const both = await Promise.all(
      [1, 2].map(() => life.at.call('librarian', 'POST', `${at}/publication`, {})),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(
      (await life.at.call('librarian', 'PATCH', at, { title: '晚' }, { 'if-match': '"v3"' })).status,
    ).toBe(409);
    for (const path of ['', '/sheet', '/script'])
      expect(await life.refused('foreign', 'GET', `${at}${path}`)).toEqual([404, 'resource.unknown']);
    expect((await fetch(`${life.at.service.url}/api/v1/library-pages/${newId()}/screen`)).status).toBe(404);
  });
});
