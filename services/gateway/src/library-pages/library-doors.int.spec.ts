import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ServiceForTests } from '@shulian/service-kit/testing';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { aGateway } from '../a-gateway.builder.js';
import { Answering } from '../front-door/an-answering-service.builder.js';

let database: FreshDatabase;
let gateway: ServiceForTests;
const activities = new Answering();
const circulation = new Answering();
beforeAll(async () => {
  database = await freshDatabase('gateway_library_pages');
  gateway = await aGateway(database.ownerUrl, {
    activities: await activities.start(),
    circulation: await circulation.start(),
  });
});
afterAll(async () => {
  await gateway?.stop();
  activities.stop();
  circulation.stop();
  await database?.drop();
});
const get = (path: string): Promise<Response> => fetch(`${gateway.url}${path}`);

describe('the pages of libraries', () => {
  it('are read in a browser without signing in, and run nothing', async () => {
    activities.at.set('/api/v1/library-pages/s1', {
      status: 200,
      body: { school: '一小', zh: '简介', en: null, hours: null, notices: [] },
    });
    const answer = await get('/library/s1');
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await answer.text()).toContain('一小图书馆');
    expect(activities.input.at(-1)).toMatchObject({ authorization: '' });
  });

  it('show what classes borrowed in the week that was published last, and are read all the same while that is away', async () => {
    const body = { school: '二小', zh: null, en: null, hours: null, notices: [] };
    activities.at.set('/api/v1/library-pages/s2', { status: 200, body });
    const weeks = '/api/v1/public-class-weeks?limit=100&schoolId=s2';
    const week = { weekStartsOn: '2026-11-02', className: '三年级1班', publishedOn: '2026-11-06' };
    circulation.at.set(weeks, {
      status: 200,
      body: {
        items: [
          { ...week, loans: 41, returned: 40 },
          { ...week, className: '<b>', loans: null, returned: null },
        ],
        nextCursor: null,
      },
    });
    const shown = await (await get('/library/s2')).text();
    expect(shown).toContain('<td>三年级1班</td><td>41</td><td>40</td>');
    expect(shown).toContain('<td>&#60;b&#62;</td><td>–</td>');
    circulation.at.set(weeks, { status: 500, body: {} });
    expect(await (await get('/library/s2')).text()).not.toContain('班级借阅');
  });

  it('show messages of readers with their answers, as text', async () => {
    const body = { school: '三小', zh: null, en: null, hours: null, notices: [] };
    activities.at.set('/api/v1/library-pages/s3', { status: 200, body });
    const message = { id: 'm', words: '多买<i>科幻</i>书', writtenOn: '2026-10-14' };
    activities.at.set('/api/v1/library-pages/s3/messages?limit=20', {
      status: 200,
      body: {
        items: [{ ...message, answers: [{ words: '已列入采购', writtenOn: '2026-10-15' }] }],
        nextCursor: null,
      },
    });
    const shown = await (await get('/library/s3')).text();
    expect(shown).toContain('读者留言 Messages');
    expect(shown).toContain('多买&#60;i&#62;科幻&#60;/i&#62;书');
    expect(shown).toContain('<blockquote><p lang="zh-CN">已列入采购</p></blockquote>');
    expect(await (await get('/library/s1')).text()).not.toContain('读者留言 Messages');
  });

  it('are listed, and one that is not there is not there', async () => {
    activities.at.set('/api/v1/library-pages?limit=50', {
      status: 200,
      body: { items: [{ schoolId: 's1', school: '一小' }], nextCursor: null },
    });
    expect(await (await get('/library')).text()).toContain('/library/s1');
    activities.at.set('/api/v1/library-pages/..%2Ftitles', { status: 404, body: {} });
    expect((await get('/library/..%2Ftitles')).status).toBe(404);
  });

  it('say so while activities is away', async () => {
    activities.at.set('/api/v1/library-pages/s2', { status: 503, body: {} });
    const answer = await get('/library/s2');
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5']);
  });
});
