import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase } from '@shulian/test-kit';
import { aCatalog, type CatalogForTests, type Reply } from '../a-catalog.builder.js';
import type { RequestMonth, RequestView } from './research-requests.http.js';

let catalog: CatalogForTests;
let teacher: string;
let reader: string;
let head: string;
let titleId: string;
beforeAll(async () => {
  catalog = await aCatalog(await freshDatabase('catalog_research'));
  const [schoolId] = catalog.schools;
  teacher = await catalog.signer.account({ role: 'teacher', schoolId, classId: randomUUID() });
  reader = await catalog.signer.account({ role: 'reader', schoolId, readerId: randomUUID() });
  head = await catalog.signer.account({ role: 'school-head', schoolId });
  titleId = (await catalog.call('POST', '/titles', { title: '竹子的故事' })).body['id'];
}, 60_000);
afterAll(() => catalog.end());

const ask = (as: string, more: object = {}): Promise<Reply> =>
  catalog.call('POST', '/research-requests', { topic: '竹子的生长', ...more }, { as });
const asked = async (as: string, more: object = {}): Promise<RequestView> => {
  const { status, body } = await ask(as, more);
  expect({ status, body }).toMatchObject({ status: 201 });
  return body;
};
const answer = ({ id }: RequestView, body: object, as = catalog.librarian): Promise<Reply> =>
  catalog.call('POST', `/research-requests/${id}/answer`, body, { as });
const listOf = async (as: string, query = ''): Promise<RequestView[]> =>
  (
    (await catalog.call('GET', `/research-requests?${query}`, undefined, { as })).body as {
      items: RequestView[];
    }
  ).items;
const csvOf = async (path: string): Promise<string[]> => {
  const reply = await fetch(`${catalog.url}/api/v1${path}?format=csv`, {
    headers: { authorization: `Bearer ${catalog.librarian}`, 'accept-language': 'zh' },
  });
  return (await reply.text()).replace('\ufeff', '').split('\r\n');
};

describe('a research request', () => {
  it('[CAT-108] of a pupil is answered with titles and links, and nobody else but the library sees it', async () => {
    const request = await asked(reader, { about: '五年级科学课', neededBy: '2999-01-01' });
    expect(request).toMatchObject({ asker: 'reader', mine: true, status: 'open', materials: [] });
    expect(await listOf(teacher)).toEqual([]);
    expect(await listOf(catalog.librarian, 'status=open')).toMatchObject([{ id: request.id, mine: false }]);
    const materials = [{ titleId, words: '第三章' }, { link: 'https://example.org/bamboo' }];
    expect((await answer(request, { status: 'answered', words: '见书架I类', materials })).body).toMatchObject({
      status: 'answered', days: 0, late: false, words: '见书架I类',
      materials: [
        { titleId, title: '竹子的故事', words: '第三章', link: null },
        { titleId: null, title: null, words: null, link: 'https://example.org/bamboo' },
      ],
    }); // prettier-ignore
    expect(await listOf(reader)).toMatchObject([{ id: request.id, materials: [{ titleId }, {}] }]);
    expect(await answer(request, { status: 'declined', words: '重复' })).toMatchObject({
      status: 409,
      body: { code: 'research-request.settled' },
    });
    expect((await csvOf('/research-requests')).slice(0, 2)).toEqual([
      '提出日期,提出者,课题,需用日期,状态,答复日期,天数,提供资料',
      expect.stringContaining(',学生,竹子的生长,2999-01-01,已答复,'),
    ]);
  });

  it('[CAT-108] of a teacher is declined with words, reopened and answered after all; months tell how fast', async () => {
    const request = await asked(teacher);
    expect((await answer(request, { status: 'declined' })).status).toBe(400);
    expect((await answer(request, { status: 'answered' })).status).toBe(400);
    expect((await answer(request, { status: 'declined', words: '馆内没有' })).body).toMatchObject({
      status: 'declined',
    });
    const reopen = (): Promise<Reply> => catalog.call('POST', `/research-requests/${request.id}/reopening`);
    expect((await reopen()).body).toMatchObject({ status: 'open', settledOn: null });
    expect(await reopen()).toMatchObject({ status: 409, body: { code: 'research-request.open' } });
    await answer(request, { status: 'answered', materials: [{ words: '《植物》2026年第3期' }] });
    await catalog.sql(
      `update research_request set asked_on = asked_on - 3, needed_by = settled_on - 1 where id = '${request.id}'`,
    );
    expect(await listOf(teacher)).toMatchObject([{ days: 3, late: true }]);
    const { body } = await catalog.call('GET', '/research-request-months', undefined, { as: head });
    const months = (body as { items: RequestMonth[] }).items;
    const sum = (key: 'asked' | 'answered' | 'open' | 'declined' | 'late'): number =>
      months.reduce((before, month) => before + month[key], 0);
    expect([sum('asked'), sum('answered'), sum('open'), sum('declined'), sum('late')]).toEqual([
      2, 2, 0, 0, 1,
    ]);
    expect(Math.max(...months.map(({ longestDays }) => longestDays ?? 0))).toBe(3);
    expect((await csvOf('/research-request-months'))[0]).toBe(
      '月份,提出,已答复,未能提供,待答复,逾期,平均天数,最长天数',
    );
  });

  it('says what is wrong with an answer, and answers to no other school', async () => {
    const request = await asked(reader);
    const materials = (each: object, count = 1) => ({
      status: 'answered',
      materials: Array.from({ length: count }, () => each),
    });
    expect((await answer(request, materials({}))).status).toBe(400);
    expect((await answer(request, materials({ link: 'javascript:alert(1)' }))).status).toBe(400);
    expect((await answer(request, materials({ titleId: randomUUID() }))).status).toBe(422);
    expect((await answer(request, materials({ words: '书' }, 51))).status).toBe(400);
    expect((await answer(request, materials({ words: '书' }), catalog.otherLibrarian)).status).toBe(404);
    expect((await answer(request, materials({ words: '书' }), teacher)).status).toBe(403);
    expect((await answer(request, materials({ words: '书' }, 50))).status).toBe(200);
    expect((await ask(reader, { neededBy: '2000-01-01' })).status).toBe(400);
    expect((await ask(reader, { topic: '长'.repeat(201) })).status).toBe(400);
    expect((await ask(reader, { topic: '长'.repeat(200) })).status).toBe(201);
  });
});
