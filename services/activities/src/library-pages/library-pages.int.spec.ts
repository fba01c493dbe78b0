import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SchoolOpenedV1 } from '@shulian/contracts/readers';
import type { SchoolId } from '@shulian/contracts/ids';
import { newId } from '@shulian/service-kit';
import {
  announceForTests,
  eventually,
  startForTests,
  type ServiceForTests,
} from '@shulian/service-kit/testing';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { activitiesService } from '../activities.module.js';
import type { LibraryPageView, NoticeView, ShownNotice } from './library-pages.http.js';

let database: FreshDatabase;
let activities: ServiceForTests;
const schools = [newId<SchoolId>(), newId<SchoolId>()] as const;
const as = { librarian: '', foreign: '', county: '', teacher: '' };
beforeAll(async () => {
  database = await freshDatabase('activities_library_pages');
  activities = await startForTests(activitiesService, {
    ownerUrl: database.ownerUrl,
    settings: { SHULIAN_CLOCK: '2026-10-12T02:00:00Z' },
  });
  for (const [at, schoolId] of schools.entries())
    await announceForTests(
      activities,
      SchoolOpenedV1.announce(
        { schoolId, code: `S${String(at)}`, name: `第${String(at + 1)}小学`, kind: 'primary' },
        1,
      ),
    );
  await eventually(async () => {
    if ((await activities.sql('select 1 from known_school')).length < 2) throw new Error('not known yet');
  });
  as.librarian = await activities.signer.account({ role: 'librarian', schoolId: schools[0] });
  as.foreign = await activities.signer.account({ role: 'librarian', schoolId: schools[1] });
  as.teacher = await activities.signer.account({ role: 'teacher', schoolId: schools[0] });
  as.county = await activities.signer.account({ role: 'county-admin' });
});
afterAll(async () => {
  await activities?.stop();
  await database?.drop();
});

type Body = NoticeView &
  LibraryPageView & {
    readonly items: ShownNotice[];
    readonly code: string;
    readonly nextCursor: string | null;
  };
const call = async (
  who: string | null,
  method: string,
  path: string,
  body?: object,
  version?: number,
): Promise<{ status: number; body: Body }> => {
  const answer = await fetch(`${activities.url}/api/v1${path}`, {
    method,
    headers: {
      ...(who === null ? {} : { authorization: `Bearer ${who}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(version === undefined ? {} : { 'if-match': `"v${String(version)}"` }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: answer.status, body: (await answer.json()) as Body };
};
const written = async (title: string, more: object = {}, who = as.librarian): Promise<NoticeView> => {
  const { status, body } = await call(who, 'POST', '/library-notices', {
    column: 'rules',
    title,
    words: '……',
    ...more,
  });
  expect({ status, body }).toMatchObject({ status: 201 });
  return body;
};
const publish = (id: string, days: object = {}, who = as.librarian) =>
  call(who, 'POST', `/library-notices/${id}/publication`, days);
const pageOf = async (schoolId: string): Promise<LibraryPageView> =>
  (await call(null, 'GET', `/library-pages/${schoolId}`)).body;
const shown = async (query = '', schoolId: string = schools[0]): Promise<string[]> =>
  (await call(null, 'GET', `/library-pages/${schoolId}/notices?limit=50${query}`)).body.items.map(
    ({ title }) => title,
  );

describe('the page of a library', () => {
  it('[GTW-001, GTW-019] says to everybody who it is and when it is open, in the words of its librarian', async () => {
    const introduction = {
      zh: '本馆建于一九五八年，藏书两万册。',
      en: 'Founded in 1958.',
      hours: '周一至周五 11:30—12:30',
    };
    expect((await call(as.teacher, 'PUT', '/library-introduction', introduction)).status).toBe(403);
    expect(
      (await call(as.foreign, 'PUT', '/library-introduction', { ...introduction, schoolId: schools[0] }))
        .status,
    ).toBe(403);
    expect((await call(as.librarian, 'PUT', '/library-introduction', { zh: '旧' })).status).toBe(200);
    expect((await call(as.librarian, 'PUT', '/library-introduction', introduction)).body).toMatchObject({
      version: 2,
    });
    expect(await pageOf(schools[0])).toMatchObject({ school: '第1小学', ...introduction });
    expect(await pageOf(schools[1])).toMatchObject({ school: '第2小学', zh: null, notices: [] });
    expect((await call(null, 'GET', `/library-pages/${newId()}`)).status).toBe(404);
    const { body } = await call(null, 'GET', '/library-pages?limit=1');
    const rest = await call(null, 'GET', `/library-pages?cursor=${String(body.nextCursor)}`);
    expect([...body.items, ...rest.body.items]).toMatchObject([{ school: '第1小学' }, { school: '第2小学' }]);
  });

  it('[GTW-001, GTW-002] shows rules, new books, lending and activities once they are published, from day to day, and none that is taken back', async () => {
    const columns = ['rules', 'new-books', 'lending', 'activities'] as const;
    for (const column of columns) {
      const notice = await written(`本校${column}`, { column });
      expect((await pageOf(schools[0])).notices.map(({ title }) => title)).not.toContain(notice.title);
      expect((await publish(notice.id)).body).toMatchObject({ status: 'published', showsFrom: '2026-10-12' });
    }
    expect((await pageOf(schools[0])).notices.map(({ column }) => column)).toEqual([...columns].sort());
    expect(await shown('', schools[1])).toEqual([]);
    const [past, today, coming] = [await written('昨日止'), await written('今日止'), await written('明日起')];
    await publish(past.id, { showsFrom: '2026-10-01', showsUntil: '2026-10-11' });
    await publish(today.id, { showsFrom: '2026-10-12', showsUntil: '2026-10-12' });
    await publish(coming.id, { showsFrom: '2026-10-13' });
    expect(await shown('&column=rules')).toEqual(['今日止', '本校rules']);
    expect((await publish(today.id)).body.code).toBe('library-notice.not-now');
    expect(
      (await call(as.librarian, 'POST', `/library-notices/${today.id}/withdrawal`, {})).body.status,
    ).toBe('withdrawn');
    expect(await shown('&column=rules')).toEqual(['本校rules']);
    expect((await publish(today.id, { showsFrom: '2026-10-12', showsUntil: '2026-10-11' })).body.code).toBe(
      'library-notice.not-now',
    );
    expect((await publish(today.id)).status).toBe(200);
  });

  it('[GTW-005] is rolled by a screen without signing in: pinned first, of the county too, page by page, with nobody named', async () => {
    const pinned = await written('置顶', { column: 'messages', pinned: true });
    const ofCounty = await written('全县读书月', { column: 'messages' }, as.county);
    expect(ofCounty.schoolId).toBeNull();
    for (const [id, who] of [
      [pinned.id, as.librarian],
      [ofCounty.id, as.county],
    ] as const)
      await publish(id, {}, who);
    expect(await shown('&column=messages')).toEqual(['置顶', '全县读书月']);
    expect(await shown('&column=messages', schools[1])).toEqual(['全县读书月']);
    const all = await shown();
    const paged: string[] = [];
    for (let cursor = ''; paged.length < all.length;) {
      const { body } = await call(null, 'GET', `/library-pages/${schools[0]}/notices?limit=2${cursor}`);
      paged.push(...body.items.map(({ title }) => title));
      cursor = `&cursor=${String(body.nextCursor)}`;
    }
    expect(paged).toEqual(all);
    const { body } = await call(null, 'GET', `/library-pages/${schools[0]}/notices`);
    for (const notice of body.items)
      expect(Object.keys(notice)).not.toEqual(expect.arrayContaining(['writtenBy']));
    for (const limit of [0, 51])
      expect(
        (await call(null, 'GET', `/library-pages/${schools[0]}/notices?limit=${String(limit)}`)).status,
      ).toBe(400);
  });

  it('is kept by its own people: put right on the version that was read, listed and printed with drafts', async () => {
    const notice = await written('错字');
    const at = `/library-notices/${notice.id}`;
    for (const who of [as.foreign, as.county]) {
      const { status } = await call(who, 'GET', at);
      expect(status).toBe(who === as.county ? 200 : 404);
    }
    expect((await call(as.foreign, 'PATCH', at, { title: '改' }, 1)).status).toBe(404);
    expect((await call(as.librarian, 'PATCH', at, { title: '改正' }, 7)).status).toBe(412);
    expect((await call(as.librarian, 'PATCH', at, { title: '改正' }, 1)).body).toMatchObject({
      title: '改正',
      version: 2,
    });
    const { body: drafts } = await call(as.librarian, 'GET', '/library-notices?status=draft');
    expect(drafts.items.map(({ title }) => title)).toEqual(['改正']);
    const headers = { authorization: `Bearer ${as.librarian}`, 'accept-language': 'zh-CN' };
    const csv = await fetch(`${activities.url}/api/v1/library-notices?format=csv`, { headers });
    expect((await csv.text()).replace('\uFEFF', '').split('\r\n')[0]).toBe(
      '拟稿日期,栏目,标题,内容,状态,发布,截止',
    );
    expect((await call(as.librarian, 'GET', '/library-notices?schoolId=' + schools[1])).status).toBe(403);
    expect(
      (await call(as.librarian, 'GET', `/library-notices/${(await written('县', {}, as.county)).id}`)).status,
    ).toBe(404);
  });
});
