import { describe, expect, it } from '@jest/globals';
import { pdfTexts } from '@shulian/test-kit';
import { aTable, bytesOf } from './a-table.builder.js';
import { PageTotals } from './page-totals.js';
import type { Column, Row, Table } from './table.js';

const columns: readonly Column[] = [
  { key: 'number', title: '序号', type: 'integer' },
  { key: 'title', title: '题名', type: 'text', total: 'count', unit: ' 册' },
  { key: 'price', title: '单价', type: 'fen', total: 'sum' },
  { key: 'balance', title: '结存', type: 'integer', total: 'last' },
];
const rowsOf = (count: number): Row[] =>
  Array.from({ length: count }, (_, at) => ({
    number: at + 1,
    title: `书 ${String(at + 1)}`,
    price: 1_005,
    balance: 100 + at,
  }));
const aBook = (count: number, other: Partial<Table> = {}): Table =>
  aTable({ columns, rows: rowsOf(count), signatures: ['经手人', '馆长', '校长'], ...other });

describe('totals of pages', () => {
  it('are of the page and of all so far: a page begins anew, what was before is brought forward', () => {
    const totals = new PageTotals(aBook(0));
    for (const row of rowsOf(3)) totals.add(row);
    expect(totals.closed(false)).toEqual([
      ['本页合计', '3 册', '30.15', '102'],
      ['过次页', '3 册', '30.15', '102'],
    ]);
    expect(totals.broughtForward()).toEqual(['承前页', '3 册', '30.15', '102']);
    totals.add({ number: 4, title: '书', price: -5, balance: 7 });
    expect(totals.closed(true)).toEqual([
      ['本页合计', '1 册', '-0.05', '7'],
      ['总计', '4 册', '30.10', '7'],
    ]);
  });

  it('do not count the line that says a list is cut', () => {
    const totals = new PageTotals(aBook(0));
    totals.add({ title: '（名单过长）' });
    expect(totals.closed(true)[0]).toEqual(['本页合计', '0 册', '0.00', '']);
  });

  it('stand in the other language in its words', () => {
    const totals = new PageTotals(aBook(0, { language: 'en' }));
    expect(totals.broughtForward()[0]).toBe('Brought forward');
  });
});

describe('a book as PDF', () => {
  it('has the totals at the foot of every page and at the head of the next, and a line to sign on each', async () => {
    const pages = await pdfTexts(await bytesOf('pdf', aBook(150)));
    expect(pages.length).toBeGreaterThan(2);
    let before = 0;
    for (const [at, page] of pages.entries()) {
      const here = [...page.matchAll(/书 \d+/g)].length;
      const isLast = at === pages.length - 1;
      const sums = [...page.matchAll(/(承前页|本页合计|过次页|总计)\s*(\d+)\s*册\s*(\d+\.\d\d)/g)].map(
        ([, words, lines, yuan]) => [words, Number(lines), yuan],
      );
      const yuan = (lines: number): string => (lines * 10.05).toFixed(2);
      expect(sums).toEqual([
        ...(at === 0 ? [] : [['承前页', before, yuan(before)]]),
        ['本页合计', here, yuan(here)],
        [isLast ? '总计' : '过次页', before + here, yuan(before + here)],
      ]);
      before += here;
      for (const who of ['经手人', '馆长', '校长']) expect(page).toContain(who);
    }
    expect(before).toBe(150);
  });

  it('has neither where the list is no book', async () => {
    const [page = ''] = await pdfTexts(await bytesOf('pdf', aTable({ rows: rowsOf(3) })));
    for (const words of ['本页合计', '总计', '经手人']) expect(page).not.toContain(words);
  });

  it('is signed also where nothing is added up', async () => {
    const table = aTable({ rows: rowsOf(3), signatures: ['移交人', '接收人'] });
    const [page = ''] = await pdfTexts(await bytesOf('pdf', table));
    expect(page).toContain('移交人');
    expect(page).not.toContain('本页合计');
  });
});
