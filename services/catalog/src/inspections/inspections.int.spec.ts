import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase } from '@shulian/test-kit';
import { aCatalog, type CatalogForTests, type Reply } from '../a-catalog.builder.js';
import type { CopyView } from '../accession/copies.http.js';
import type { ConditionFinding, InspectionMonth, InspectionView } from './inspections.http.js';

let catalog: CatalogForTests;
let head: string;
let titleId: string;
beforeAll(async () => {
  catalog = await aCatalog(await freshDatabase('catalog_inspections'));
  head = await catalog.signer.account({ role: 'school-head', schoolId: catalog.schools[0] });
  titleId = (await catalog.call('POST', '/titles', { title: '草房子', clc: 'I287.47' })).body['id'];
}, 60_000);
afterAll(() => catalog.end());

const copy = async (): Promise<CopyView> => (await catalog.call('POST', '/copies', { titleId })).body;
const inspect = (more: object = {}, as = catalog.librarian): Promise<Reply> =>
  catalog.call('POST', '/condition-inspections', { what: 'books', lookedAt: 200, ...more }, { as });
const inspected = async (more: object = {}): Promise<InspectionView> => {
  const { status, body } = await inspect(more);
  expect({ status, body }).toMatchObject({ status: 201 });
  return body;
};
const findingsOf = async (id: string): Promise<ConditionFinding[]> =>
  ((await catalog.call('GET', `/condition-inspections/${id}/findings`)).body as { items: ConditionFinding[] })
    .items;
const statusOf = async ({ id }: CopyView): Promise<string> =>
  ((await catalog.call('GET', `/copies/${id}`)).body as CopyView).status;
const remove = (id: string, as = catalog.librarian): Promise<Reply> =>
  catalog.call('DELETE', `/condition-inspections/${id}`, undefined, { as });
const headsOf = async (path: string): Promise<string | undefined> => {
  const answer = await fetch(`${catalog.url}/api/v1${path}?format=csv`, {
    headers: { authorization: `Bearer ${catalog.librarian}`, 'accept-language': 'zh' },
  });
  return (await answer.text()).replace('\ufeff', '').split('\r\n')[0];
};

describe('a condition inspection', () => {
  it('[CAT-054] takes damaged books out of use, gives hopeless ones up, and writes down what was mended at once', async () => {
    const [torn, hopeless, easy] = [await copy(), await copy(), await copy()];
    const { id, ...shown } = await inspected({
      inspectedBy: '李老师',
      findings: [
        { barcode: torn.barcode, damage: 'torn', decision: 'to-repair' },
        { barcode: hopeless.barcode.toLowerCase(), damage: 'stained', decision: 'to-weed' },
        { barcode: easy.barcode, damage: 'cover', decision: 'mended-at-once' },
        { barcode: 'K0', damage: 'torn', decision: 'to-repair' },
      ],
    });
    expect(shown).toMatchObject({
      lookedAt: 200,
      found: 4,
      toRepair: 1,
      toWeed: 1,
      mendedAtOnce: 1,
      inspectedBy: '李老师',
    });
    expect([await statusOf(torn), await statusOf(hopeless), await statusOf(easy)]).toEqual([
      'repair',
      'repair',
      'lendable',
    ]);
    expect(await findingsOf(id)).toMatchObject([
      {
        position: 1,
        words: '草房子',
        damage: 'torn',
        decision: 'to-repair',
        repairState: 'in-repair',
        code: null,
      },
      { position: 2, damage: 'stained', decision: 'to-weed', repairState: 'beyond-repair' },
      { position: 3, decision: 'mended-at-once', repairId: null, code: null },
      { position: 4, copyId: null, repairId: null, code: 'copy.unknown' },
    ]);
    const { body: register } = await catalog.call('GET', '/repairs?source=inspection');
    expect((register as { items: object[] }).items).toHaveLength(2);
    const { body: candidates } = await catalog.call('GET', '/weeding-candidates?beyondRepair=true');
    expect((candidates as { items: object[] }).items).toMatchObject([{ copyId: hopeless.id }]);
    expect(await headsOf(`/condition-inspections/${id}/findings`)).toBe(
      '序号,条码,索书号,题名,破损情况,处理,未送修原因',
    );
    expect(await remove(id)).toMatchObject({ status: 409, body: { code: 'inspection.has-repairs' } });
  });

  it('[CAT-054] looks at newspapers and magazines month by month, and a month without shows', async () => {
    const paper = { words: '《少年文艺》2026年第3期', damage: 'loose-pages', decision: 'mended-at-once' };
    await inspected({ what: 'magazines', lookedAt: 40, findings: [paper] });
    await inspected({ what: 'magazines', lookedAt: 2, inspectedOn: '2026-02-28' });
    const { body } = await catalog.call('GET', '/condition-months?from=2026-01-31&to=2026-03-01', undefined, {
      as: head,
    });
    const months = (body as { items: InspectionMonth[] }).items;
    expect(months.map(({ month, what }) => [month, what])).toEqual(
      ['2026-03-01', '2026-02-01', '2026-01-01'].flatMap((month) =>
        ['books', 'newspapers', 'magazines'].map((what) => [month, what]),
      ),
    );
    expect(months[5]).toMatchObject({ inspections: 1, lastOn: '2026-02-28', lookedAt: 2, missed: false });
    expect(months[4]).toMatchObject({ inspections: 0, lastOn: null, missed: true });
    const page = (await catalog.call('GET', '/condition-months?from=2026-01-31&to=2026-03-01&limit=4'))
      .body as { nextCursor: string };
    const rest = await catalog.call(
      'GET',
      `/condition-months?from=2026-01-31&to=2026-03-01&cursor=${encodeURIComponent(page.nextCursor)}`,
    );
    expect((rest.body as { items: InspectionMonth[] }).items).toEqual(months.slice(4));
    const { body: list } = await catalog.call('GET', '/condition-inspections?what=magazines');
    expect((list as { items: InspectionView[] }).items.map(({ lookedAt }) => lookedAt).sort()).toEqual([
      2, 40,
    ]);
    expect(await headsOf('/condition-inspections')).toBe(
      '日期,类别,地点,检查人,检查册数,破损,送修,待剔旧,当场修好,备注',
    );
    expect(await headsOf('/condition-months')).toBe(
      '月份,类别,检查次数,最近一次,检查册数,破损,送修,待剔旧,当场修好,未检查',
    );
  });

  it('refuses a day to come, a finding that is none, and a place of nobody', async () => {
    expect((await inspect({ inspectedOn: '2999-01-01' })).status).toBe(400);
    const finding = { damage: 'torn', decision: 'noted' };
    expect(
      await inspect({ findings: [finding, { ...finding, words: '报', decision: 'to-repair' }] }),
    ).toMatchObject({
      status: 400,
      body: {
        errors: [
          { pointer: '/findings/0', code: 'barcode-or-words' },
          { pointer: '/findings/1', code: 'needs-barcode' },
        ],
      },
    });
    const many = (count: number) => ({
      findings: Array.from({ length: count }, () => ({ ...finding, words: '报' })),
    });
    expect((await inspect(many(101))).status).toBe(400);
    expect((await inspect(many(100))).status).toBe(201);
    expect((await inspect({ locationId: randomUUID() })).status).toBe(422);
  });

  it('is taken back on its day, and answers to no other school', async () => {
    const { id } = await inspected();
    expect((await remove(id, catalog.otherLibrarian)).status).toBe(404);
    await catalog.sql(`update condition_inspection set entered_on = entered_on - 1 where id = '${id}'`);
    expect(await remove(id)).toMatchObject({ status: 409, body: { code: 'inspection.of-another-day' } });
    await catalog.sql(`update condition_inspection set entered_on = entered_on + 1 where id = '${id}'`);
    expect((await remove(id)).status).toBe(204);
  });
});
