import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ReaderId, SchoolClassId } from '@shulian/contracts/ids';
import { newId } from '@shulian/service-kit';
import { freshDatabase } from '@shulian/test-kit';
import { aCatalog, type CatalogForTests, type Reply } from '../a-catalog.builder.js';
import type { SuggestionView } from './suggestions.http.js';

let catalog: CatalogForTests;
const tokens = { pupil: '', classmate: '', teacher: '', foreign: '' };
beforeAll(async () => {
  catalog = await aCatalog(await freshDatabase('catalog_suggestions'));
  const [own, other] = catalog.schools;
  const reader = (schoolId: string) =>
    catalog.signer.account({ role: 'reader', schoolId, readerId: newId<ReaderId>() });
  tokens.pupil = await reader(own);
  tokens.classmate = await reader(own);
  tokens.foreign = await reader(other);
  tokens.teacher = await catalog.signer.account({
    role: 'teacher',
    schoolId: own,
    classId: newId<SchoolClassId>(),
  });
}, 60_000);
afterAll(() => catalog.end());

type Who = keyof typeof tokens | 'librarian';
const ask = (who: Who, method: string, path: string, body?: unknown): Promise<Reply> =>
  catalog.call(method, path, body, { as: who === 'librarian' ? catalog.librarian : tokens[who] });
const wished = async (who: Who, body: object): Promise<SuggestionView> => {
  const answer = await ask(who, 'POST', '/suggestions', body);
  expect([answer.status, answer.body]).toEqual([201, expect.anything()]);
  return answer.body;
};
const list = async (who: Who, query = ''): Promise<SuggestionView[]> =>
  ((await ask(who, 'GET', `/suggestions?${query}`)).body as { items: SuggestionView[] }).items;
const codeOf = ({ status, body }: Reply): unknown => [status, (body as { code: string }).code];
const anOrder = async (): Promise<string> =>
  ((await ask('librarian', 'POST', '/orders', { name: '荐购采购' })).body as { id: string }).id;

describe('a wish for a work', () => {
  it('[CAT-006] comes by form, message or survey, gathers votes, and the wisher reads what became of it, in words', async () => {
    const form = await wished('pupil', { name: '神奇校车', reason: '想看' });
    const survey = await wished('librarian', { name: '米小圈上学记', channel: 'survey' });
    const message = await wished('classmate', { name: '三体', isbn: '9787536692930', channel: 'message' });
    expect([form, survey, message].map(({ channel, status, votes, mine }) => [channel, status, votes, mine])).toEqual([
      ['form', 'open', 1, true], ['survey', 'open', 1, true], ['message', 'open', 1, true],
    ]);
    await ask('classmate', 'PUT', `/suggestions/${form.id}/vote`);
    const voted = await ask('classmate', 'PUT', `/suggestions/${form.id}/vote`);
    expect([voted.status, voted.body]).toMatchObject([200, { votes: 2, voted: true, mine: false }]);
    const orderId = await anOrder();
    expect((await ask('librarian', 'POST', `/suggestions/${form.id}/fate`, { fate: 'ordered', orderId, words: '秋季到馆' })).status).toBe(200);
    expect(codeOf(await ask('librarian', 'POST', `/suggestions/${message.id}/fate`, { fate: 'declined' }))).toEqual([400, 'request.invalid']);
    await ask('librarian', 'POST', `/suggestions/${message.id}/fate`, { fate: 'declined', words: '馆内已有五册' });
    expect((await list('pupil', 'mine=true')).map(({ name, status, words, votes }) => [name, status, words, votes])).toEqual([
      ['神奇校车', 'ordered', '秋季到馆', 2],
    ]);
    expect((await list('classmate', 'mine=true')).map(({ status, words }) => [status, words])).toEqual([['declined', '馆内已有五册']]);
    expect(codeOf(await ask('pupil', 'PUT', `/suggestions/${form.id}/vote`))).toEqual([409, 'suggestion.decided']);
    expect((await list('librarian', 'status=open')).map(({ name }) => name)).toEqual(['米小圈上学记']);
    const printed = await fetch(`${catalog.url}/api/v1/suggestions?format=csv`, { headers: { authorization: `Bearer ${catalog.librarian}` } });
    expect((await printed.text()).replace('\ufeff', '').split('\r\n')[0]).toBe('日期,题名,著者,出版者,ISBN,途径,荐购人,课程,需用日期,票数,结果,答复');
  }); // prettier-ignore

  it('[CAT-012] of a teacher names the course and the day by which the lesson needs it, is known as such, listed by urgency, and is tracked to its order', async () => {
    const neededOn = '2060-03-01';
    const wish = await wished('teacher', { name: '小学科学实验手册', course: '五年级科学', neededOn });
    const past = await ask('teacher', 'POST', '/suggestions', { name: '昨日要用', neededOn: '2020-01-01' });
    expect(past.status).toBe(400);
    const [seen] = await list('librarian', 'status=open');
    expect(seen).toMatchObject({ id: wish.id, asker: 'teacher', course: '五年级科学', neededOn });
    await wished('teacher', { name: '先用之书', course: '五年级科学', neededOn: '2060-02-01' });
    const urgent = async (query: string) => (await list('librarian', query)).map(({ name }) => name);
    expect(await urgent(`neededBy=${neededOn}`)).toEqual(['先用之书', '小学科学实验手册']);
    expect(await urgent('neededBy=2060-02-28')).toEqual(['先用之书']);
    expect(await urgent(`neededBy=${neededOn}&limit=1`)).toEqual(['先用之书']);
    const orderId = await anOrder();
    await ask('librarian', 'POST', `/suggestions/${wish.id}/fate`, { fate: 'ordered', orderId });
    const asTheTeacherReadsIt = async (): Promise<unknown> =>
      (await ask('teacher', 'GET', `/suggestions/${wish.id}`)).body;
    expect(await asTheTeacherReadsIt()).toMatchObject({
      status: 'ordered',
      orderId,
      order: '荐购采购',
      orderStatus: 'draft',
      mine: true,
    });
    // An order that is given up brings nothing, and the wisher sees it.
    await ask('librarian', 'POST', `/orders/${orderId}/cancellation`, { reason: '经费不足' });
    expect(await asTheTeacherReadsIt()).toMatchObject({ order: '荐购采购', orderStatus: 'cancelled' });
  });

  it('is there once while it is open: who wishes for the same votes for it; afterwards it may be wished for again', async () => {
    const answers = await Promise.all(
      (['pupil', 'classmate', 'teacher'] as const).map((who) =>
        ask(who, 'POST', '/suggestions', { name: '《小王子》' }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    const [wish] = await list('librarian', 'status=open');
    expect(codeOf(await ask('pupil', 'POST', '/suggestions', { name: '小 王 子' }))).toEqual([
      409,
      'suggestion.open-already',
    ]);
    const path = `/suggestions/${wish?.id ?? ''}`;
    await ask('librarian', 'POST', `${path}/fate`, { fate: 'declined', words: '已有' });
    await wished('pupil', { name: '小王子' });
    expect(codeOf(await ask('librarian', 'POST', `${path}/reopening`))).toEqual([
      409,
      'suggestion.open-already',
    ]);
  });

  it('gets its fate once, and a mistake is taken back', async () => {
    const { id } = await wished('pupil', { name: '误判之书' });
    const declined = { fate: 'declined', words: '不宜' };
    const answers = await Promise.all(
      [declined, declined].map((body) => ask('librarian', 'POST', `/suggestions/${id}/fate`, body)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const again = await ask('librarian', 'POST', `/suggestions/${id}/reopening`);
    expect([again.status, again.body]).toMatchObject([200, { status: 'open', words: null, votes: 1 }]);
    const back = await ask('pupil', 'DELETE', `/suggestions/${id}/vote`);
    expect(back.body).toMatchObject({ votes: 0, voted: false });
    expect(codeOf(await ask('pupil', 'POST', `/suggestions/${id}/fate`, declined))).toEqual([
      403,
      'permission.denied',
    ]);
    const unknown = await ask('librarian', 'POST', `/suggestions/${id}/fate`, {
      fate: 'ordered',
      orderId: id,
    });
    expect(unknown.status).toBe(422);
  });

  it('counts every vote of many who vote in the same moment, each once', async () => {
    const { id } = await wished('librarian', { name: '人人想看' });
    const voters = await Promise.all(
      Array.from({ length: 5 }, () =>
        catalog.signer.account({
          role: 'reader',
          schoolId: catalog.schools[0],
          readerId: newId<ReaderId>(),
        }),
      ),
    );
    await Promise.all(
      [...voters, ...voters].map((as) => catalog.call('PUT', `/suggestions/${id}/vote`, undefined, { as })),
    );
    expect((await ask('librarian', 'GET', `/suggestions/${id}`)).body).toMatchObject({ votes: 6 });
  });

  it('is a matter of its school: others see neither it nor its list, and nobody learns whose it is', async () => {
    const wish = await wished('pupil', { name: '校内之愿' });
    for (const [method, path] of [['GET', ''], ['PUT', '/vote'], ['DELETE', '/vote']] as const)
      expect((await ask('foreign', method, `/suggestions/${wish.id}${path}`)).status).toBe(404);
    expect(await list('foreign')).toEqual([]);
    const seen = (await ask('classmate', 'GET', `/suggestions/${wish.id}`)).body as SuggestionView;
    expect(seen.mine).toBe(false);
    expect(JSON.stringify(seen)).not.toMatch(/suggestedBy|reader_?id/i);
  }); // prettier-ignore
});
