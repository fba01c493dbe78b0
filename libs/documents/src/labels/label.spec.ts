import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from '@jest/globals';
import { pdfTexts } from '@shulian/test-kit';
import { labelStocks, placeOf, placesOn, type LabelStockName } from '../sheets/stock.js';
import { barsOf } from './bars.js';
import { barcodeFits, labelSheets, type Label } from './label.js';

const names = Object.keys(labelStocks) as LabelStockName[];
const sheetsOf = async (stock: LabelStockName, count: number, startAt = 1): Promise<string[]> => {
  const labels = Array.from({ length: count }, (_, at): Label => [
    { kind: 'text', text: '实验小学', size: 7 },
    { kind: 'barcode', text: `SY${String(at).padStart(8, '0')}` },
    { kind: 'text', text: `No.${String(at + 1)};`, size: 8 },
  ]);
  const { body } = labelSheets(
    { title: '标签', language: 'zh', stock: labelStocks[stock], startAt, shift: { x: 0, y: 0 } },
    labels,
  );
  return pdfTexts(await buffer(body));
};

describe.each(names)('sheets of labels %s', (name) => {
  const stock = labelStocks[name];
  const places = placesOn(stock);

  it('have every place on the paper, and none over another', () => {
    const all = Array.from({ length: places }, (_, n) => placeOf(stock, n, { x: 0, y: 0 }));
    for (const { x, y, width, height } of all) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(x + width).toBeLessThanOrEqual(595.3);
      expect(y + height).toBeLessThanOrEqual(841.9);
    }
    for (const [at, one] of all.entries())
      for (const other of all.slice(at + 1))
        expect(
          one.x + one.width <= other.x + 0.01 ||
            one.y + one.height <= other.y + 0.01 ||
            other.x + other.width <= one.x + 0.01,
        ).toBe(true);
  });

  it.each([
    [places - 1, 1, 1],
    [places, 1, 1],
    [places + 1, 1, 2],
    [places, 2, 2],
    [1, places, 1],
    [2, places, 2],
  ])('%i labels from place %i on take %i sheets, in order', async (count, startAt, sheets) => {
    const pages = await sheetsOf(name, count, startAt);
    expect(pages).toHaveLength(sheets);
    const numbers = [...pages.join(' ').matchAll(/No\.(\d+);/g)].map(([, number]) => Number(number));
    expect(numbers).toEqual(Array.from({ length: count }, (_, at) => at + 1));
  });
});

describe('a barcode', () => {
  it('has the bars of Code 128: of digits two in a sign of eleven modules', () => {
    // Start, five pairs, check sign: seven of eleven; the stop has thirteen.
    expect(barsOf('0123456789').modules).toBe(7 * 11 + 13);
  });
  it('fits a label on which a scanner can read it, and no narrower one', () => {
    expect(barcodeFits('SY100000164', 38.1)).toBe(true);
    expect(barcodeFits('A'.repeat(40), 70)).toBe(false);
    const widths = Array.from({ length: 60 }, (_, at) => 10 + at);
    const first = widths.find((width) => barcodeFits('SY100000164', width)) ?? 0;
    expect(widths.filter((width) => barcodeFits('SY100000164', width))).toEqual(
      widths.filter((width) => width >= first),
    );
  });
  it('that is wider than its label is none', async () => {
    const { body } = labelSheets(
      { title: '标签', language: 'zh', stock: labelStocks['a4-65'], startAt: 1, shift: { x: 0, y: 0 } },
      [[{ kind: 'barcode', text: 'A'.repeat(40) }]],
    );
    await expect(buffer(body)).rejects.toThrow(RangeError);
  });
});

describe('a label', () => {
  it('ends a long name with dots after two lines rather than make all of it too small to be read', async () => {
    const { body } = labelSheets(
      { title: '条码', language: 'zh', stock: labelStocks['a4-21'], startAt: 1, shift: { x: 0, y: 0 } },
      [
        [
          { kind: 'text', text: '实验小学', size: 7.5, mayEnd: true },
          { kind: 'barcode', text: 'YS0100010049' },
          { kind: 'text', text: 'YS0100010049', size: 8 },
          { kind: 'text', text: `书${'特别'.repeat(60)}长`, size: 6.5, mayEnd: true },
        ],
      ],
    );
    const [page = ''] = await pdfTexts(await buffer(body));
    const shown = page.replaceAll(/\s/g, '');
    expect(shown).toMatch(/^实验小学YS0100010049书(特别)+特?…$/);
    // Two lines of 58 millimetres, of characters of at least 4.5 points.
    expect(shown.length).toBeGreaterThan(60);
    expect(shown.length).toBeLessThan(100);
  });
  it('never loses a part of a number, however long', async () => {
    const text = 'G634.333.201-44(712.65)';
    const { body } = labelSheets(
      { title: '书标', language: 'zh', stock: labelStocks['a4-65'], startAt: 1, shift: { x: 0, y: 0 } },
      [[text, 'S-1234567890', '第十二分册'].map((line) => ({ kind: 'text', text: line, size: 16 }))],
    );
    const [page = ''] = await pdfTexts(await buffer(body));
    expect(page.replaceAll(/\s/g, '')).toBe(`${text}S-1234567890第十二分册`);
  });
});
