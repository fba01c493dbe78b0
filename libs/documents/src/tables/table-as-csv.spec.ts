import { describe, expect, it } from '@jest/globals';
import { aTable, bytesOf, manyRows } from './a-table.builder.js';

const csv = async (...cells: unknown[]): Promise<string> =>
  (
    await bytesOf(
      'csv',
      aTable({
        columns: [{ key: 'cell', title: '格', type: 'text' }],
        rows: cells.map((cell) => ({ cell })),
      }),
    )
  ).toString();

describe('a table as CSV', () => {
  it('begins with a byte order mark and ends its lines as RFC 4180 says', async () => {
    expect(await csv('第一小学, "东"')).toBe('\ufeff格\r\n"第一小学, ""东"""\r\n');
  });

  it.each(['=1+1', '+1', '-1', '@a', '\t=1', '\r=1', '＝1', '＋1', '－1', '＠a'])(
    'takes the formula out of a text that begins as one: %j',
    async (formula) => {
      expect(await csv(formula)).toContain(`'${formula}`);
    },
  );

  it('takes the formula out of the head of a column, too', async () => {
    const table = aTable({ columns: [{ key: 'a', title: '=A1', type: 'text' }] });
    expect((await bytesOf('csv', table)).toString()).toBe("\ufeff'=A1\r\n");
  });

  it('leaves negative numbers numbers and shows money in yuan, gaps as nothing', async () => {
    const rows = [
      { number: -3, title: null, price: -105 },
      { number: 4, price: 105 },
    ];
    expect((await bytesOf('csv', aTable({ rows }))).toString()).toBe(
      '\ufeff登录号,书名,单价(元)\r\n-3,,-1.05\r\n4,,1.05\r\n',
    );
  });

  it('shows moments in the zone of the county, days as they are, yes and no in words', async () => {
    const table = aTable({
      columns: [
        { key: 'at', title: 'At', type: 'moment' },
        { key: 'on', title: 'On', type: 'day' },
        { key: 'is', title: 'Is', type: 'yes-no' },
      ],
      rows: [{ at: '2026-10-11T16:00:00Z', on: '2026-10-12', is: false }],
      language: 'en',
    });
    expect((await bytesOf('csv', table)).toString()).toBe(
      '\ufeffAt,On,Is\r\n2026-10-12 00:00,2026-10-12,no\r\n',
    );
  });

  it.each([0, 1, 199, 200, 201, 401])('has a line for each of %i rows', async (count) => {
    const text = (await bytesOf('csv', aTable({ rows: manyRows(count) }))).toString();
    expect(text.trimEnd().split('\r\n')).toHaveLength(count + 1);
    if (count > 0) expect(text).toContain(`\r\n${String(count)},书 ${String(count)},`);
  });
});
