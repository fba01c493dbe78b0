import { describe, expect, it } from '@jest/globals';
import { pdfTexts } from '@shulian/test-kit';
import { aTable, bytesOf } from './a-table.builder.js';
import type { PageOfRow } from './table.js';

const page: PageOfRow = {
  heading: '奖状',
  greeting: '{who.class} {who.name}：',
  body: '在读名著征文中荣获{level}，特发此证，以资鼓励。',
  foot: ['编号 {number}', '第一小学图书馆'],
  blanks: ['who.name'],
};
const columns = [
  { key: 'who.name', title: '姓名', type: 'text' },
  { key: 'who.class', title: '班级', type: 'text' },
  { key: 'level', title: '奖次', type: 'text' },
  { key: 'number', title: '编号', type: 'text' },
] as const;
const winners = [
  { 'who.name': '张三', 'who.class': '三年级1班', level: '一等奖', number: '2026-0001' },
  { 'who.name': null, 'who.class': '三年级2班', level: '二等奖', number: '2026-0002' },
];
const shown = (text = ''): string => text.replaceAll(/\s/g, '');

describe('a page for each row', () => {
  it('says what the row says, and leaves a blank for a name that nobody knows', async () => {
    const pages = await pdfTexts(await bytesOf('pdf', aTable({ columns, rows: winners, pageOfRow: page })));
    expect(pages).toHaveLength(2);
    expect(shown(pages[0])).toContain('三年级1班张三：');
    expect(shown(pages[0])).toContain('荣获一等奖');
    expect(shown(pages[0])).toContain('编号2026-0001');
    expect(shown(pages[1])).toContain('三年级2班＿＿＿＿＿＿：');
  });

  it('of no rows is one empty page, and a list as csv stays a list', async () => {
    expect(await pdfTexts(await bytesOf('pdf', aTable({ columns, pageOfRow: page })))).toHaveLength(1);
    const csv = (await bytesOf('csv', aTable({ columns, rows: winners, pageOfRow: page }))).toString();
    expect(csv.trimEnd().split('\r\n')).toHaveLength(3);
  });
});
