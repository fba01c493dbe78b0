import { buffer } from 'node:stream/consumers';
import { tableAs, type TableFormat } from '../document.js';
import type { Column, Row, Table } from './table.js';

const columns: readonly Column[] = [
  { key: 'number', title: '登录号', type: 'integer' },
  { key: 'title', title: '书名', type: 'text' },
  { key: 'price', title: '单价', type: 'fen' },
];

/** A list of three columns without a line, and what a test wants otherwise. */
export const aTable = (other: Partial<Table> = {}): Table => ({
  title: '藏书清单',
  notes: [],
  columns,
  rows: [],
  language: 'zh',
  timeZone: 'Asia/Shanghai',
  ...other,
});

export const bytesOf = (format: TableFormat, table: Table): Promise<Buffer> =>
  buffer(tableAs(format, table).body);

export function* manyRows(count: number): Generator<Row> {
  for (let number = 1; number <= count; number += 1)
    yield { number, title: `书 ${String(number)}`, price: number };
}
