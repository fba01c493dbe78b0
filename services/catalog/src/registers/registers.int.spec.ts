import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase, pdfTexts } from '@shulian/test-kit';
import { aCatalog, type CatalogForTests } from '../a-catalog.builder.js';
import type { CopyView } from '../accession/copies.http.js';

let catalog: CatalogForTests;
let head: string;
const copies: CopyView[] = [];
beforeAll(async () => {
  catalog = await aCatalog(await freshDatabase('catalog_registers'));
  head = await catalog.signer.account({ role: 'school-head', schoolId: catalog.schools[0] });
  const titleOf = async (title: string, clc: string, more: object = {}): Promise<string> =>
    ((await catalog.call('POST', '/titles', { title, clc, ...more })).body as { id: string }).id;
  const grass = await titleOf('草房子', 'I287.47', {
    contributors: ['曹文轩'],
    publisher: '江苏少年儿童出版社',
    publishedYear: 2005,
    edition: '第2版',
  });
  const numbers = await titleOf('几何原本', 'O18');
  for (const [titleId, priceFen] of [
    [grass, 1_980],
    [grass, 1_980],
    [numbers, 3_500],
  ] as const)
    // prettier-ignore
    copies.push(
      (
        await catalog.call('POST', '/copies', { titleId, priceFen, source: 'purchase', withoutDeliveryReason: '旧账补登', documentNumber: '发票12' })
      ).body,
    );
  await changed(1, { priceFen: 2_080 });
  const approvedBy = '教育局装备科';
  await changed(0, {
    status: 'withdrawn',
    withdrawalReason: 'transferred',
    documentNumber: '批字7号',
    approvedBy,
  });
}, 60_000);
afterAll(() => catalog.end());

const changed = async (at: number, input: Record<string, unknown>): Promise<number> => {
  const copy = copies[at];
  if (copy === undefined) throw new Error('no such copy');
  const { body: now } = await catalog.call('GET', `/copies/${copy.id}`);
  const { status } = await catalog.call('PATCH', `/copies/${copy.id}`, input, {
    headers: { 'if-match': `"v${String((now as CopyView).version)}"` },
  });
  return status;
};
type Item = Record<string, unknown>;
const book = async (path: string, as = catalog.librarian): Promise<Item[]> => {
  const { status, body } = await catalog.call('GET', path, undefined, { as });
  expect(status).toBe(200);
  return (body as { items: Item[] }).items;
};
const printed = async (path: string): Promise<Response> =>
  fetch(`${catalog.url}/api/v1${path}`, { headers: { authorization: `Bearer ${catalog.librarian}` } });
const headsOf = async (path: string): Promise<string> =>
  (await (await printed(`${path}?format=csv`)).text()).replace('﻿', '').split('\r\n')[0] ?? '';

describe('the accession register', () => {
  it('[CAT-035] has a line a copy with its unbroken number, what stands on its title page, price, source and how it was struck', async () => {
    expect(await book('/registers/individual')).toMatchObject([
      {
        accessionNumber: 1, title: '草房子', contributor: '曹文轩', publisher: '江苏少年儿童出版社', edition: '第2版',
        publishedYear: 2005, valueFen: 1_980, source: 'purchase', documentNumber: '发票12', batch: 1, clc: 'I287.47',
        withdrawnOn: expect.stringMatching(/^\d{4}/), withdrawalDocumentNumber: '批字7号',
      },
      { accessionNumber: 2, valueFen: 2_080, withdrawnOn: null, withdrawalDocumentNumber: null },
      { accessionNumber: 3, valueFen: 3_500, callNumber: 'O18/1' },
    ]); // prettier-ignore
    expect(await headsOf('/registers/individual')).toBe(
      '日期,登录号,题名,著者,出版者,版次,出版年,页数,装订,单价(元),ISBN,索书号,条码,来源,批次,注销日期,注销凭证,备注',
    );
  });

  it('goes on from page to page, without a line twice', async () => {
    const seen: unknown[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const { body } = await catalog.call('GET', `/registers/individual?limit=1&cursor=${cursor}`);
      const page = body as { items: Item[]; nextCursor: string | null };
      seen.push(...page.items.map(({ accessionNumber }) => accessionNumber));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual([1, 2, 3]);
  });
});

describe('the summary register', () => {
  it('[CAT-036] has a line a batch in and out in titles, volumes and value, with the running balance', async () => {
    expect(await book('/registers/summary')).toMatchObject([
      {
        number: 1, side: 'in', source: 'purchase', documentNumber: '发票12', firstAccessionNumber: 1, lastAccessionNumber: 3,
        titlesIn: 2, volumesIn: 3, fenIn: 7_460, titlesBalance: 2, volumesBalance: 3, fenBalance: 7_460,
      },
      { number: 2, side: 'value', source: 'revaluation', volumesIn: 0, fenIn: 100, volumesBalance: 3, fenBalance: 7_560 },
      {
        number: 3, side: 'out', source: 'transferred', documentNumber: '批字7号', titlesOut: 1, volumesOut: 1, fenOut: 1_980,
        titlesBalance: 2, volumesBalance: 2, fenBalance: 5_580,
      },
    ]); // prettier-ignore
    expect(await headsOf('/registers/summary')).toBe(
      '序号,日期,来源或原因,凭证号,登录号,入藏种,入藏册,入藏金额(元),注销种,注销册,注销金额(元),结存种,结存册,结存金额(元)',
    );
  });

  it('goes on with the balance of the page before', async () => {
    const first = (await catalog.call('GET', '/registers/summary?limit=1')).body as { nextCursor: string };
    const [line] = await book(`/registers/summary?limit=1&cursor=${first.nextCursor}`);
    expect(line).toMatchObject({ number: 2, volumesBalance: 3, fenBalance: 7_560 });
  });
});

describe('the withdrawal register', () => {
  it('[CAT-038] has a line a copy struck off with reason, document, price and running totals', async () => {
    expect(await book('/registers/withdrawals')).toMatchObject([
      { accessionNumber: 1, title: '草房子', clc: 'I287.47', fen: 1_980, reason: 'transferred', documentNumber: '批字7号', approvedBy: '教育局装备科', volumesSoFar: 1, fenSoFar: 1_980 },
    ]); // prettier-ignore
    expect(await headsOf('/registers/withdrawals')).toBe(
      '序号,日期,批准文号,批准人,登录号,条码,题名,分类号,单价(元),注销原因,累计册,累计金额(元),备注',
    );
  });
});

describe('the classified ledger', () => {
  it('[CAT-037] has opening, in, out, revalued and closing of each class in titles, volumes and value, and adds up', async () => {
    const [literature, numbers, total] = await book('/registers/classified', head);
    expect([literature, numbers, total]).toMatchObject([
      { mainClass: 'I', volumesBefore: 0, titlesIn: 1, volumesIn: 2, fenIn: 3_960, titlesOut: 0, volumesOut: 1, fenOut: 1_980, fenRevalued: 100, titlesAfter: 1, volumesAfter: 1, fenAfter: 2_080 },
      { mainClass: 'O', titlesIn: 1, volumesIn: 1, fenIn: 3_500, volumesOut: 0, titlesAfter: 1, volumesAfter: 1, fenAfter: 3_500 },
      { mainClass: 'total', titlesAfter: 2, volumesAfter: 2, fenAfter: 5_580 },
    ]); // prettier-ignore
    expect(await book('/registers/classified?from=2999-01-01')).toMatchObject([
      { mainClass: 'I', volumesBefore: 1, fenBefore: 2_080, volumesIn: 0, volumesAfter: 1 },
      { mainClass: 'O', volumesBefore: 1 },
      { mainClass: 'total', volumesBefore: 2 },
    ]);
    expect(await book('/registers/classified?within=I', head)).toMatchObject([
      { mainClass: 'I2', titlesBefore: 0, titlesIn: 1, volumesIn: 2, fenIn: 3_960, titlesOut: 0, volumesOut: 1, fenRevalued: 100, titlesAfter: 1, volumesAfter: 1, fenAfter: 2_080 },
      { mainClass: 'total', titlesAfter: 1, volumesAfter: 1, fenAfter: 2_080 },
    ]); // prettier-ignore
    expect(await book('/registers/classified?within=I&from=2999-01-01')).toMatchObject([
      { mainClass: 'I2', titlesBefore: 1, volumesBefore: 1, volumesIn: 0, titlesAfter: 1 },
      { mainClass: 'total', volumesBefore: 1 },
    ]);
    expect(await book('/registers/classified?within=K')).toMatchObject([
      { mainClass: 'total', volumesAfter: 0 },
    ]);
    expect((await catalog.call('GET', '/registers/classified?within=L')).status).toBe(400);
    expect(await headsOf('/registers/classified')).toBe(
      '类别,期初种,期初册,期初金额(元),增加种,增加册,增加金额(元),减少种,减少册,减少金额(元),改类种,改类册,改类金额(元),调价(元),期末种,期末册,期末金额(元)',
    );
  });
});

describe('the books of a school', () => {
  it.each(['individual', 'summary', 'withdrawals', 'classified', 'lines'])(
    '%s are on paper with the school at their head, and in a workbook',
    async (name) => {
      const pdf = await printed(`/registers/${name}?format=pdf`);
      const [page] = await pdfTexts(new Uint8Array(await pdf.arrayBuffer()));
      for (const words of ['第1小学', '经手人', '馆长', '校长']) expect(page).toContain(words);
      if (name !== 'classified') expect(page).toMatch(/本页合计[\s\S]*总计/);
      const workbook = await printed(`/registers/${name}?format=xlsx`);
      expect(workbook.headers.get('content-type')).toContain('spreadsheetml');
    },
  );

  it('are closed to a teacher and to another school', async () => {
    const teacher = await catalog.signer.account({ role: 'teacher', schoolId: catalog.schools[0] });
    const path = `/registers/summary?schoolId=${catalog.schools[0]}`;
    for (const as of [teacher, catalog.otherLibrarian])
      expect((await catalog.call('GET', path, undefined, { as })).status).toBe(403);
    expect((await catalog.call('GET', path, undefined, { as: catalog.admin })).status).toBe(200);
    expect((await catalog.call('GET', '/registers/summary', undefined, { as: catalog.admin })).status).toBe(
      400,
    );
  });

  it.each(['from=2026-02-30', 'from=x', 'period=0', 'period=1&from=2026-01-01', 'cursor=made-up'])(
    'are not asked for by %s',
    async (input) => {
      expect((await catalog.call('GET', `/registers/individual?${input}`)).status).toBe(400);
    },
  );
});

describe('a period', () => {
  it('[CAT-041] that is closed keeps its balance; what comes later is of the next one and says so', async () => {
    const closed = await catalog.call('POST', '/register-periods', { name: '2026年秋' });
    expect([closed.status, closed.body]).toMatchObject([
      201,
      { number: 1, name: '2026年秋', titles: 2, volumes: 2, fen: 5_580, lastLine: 5 },
    ]);
    const again = await catalog.call('POST', '/register-periods', { name: '再结' });
    expect([again.status, again.body]).toMatchObject([409, { code: 'register.period-empty' }]);
    const named = await catalog.call('POST', '/register-periods', { name: ' 2026年秋 ' });
    expect([named.status, named.body]).toMatchObject([409, { code: 'register.period-name-taken' }]);
    await changed(2, { status: 'withdrawn', withdrawalReason: 'lost' });
    expect(await book('/registers/withdrawals?period=2')).toMatchObject([
      { accessionNumber: 3, period: 2, afterClose: true },
    ]);
    expect((await book('/registers/withdrawals?period=1')).map(({ afterClose }) => afterClose)).toEqual([false]);
    expect(await (await printed('/registers/withdrawals?period=2&format=csv')).text()).toContain('结账后，记入第2期');
    expect((await book('/registers/classified?period=2')).at(-1)).toMatchObject({ volumesBefore: 2, volumesOut: 1, volumesAfter: 1 });
    expect((await book('/registers/classified?period=1')).at(-1)).toMatchObject({ volumesAfter: 2, fenAfter: 5_580 });
    expect(await book('/register-periods', head)).toMatchObject([{ number: 1, fen: 5_580 }]);
  }); // prettier-ignore

  it('that is closed is not edited: a correction is a line that points to the line it corrects', async () => {
    expect(
      await changed(1, { priceFen: 2_800, correctsLine: 2, correctionNote: '发票看错', documentNumber: '发票13' }),
    ).toBe(200);
    const lines = await book('/registers/lines?period=2');
    expect(lines.at(-1)).toMatchObject({ kind: 'correction', corrects: 2, fen: 720, volumes: 0, note: '发票看错', period: 2 });
    expect((await book('/registers/individual'))[1]).toMatchObject({ valueFen: 2_800, documentNumber: '发票13' });
    expect((await book('/registers/lines?period=1'))).toHaveLength(5);
    // The approval of a copy that is struck was written down wrong.
    expect(await changed(0, { correctsLine: 5, documentNumber: '批字8号' })).toBe(200);
    expect((await book('/registers/withdrawals'))[0]).toMatchObject({ documentNumber: '批字8号' });
    expect(await changed(1, { correctsLine: 1, correctionNote: '不是这一册' })).toBe(422);
    expect(await changed(1, { correctionNote: '哪一行' })).toBe(400);
  }); // prettier-ignore
});
