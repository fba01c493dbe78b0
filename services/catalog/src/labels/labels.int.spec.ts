import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@shulian/service-kit/testing';
import { freshDatabase, pdfTexts } from '@shulian/test-kit';
import { aCatalog, type CatalogForTests } from '../a-catalog.builder.js';

let catalog: CatalogForTests;
const ids: string[] = [];
beforeAll(async () => {
  catalog = await aCatalog(await freshDatabase('catalog_labels'));
  const titleOf = async (body: object): Promise<string> =>
    ((await catalog.call('POST', '/titles', body)).body as { id: string }).id;
  const classed = await titleOf({
    title: '红楼梦', contributors: ['曹雪芹', '高鹗'], publisher: '人民文学出版社', publishedYear: 2008, clc: 'I242.4', priceFen: 5970,
  }); // prettier-ignore
  const unclassed = await titleOf({ title: 'Lǚxíng de yìyì 旅行的意义' });
  for (const titleId of [classed, classed, unclassed])
    ids.push(((await catalog.call('POST', '/copies', { titleId })).body as { id: string }).id);
});
afterAll(() => catalog.end());

const print = async (
  what: 'label-sheets' | 'card-sheets',
  body: object,
  as = catalog.librarian,
): Promise<{ status: number; pages: string[]; code?: string; headers: Headers }> => {
  const answer = await fetch(`${catalog.url}/api/v1/${what}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${as}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const { status, headers } = answer;
  if (status !== 200)
    return { status, headers, pages: [], code: ((await answer.json()) as { code: string }).code };
  return { status, headers, pages: await pdfTexts(new Uint8Array(await answer.arrayBuffer())) };
};

describe('labels of copies', () => {
  it('[CAT-025] for spines have class, book number and volume, in the order of the register', async () => {
    const { pages, headers } = await print('label-sheets', { kind: 'spine', fromNumber: 1, toNumber: 3 });
    expect(headers.get('content-disposition')).toBe('attachment; filename="spine-labels.pdf"');
    expect(pages).toHaveLength(1);
    expect(pages[0]?.split(/\s+/)).toEqual(['I242.4', '1', 'I242.4', '1', '3']);
  });

  it('[CAT-025] for spines carry the marks of the house below: the place, and whom the title is for', async () => {
    const { body: place } = await catalog.call('POST', '/locations', { kind: 'room', name: '低幼室' });
    const { body: copy } = await catalog.call('GET', `/copies/${String(ids[0])}`);
    const { titleId, version } = copy as { titleId: string; version: number };
    const { id: locationId } = place as { id: string };
    const headers = { 'if-match': `"v${String(version)}"` };
    await catalog.call('PATCH', `/copies/${String(ids[0])}`, { locationId }, { headers });
    const { body: title } = await catalog.call('GET', `/titles/${titleId}`);
    const of = { 'if-match': `"v${String((title as { version: number }).version)}"` };
    await catalog.call('PATCH', `/titles/${titleId}`, { audience: '1—2年级' }, { headers: of });
    const marked = async (marks: string[]) =>
      (await print('label-sheets', { kind: 'spine', copyIds: ids.slice(0, 2), marks })).pages[0]?.split(
        /\s+/,
      );
    expect(await marked(['location', 'audience'])).toEqual([
      'I242.4', '1', '低幼室', '1—2年级', 'I242.4', '1', '1—2年级',
    ]); // prettier-ignore
    expect(await marked([])).toEqual(['I242.4', '1', 'I242.4', '1']);
    expect((await print('label-sheets', { kind: 'spine', copyIds: ids, marks: ['colour'] })).status).toBe(
      400,
    );
  });

  it.each([
    ['that has room for them to the half millimetre', { width: 100.5 }, 200, 2],
    ['that is too narrow', { width: 100.4 }, 400, 0],
    ['on which they overlap', { pitchX: 49 }, 400, 0],
    ['of two rows', { rows: 2, height: 60 }, 200, 1],
    ['too low for two rows', { rows: 2, height: 59 }, 400, 0],
  ])('[CAT-025] come on paper of the own size, %s', async (_, more, status, sheets) => {
    const paper = { width: 102, height: 30, columns: 2, rows: 1, labelWidth: 50, labelHeight: 30, left: 1, top: 0, ...more };
    const answer = await print('label-sheets', { kind: 'spine', copyIds: ids, paper });
    expect([answer.status, answer.pages.length]).toEqual([status, sheets]);
  }); // prettier-ignore

  it('[CAT-025] with barcodes say whose they are, the barcode and the title', async () => {
    const { pages } = await print('label-sheets', { kind: 'barcode', copyIds: [ids[2]], stock: 'a4-65' });
    const { body } = await catalog.call('GET', `/copies/${String(ids[2])}`);
    expect(pages[0]).toContain((body as { barcode: string }).barcode);
    expect(pages[0]).toContain('Lǚxíng de yìyì 旅行的意义');
  });

  it('[CAT-025] of an import are those it brought', async () => {
    const form = new FormData();
    form.set('file', new Blob(['书名,作者,条码\n呐喊,鲁迅,X0001\n彷徨,鲁迅,X0002\n']), 'list.csv');
    form.set('format', 'csv');
    const { body } = await catalog.call('POST', '/catalog-imports', form);
    const { id } = body as { id: string };
    await eventually(async () =>
      expect((await catalog.call('GET', `/jobs/${id}`)).body).toMatchObject({ status: 'succeeded' }),
    );
    const { pages } = await print('label-sheets', { kind: 'barcode', importId: id });
    expect(pages[0]?.match(/X000\d/g)).toEqual(['X0001', 'X0002']);
  });

  it.each([
    ['the last place of a sheet', { startAt: 40 }, 200, 2],
    ['a place that the sheet has not', { startAt: 41 }, 400, 0],
    ['a place that a larger sheet has', { startAt: 41, stock: 'a4-65' }, 200, 1],
  ])('begin at %s', async (_, more, status, sheets) => {
    const answer = await print('label-sheets', { kind: 'spine', copyIds: ids, ...more });
    expect([answer.status, answer.pages.length]).toEqual([status, sheets]);
  });

  it('are refused with a reason where no scanner would read them, and on wider ones are not', async () => {
    const { body } = await catalog.call('GET', `/copies/${String(ids[0])}`);
    const { titleId } = body as { titleId: string };
    const long = await catalog.call('POST', '/copies', { titleId, barcode: 'LONG-BARCODE-OF-SOMEBODY-1' });
    const copyIds = [(long.body as { id: string }).id];
    expect(await print('label-sheets', { kind: 'barcode', copyIds, stock: 'a4-65' })).toMatchObject({
      status: 409,
      code: 'labels.barcode-too-long',
    });
    expect(await print('label-sheets', { kind: 'barcode', copyIds, stock: 'a4-24' })).toMatchObject({
      status: 200,
    });
    // A refusal leaves the place of a document free.
    for (let n = 0; n < 4; n += 1) await print('label-sheets', { kind: 'barcode', copyIds, stock: 'a4-65' });
    expect(await print('label-sheets', { kind: 'spine', copyIds })).toMatchObject({ status: 200 });
  });

  it('need a choice, and are of the own school only', async () => {
    expect(await print('label-sheets', { kind: 'spine' })).toMatchObject({
      status: 400,
      code: 'request.invalid',
    });
    expect(await print('label-sheets', { kind: 'spine', fromNumber: 999_999 })).toMatchObject({
      status: 409,
      code: 'labels.no-copies',
    });
    expect(
      await print('label-sheets', { kind: 'spine', copyIds: ids }, catalog.otherLibrarian),
    ).toMatchObject({
      status: 409,
      code: 'labels.no-copies',
    });
    const foreign = { kind: 'spine', copyIds: ids, schoolId: catalog.schools[0] };
    expect(await print('label-sheets', foreign, catalog.otherLibrarian)).toMatchObject({ status: 403 });
  });
});

describe('cards', () => {
  it('[CAT-030] of books are one for each copy, with lines to write on', async () => {
    const { pages } = await print('card-sheets', { kind: 'book-card', copyIds: ids, stock: 'card' });
    expect(pages).toHaveLength(3);
    for (const words of [
      '红楼梦',
      '著者: 曹雪芹, 高鹗',
      '索书号: I242.4/1',
      '登录号: 1 ',
      '定价: 59.70 元',
      '借书人',
    ])
      expect(pages[0]).toContain(words);
  });

  it('[CAT-030] of the catalogue are one for each title, with its description and the numbers of its copies', async () => {
    const { pages } = await print('card-sheets', { kind: 'catalogue-card', copyIds: ids, stock: 'card' });
    expect(pages).toHaveLength(2);
    expect(pages[0]).toContain('红楼梦 / 曹雪芹, 高鹗. — 人民文学出版社, 2008');
    expect(pages[0]).toContain('登录号: 1, 2');
  });

  it('[CAT-030] are filed by names, title, subjects and classes as well, a card each', async () => {
    const asked = { kind: 'catalogue-card', copyIds: ids.slice(0, 2), stock: 'card' };
    const { pages } = await print('card-sheets', { ...asked, addedEntries: ['class', 'author', 'title'] });
    expect(pages.map((page) => page.replaceAll(/\s+/g, ' ').split(' ')[1])).toEqual([
      '红楼梦', '红楼梦', '曹雪芹', '高鹗', 'I242.4',
    ]); // prettier-ignore
    for (const page of pages) expect(page).toContain('红楼梦 / 曹雪芹, 高鹗');
    const wrong = await print('card-sheets', { ...asked, addedEntries: ['author', 'author'] });
    expect(wrong.status).toBe(400);
  });
});
