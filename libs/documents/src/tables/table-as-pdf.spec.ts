import { describe, expect, it } from '@jest/globals';
import { pdfTexts } from '@shulian/test-kit';
import { tableAs } from '../document.js';
import { aTable, bytesOf, manyRows } from './a-table.builder.js';

const textsOf = async (table: Parameters<typeof bytesOf>[1]): Promise<string[]> =>
  pdfTexts(await bytesOf('pdf', table));

describe('a table as PDF', () => {
  it('can be read: title, notes, heads, cells, rare characters and tones of pinyin', async () => {
    const [page = ''] = await textsOf(
      aTable({
        notes: ['截至 2026-10-12'],
        rows: [{ number: 7, title: '龢𬭎䶮㛃堃喆 Lǚxíng ǖǘǚǜ ńňǹ ḿ', price: 2580 }],
      }),
    );
    for (const text of ['藏书清单', '截至 2026-10-12', '登录号', '单价(元)', '25.80', '第 1 页'])
      expect(page).toContain(text);
    expect(page).toContain('龢𬭎䶮㛃堃喆 Lǚxíng ǖǘǚǜ ńňǹ ḿ');
  });

  it('names a character that the type lacks by its number', async () => {
    const [page] = await textsOf(aTable({ rows: [{ title: '𠮷野家' }] }));
    expect(page).toContain('[U+20BB7]野家');
  });

  it('repeats the heads on every page, and has every row once and in order', async () => {
    const pages = await textsOf(aTable({ rows: manyRows(150) }));
    expect(pages.length).toBeGreaterThan(2);
    for (const [at, page] of pages.entries()) {
      expect(page).toContain('登录号');
      expect(page).toContain(`第 ${String(at + 1)} 页`);
    }
    const numbers = [...pages.join('\n').matchAll(/书 (\d+)/g)].map(([, number]) => Number(number));
    expect(numbers).toEqual(Array.from({ length: 150 }, (_, at) => at + 1));
  });

  it('breaks a long text into lines instead of cutting it', async () => {
    const title = Array.from({ length: 120 }, (_, at) => `第${String(at)}章`).join('');
    const [page = ''] = await textsOf(aTable({ rows: [{ title }] }));
    expect(page.replaceAll(/\s/g, '')).toContain(title);
  });

  it('puts the head above each slip, so that it can be read when it is cut off', async () => {
    const rows = ['a', 'a', 'b', 'c'].map((who, at) => ({ who, number: at, title: `书 ${String(at)}` }));
    const slips = { title: '催书单', notes: ['请于 2027-01-15 前归还'], rows, slipsBy: 'who' };
    const text = (await textsOf(aTable(slips))).join('\n');
    // Once more at the foot of the page.
    expect(text.split('催书单')).toHaveLength(1 + 3 + 1);
    expect(text.split('请于 2027-01-15 前归还')).toHaveLength(1 + 3);
    expect(text.split('登录号')).toHaveLength(1 + 3);
    const many = Array.from({ length: 60 }, (_, at) => ({ who: at, number: at, title: `书 ${String(at)}` }));
    const pages = await textsOf(aTable({ ...slips, rows: many }));
    expect(pages.length).toBeGreaterThan(1);
    for (let at = 0; at < 60; at += 1)
      expect(
        pages.filter((page) => page.split('\n').some((line) => line.includes(`书 ${String(at)}`))).length,
      ).toBeGreaterThan(0);
    expect(pages.join('\n').split('请于 2027-01-15 前归还')).toHaveLength(1 + 60);
  });

  it('says that there are no rows by showing none', async () => {
    const pages = await textsOf(aTable());
    expect(pages).toHaveLength(1);
    expect(pages[0]).toContain('登录号');
  });

  it('asks for the next rows only when the page before was taken', async () => {
    let calls = 0;
    const rows = (function* () {
      for (const row of manyRows(20_000)) {
        calls += 1;
        yield row;
      }
    })();
    const { body } = tableAs('pdf', aTable({ rows }));
    for await (const _chunk of body) break;
    expect(calls).toBeLessThan(1_000);
  });
});
