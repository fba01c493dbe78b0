import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase, pdfTexts } from '@shulian/test-kit';
import { aCatalog, type CatalogForTests } from '../a-catalog.builder.js';

let catalog: CatalogForTests;
beforeAll(async () => {
  catalog = await aCatalog(await freshDatabase('catalog_printed_copies'));
  const { body } = await catalog.call('POST', '/titles', {
    title: '龢𬭎与䶮',
    contributors: ['堃喆'],
    publisher: '人民文学出版社',
    publishedYear: 2019,
    clc: 'I247.5',
  });
  const { id: titleId } = body as { id: string };
  for (let n = 1; n <= 60; n += 1) await catalog.call('POST', '/copies', { titleId, priceFen: 2_000 + n });
  await catalog.call('POST', '/copies', { titleId }, { as: catalog.otherLibrarian });
}, 120_000);
afterAll(() => catalog.end());

const printed = async (format: string, input = `schoolId=${catalog.schools[0]}`): Promise<Response> =>
  fetch(`${catalog.url}/api/v1/copies?${input}&format=${format}`, {
    headers: { authorization: `Bearer ${catalog.librarian}` },
  });

describe('the copies of a school as a list to print', () => {
  it('are all there, in the order of the register, whatever the page', async () => {
    const lines = (await (await printed('csv', `schoolId=${catalog.schools[0]}&limit=2`)).text())
      .trimEnd()
      .split('\r\n');
    expect(lines[0]).toBe(
      '登录号,条码,索书号,题名,责任者,出版者,出版年,单价(元),类型,馆藏地,状态,入藏日期,注销日期',
    );
    expect(lines.slice(1).map((line) => Number(line.split(',')[0]))).toEqual(
      Array.from({ length: 60 }, (_, at) => at + 1),
    );
    expect(lines[60]).toMatch(
      /^60,SY1\d+,I247\.5\/1,龢𬭎与䶮,堃喆,人民文学出版社,2019,20\.6,图书,,可借,\d{4}-\d\d-\d\d,$/,
    );
  });

  it('are on paper with rare characters, and heads on each page', async () => {
    const answer = await printed('pdf');
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="copies.pdf"');
    const pages = await pdfTexts(new Uint8Array(await answer.arrayBuffer()));
    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages) expect(page).toContain('登录号');
    expect(pages.join('').match(/龢𬭎与䶮/g)).toHaveLength(60);
  });

  it('are a workbook', async () => {
    const answer = await printed('xlsx');
    expect(answer.headers.get('content-type')).toContain('spreadsheetml');
    expect(
      Buffer.from(await answer.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
  });

  it('have their title in a list for a screen, too', async () => {
    const { body } = await catalog.call('GET', `/copies?schoolId=${catalog.schools[1]}`);
    expect(body).toMatchObject({ items: [{ title: '龢𬭎与䶮', contributor: '堃喆', publishedYear: 2019 }] });
  });

  it('are refused as a problem where the question is wrong', async () => {
    const answer = await printed('pdf', 'cursor=made-up');
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      400,
      expect.stringContaining('application/problem+json'),
    ]);
    expect((await printed('doc')).status).toBe(400);
  });
});
