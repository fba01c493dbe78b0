import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { SchoolClassId, SchoolId } from '@shulian/contracts/ids';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { CountyForTests, type Reply } from '../a-county.builder.js';
import type { CampaignView, RecallClass, RecallLoan } from './recalls.http.js';

let database: FreshDatabase;
let county: CountyForTests;
let elsewhere: string;
let teacher: string;

beforeAll(async () => {
  database = await freshDatabase('recalls');
  county = await CountyForTests.open(database.ownerUrl);
  const other = randomUUID() as SchoolId;
  await county.openSchool(other);
  elsewhere = await county.account({ role: 'librarian', schoolId: other });
  teacher = await county.account({ role: 'teacher', schoolId: county.schoolId, classId: county.classId });
});
afterAll(async () => {
  await county.stop();
  await database.drop();
});
beforeEach(() => county.itIs('2027-01-11'));

const itemsOf = <Item>(told: Reply): Item[] => told.body['items'] as Item[];
const open = (more: object = {}, as?: string): Promise<Reply> =>
  county.ask(
    'POST',
    '/recall-campaigns',
    { name: '2027年1月期末催还', lastDay: '2027-01-20', ...more },
    as ? { as } : {},
  );
const opened = async (more: object = {}): Promise<CampaignView> => {
  const told = await open(more);
  expect(told.status).toBe(201);
  return told.body as unknown as CampaignView;
};
const close = (id: string, body: object = {}, as?: string): Promise<Reply> =>
  county.ask('POST', `/recall-campaigns/${id}/closing`, body, as ? { as } : {});
const loansOf = async (id: string, query = '', as?: string): Promise<RecallLoan[]> =>
  itemsOf(await county.ask('GET', `/recall-campaigns/${id}/loans?${query}`, undefined, as ? { as } : {}));

describe('a recall at the end of a term', () => {
  it('[CIR-057] lists what all pupils and teachers have, by class and kind, until it is closed with its result', async () => {
    const [pupil, ofOtherClass] = [
      await county.enrol(),
      await county.enrol({ classId: randomUUID() as SchoolClassId }),
    ];
    const staff = await county.enrol({
      kind: 'teacher',
      section: null,
      entryYear: null,
      classId: randomUUID() as SchoolClassId,
    });
    const [one, two, three, four] = await county.accessionMany(4);
    if (!one || !two || !three || !four) throw new Error('four were asked for');
    for (const [copy, who] of [
      [one, pupil],
      [two, pupil],
      [three, ofOtherClass],
      [four, staff],
    ] as const)
      expect((await county.lend(copy, who)).status).toBe(201);
    expect((await open({ lastDay: '2027-01-10' })).status).toBe(400);
    const campaign = await opened();
    expect(campaign).toMatchObject({ expected: 4, returned: 0, open: 4, kinds: null, closedOn: null });
    expect(await open()).toMatchObject({ status: 409, body: { code: 'recall-campaign.another-open' } });
    await county.giveBack(one);
    const { id } = campaign;
    const [lost] = await loansOf(id, `classId=${ofOtherClass.classId}`);
    expect((await county.lose(lost?.loanId ?? '')).status).toBe(201);
    const classes = itemsOf<RecallClass>(await county.ask('GET', `/recall-campaigns/${id}/classes`));
    expect(classes).toHaveLength(3);
    expect(classes).toContainEqual({
      classId: county.classId, kind: 'book', expected: 2, returned: 1, lost: 0, open: 1, borrowers: 1,
    }); // prettier-ignore
    expect((await loansOf(id, 'since=open')).map(({ copyBarcode }) => copyBarcode).sort()).toEqual(
      [two.barcode, four.barcode].sort(),
    );
    expect(await loansOf(id, '', teacher)).toMatchObject([
      { classId: county.classId },
      { classId: county.classId },
    ]);
    // What is lent later comes in when it is asked for, once.
    const later = await county.accession();
    await county.lend(later, pupil);
    for (const _ of [1, 2])
      expect((await county.ask('POST', `/recall-campaigns/${id}/loans`)).body).toMatchObject({ expected: 5 });
    const pages: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const { body }: Reply = await county.ask(
        'GET',
        `/recall-campaigns/${id}/loans?limit=2&cursor=${encodeURIComponent(cursor)}`,
      );
      pages.push(...(body['items'] as RecallLoan[]).map(({ loanId }) => loanId));
      cursor = body['nextCursor'] as string | null;
    }
    expect(new Set(pages).size).toBe(5);
    expect(pages).toHaveLength(5);
    expect((await close(id, { note: '两册下学期追还' })).body).toMatchObject({
      expected: 5, returned: 1, lost: 1, open: 3, closedOn: '2027-01-11', resultNote: '两册下学期追还',
    }); // prettier-ignore
    expect(await close(id)).toMatchObject({ status: 409, body: { code: 'recall-campaign.closed' } });
    // What comes back after it is closed changes no result.
    await county.giveBack(two);
    expect((await county.ask('GET', `/recall-campaigns/${id}`)).body).toMatchObject({ returned: 1, open: 3 });
    expect((await county.ask('POST', `/recall-campaigns/${id}/reopening`)).body).toMatchObject({
      returned: 2,
      closedOn: null,
    });
    expect((await county.ask('POST', `/recall-campaigns/${id}/reopening`)).status).toBe(409);
    await close(id);
    for (const copy of [four, later]) await county.giveBack(copy);
  });

  it('[CIR-058] calls in periodicals, too, alone or with the rest', async () => {
    const pupil = await county.enrol();
    const [paper, book] = [await county.accession({ kind: 'periodical' }), await county.accession()];
    await county.lend(paper, pupil);
    await county.lend(book, pupil);
    const all = await opened();
    expect(await loansOf(all.id, 'kind=periodical')).toMatchObject([
      { copyBarcode: paper.barcode, kind: 'periodical' },
    ]);
    expect(await loansOf(all.id)).toHaveLength(2);
    await close(all.id);
    const papers = await opened({ name: '期刊收回', kinds: ['periodical'] });
    expect(papers).toMatchObject({ expected: 1, kinds: ['periodical'] });
    await county.giveBack(paper);
    expect((await close(papers.id)).body).toMatchObject({ expected: 1, returned: 1, open: 0 });
    const answer = await fetch(`${county.service.url}/api/v1/recall-campaigns?format=csv`, {
      headers: { authorization: `Bearer ${county.librarian}`, 'accept-language': 'zh' },
    });
    const lines = (await answer.text()).replace('\ufeff', '').split('\r\n');
    expect(lines[0]).toBe('名称,发起,最后归还日,应还,已还,丢失,未还,结束,结果');
    expect(lines[1]).toContain('期刊收回,2027-01-11,2027-01-20,1,1,0,0');
    expect((await open({ kinds: ['toys'] })).status).toBe(400);
  });

  it('is taken back on its day, and answers to no other school', async () => {
    const { id } = await opened();
    const remove = (as?: string): Promise<Reply> =>
      county.ask('DELETE', `/recall-campaigns/${id}`, undefined, as ? { as } : {});
    expect((await remove(elsewhere)).status).toBe(404);
    expect((await close(id, {}, elsewhere)).status).toBe(404);
    await county.itIs('2027-01-12');
    expect(await remove()).toMatchObject({ status: 409, body: { code: 'recall-campaign.of-another-day' } });
    await county.itIs('2027-01-11');
    expect((await remove()).status).toBe(204);
    const told = await Promise.all([open(), open()]);
    expect(told.map(({ status }) => status).sort()).toEqual([201, 409]);
  });
});
