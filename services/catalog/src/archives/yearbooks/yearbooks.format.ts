import type { PrintedList, Words } from '@shulian/service-kit';
import type { YearbookState } from '../rules/yearbook.js';
import type { YearbookIssueView, YearbookView } from './yearbooks.http.js';

const stateWords: Readonly<Record<YearbookState, Words>> = {
  collecting: { zh: '征集', en: 'collecting' },
  edited: { zh: '编辑完成', en: 'edited' },
  printed: { zh: '已印制', en: 'printed' },
  bound: { zh: '已装订', en: 'bound' },
};

export const printedYearbooks: PrintedList<YearbookView> = {
  name: 'archive-yearbooks',
  title: { zh: '年鉴印制发放收藏登记表', en: 'Yearbooks' },
  columns: [
    { key: 'year', title: { zh: '年度', en: 'Year' }, type: 'text', of: ({ year }) => String(year) },
    { key: 'name', title: { zh: '名称', en: 'Name' }, type: 'text' },
    { key: 'state', title: { zh: '进度', en: 'State' }, type: 'text', words: stateWords },
    { key: 'editedOn', title: { zh: '编辑完成', en: 'Edited' }, type: 'day' },
    { key: 'printedOn', title: { zh: '印制', en: 'Printed' }, type: 'day' },
    { key: 'boundOn', title: { zh: '装订', en: 'Bound' }, type: 'day' },
    { key: 'copies', title: { zh: '印数', en: 'Copies' }, type: 'integer' },
    { key: 'issued', title: { zh: '发放', en: 'Given out' }, type: 'integer' },
    { key: 'kept', title: { zh: '收藏', en: 'Kept' }, type: 'integer' },
    { key: 'note', title: { zh: '备注', en: 'Note' }, type: 'text' },
  ],
};

export const printedYearbookIssues = ({ name }: YearbookView): PrintedList<YearbookIssueView> => ({
  name: 'archive-yearbook-issues',
  title: { zh: `${name}：发放登记`, en: `${name}: given out` },
  columns: [
    { key: 'number', title: { zh: '序号', en: 'No.' }, type: 'integer' },
    { key: 'on', title: { zh: '日期', en: 'Date' }, type: 'day' },
    { key: 'recipient', title: { zh: '领取单位', en: 'Recipient' }, type: 'text' },
    { key: 'copies', title: { zh: '册数', en: 'Copies' }, type: 'integer', total: 'sum' },
    { key: 'returnedOn', title: { zh: '退回日期', en: 'Returned' }, type: 'day' },
  ],
  signatures: [{ zh: '经办人', en: 'Given out by' }],
});
