import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase } from '@shulian/test-kit';
import { aCatalog, type CatalogForTests, type Reply } from '../a-catalog.builder.js';
import type { CopyView } from '../accession/copies.http.js';
import type { ReportLineView, ReportView } from './work-reports.http.js';

let catalog: CatalogForTests;
let head: string;
let titleId: string;
let today: string;
beforeAll(async () => {
  catalog = await aCatalog(await freshDatabase('catalog_work_reports'));
  head = await catalog.signer.account({ role: 'school-head', schoolId: catalog.schools[0] });
  titleId = (await catalog.call('POST', '/titles', { title: '草房子', clc: 'I287.47' })).body['id'];
  const other = (await catalog.call('POST', '/titles', { title: '无类的书' })).body['id'] as string;
  const copies = [await entered(titleId, 2_000), await entered(titleId, 2_500), await entered(other, 1_000)];
  today = copies[0]?.accessionedOn ?? '';
  await catalog.call('PATCH', `/copies/${copies[1]?.id ?? ''}`, { status: 'withdrawn', withdrawalReason: 'lost' }, {
    headers: { 'if-match': '"v1"' },
  }); // prettier-ignore
}, 60_000);
afterAll(() => catalog.end());

const entered = async (of: string, priceFen: number): Promise<CopyView> =>
  (await catalog.call('POST', '/copies', { titleId: of, priceFen })).body;
const send = (more: object = {}, as = catalog.librarian): Promise<Reply> =>
  catalog.call('POST', '/work-reports', { kind: 'ledgers', toWhom: '分管校长', ...more }, { as });
const sent = async (more: object = {}): Promise<ReportView> => {
  const { status, body } = await send(more);
  expect({ status, body }).toMatchObject({ status: 201 });
  return body;
};
const linesOf = async ({ id }: ReportView): Promise<ReportLineView[]> =>
  ((await catalog.call('GET', `/work-reports/${id}/lines`)).body as { items: ReportLineView[] }).items;
const settle = (
  { id }: ReportView,
  how: 'acknowledgement' | 'withdrawal',
  as: string,
  body: object = {},
): Promise<Reply> => catalog.call('POST', `/work-reports/${id}/${how}`, body, { as });
const csvOf = async (path: string): Promise<string[]> => {
  const answer = await fetch(`${catalog.url}/api/v1${path}?format=csv`, {
    headers: { authorization: `Bearer ${catalog.librarian}`, 'accept-language': 'zh' },
  });
  return (await answer.text()).replace('\ufeff', '').split('\r\n');
};

describe('a report to the leaders', () => {
  it('[CAT-039] says how the three ledgers stand on a day, stays as it was sent, and is read by the head', async () => {
    const report = await sent({ words: '期末结存' });
    expect(report).toMatchObject({
      kind: 'ledgers',
      asOf: today,
      daysAfter: 0,
      status: 'sent',
      toWhom: '分管校长',
    });
    const lines = await linesOf(report);
    expect(lines).toEqual([
      { line: 'individual-in', titles: null, volumes: 3, fen: 5_500 },
      { line: 'individual-out', titles: null, volumes: 1, fen: 2_500 },
      { line: 'individual-balance', titles: null, volumes: 2, fen: 3_000 },
      { line: 'summary-balance', titles: 2, volumes: 2, fen: 3_000 },
      { line: 'class--', titles: 1, volumes: 1, fen: 1_000 },
      { line: 'class-I', titles: 1, volumes: 1, fen: 2_000 },
      { line: 'classified-balance', titles: 2, volumes: 2, fen: 3_000 },
    ]);
    await entered(titleId, 700);
    expect(await linesOf(report)).toEqual(lines);
    expect((await linesOf(await sent({ asOf: '2000-01-01' })))[0]).toMatchObject({ volumes: 0, fen: 0 });

    expect((await settle(report, 'acknowledgement', catalog.librarian)).status).toBe(403);
    expect((await settle(report, 'acknowledgement', head, { remark: '已阅' })).body).toMatchObject({
      status: 'acknowledged',
      settledOn: today,
      remark: '已阅',
    });
    for (const [how, as] of [
      ['acknowledgement', head],
      ['withdrawal', catalog.librarian],
    ] as const)
      expect(await settle(report, how, as)).toMatchObject({
        status: 409,
        body: { code: 'work-report.settled' },
      });
    const { body: list } = await catalog.call('GET', '/work-reports?status=acknowledged', undefined, {
      as: head,
    });
    expect((list as { items: ReportView[] }).items).toMatchObject([{ id: report.id }]);
    expect((await csvOf(`/work-reports/${report.id}/lines`)).slice(0, 4)).toEqual([
      '项目,种,册,金额(元)',
      '个别登记：入藏,,3,55',
      '个别登记：注销,,1,25',
      '个别登记：结存,,2,30',
    ]);
    expect((await csvOf('/work-reports'))[0]).toBe('呈报日期,内容,起,截至,呈报对象,状态,批阅日期,批示');
    const edit = catalog.sql(`update work_report set lines = '[]' where id = '${report.id}'`);
    await expect(edit).rejects.toThrow('stands as it was sent');
  });

  it('[CAT-032] says what was catalogued between two days, and is taken back and sent again', async () => {
    const report = await sent({ kind: 'cataloguing', from: today });
    const figures = new Map((await linesOf(report)).map((line) => [line.line, line]));
    expect(figures.get('entered')).toMatchObject({ titles: 2, volumes: 4, fen: 6_200 });
    expect(figures.get('withdrawn')).toMatchObject({ titles: 1, volumes: 1, fen: 2_500 });
    expect(figures.get('waiting')).toMatchObject({ volumes: 0, fen: null });
    expect((await settle(report, 'withdrawal', catalog.librarian, { remark: '重报' })).body).toMatchObject({
      status: 'withdrawn',
    });
    expect(await settle(report, 'acknowledgement', head)).toMatchObject({ status: 409 });
  });

  it('is of days that have been, and of its school', async () => {
    expect((await send({ asOf: '2999-01-01' })).status).toBe(400);
    expect((await send({ from: today })).status).toBe(400);
    expect((await send({ kind: 'cataloguing' })).status).toBe(400);
    expect((await send({}, head)).status).toBe(403);
    const report = await sent();
    expect((await settle(report, 'withdrawal', catalog.otherLibrarian)).status).toBe(404);
    expect((await settle({ ...report, id: randomUUID() }, 'withdrawal', catalog.librarian)).status).toBe(404);
    const { status } = await catalog.call('GET', `/work-reports/${report.id}/lines`, undefined, {
      as: catalog.otherLibrarian,
    });
    expect(status).toBe(404);
  });
});
