import type { PrintedList, Words } from '@shulian/service-kit';
import type { CaseView, OverdueCase, TermFigures } from './loan-cases.http.js';
import type { CaseDamage, CaseState } from './rules/loan-case.js';

const damageWords: Readonly<Record<CaseDamage, Words>> = {
  torn: { zh: '撕破', en: 'torn' },
  cover: { zh: '封面损坏', en: 'cover' },
  stained: { zh: '污损', en: 'stained' },
  wet: { zh: '水浸', en: 'wet' },
  'written-in': { zh: '涂画', en: 'written in' },
  'pages-missing': { zh: '缺页', en: 'pages missing' },
  other: { zh: '其他', en: 'other' },
};
const stateWords: Readonly<Record<CaseState, Words>> = {
  open: { zh: '未了结', en: 'open' },
  mended: { zh: '已修补', en: 'mended' },
  lost: { zh: '按丢失赔偿', en: 'a loss' },
  found: { zh: '已找到', en: 'found' },
  'not-found': { zh: '未找到', en: 'not found' },
  dropped: { zh: '误登', en: 'dropped' },
};

export const printedCases: PrintedList<CaseView> = {
  name: 'loan-cases',
  title: { zh: '损坏与声称已还登记', en: 'Loan cases' },
  columns: [
    { key: 'notedOn', title: { zh: '日期', en: 'Day' }, type: 'day' },
    { key: 'borrower', title: { zh: '读者', en: 'Reader' }, type: 'who' },
    { key: 'title', title: { zh: '题名', en: 'Title' }, type: 'text' },
    { key: 'copyBarcode', title: { zh: '条码', en: 'Barcode' }, type: 'text' },
    {
      key: 'what',
      title: { zh: '情况', en: 'What' },
      type: 'text',
      of: ({ damage }) => damage ?? 'said-returned',
      words: { ...damageWords, 'said-returned': { zh: '声称已还', en: 'said to be back' } },
    },
    { key: 'mendBy', title: { zh: '修补期限', en: 'Mend by' }, type: 'day' },
    { key: 'state', title: { zh: '状态', en: 'State' }, type: 'text', words: stateWords },
    { key: 'endedOn', title: { zh: '了结日期', en: 'Ended' }, type: 'day' },
    { key: 'note', title: { zh: '备注', en: 'Note' }, type: 'text' },
  ],
};

export const printedOverdueCases: PrintedList<OverdueCase> = {
  name: 'overdue-cases',
  title: { zh: '学期逾期事例', en: 'What was overdue in a term' },
  columns: [
    { key: 'borrower', title: { zh: '读者', en: 'Reader' }, type: 'who' },
    { key: 'title', title: { zh: '题名', en: 'Title' }, type: 'text' },
    { key: 'copyBarcode', title: { zh: '条码', en: 'Barcode' }, type: 'text' },
    { key: 'loanedOn', title: { zh: '借出日期', en: 'Lent' }, type: 'day' },
    { key: 'dueOn', title: { zh: '应还日期', en: 'Due' }, type: 'day' },
    { key: 'closedOn', title: { zh: '归还日期', en: 'Closed' }, type: 'day' },
    { key: 'daysLate', title: { zh: '逾期天数', en: 'Days late' }, type: 'integer' },
  ],
};

export const printedFigures: PrintedList<TermFigures> = {
  name: 'loss-figures',
  title: { zh: '图书丢失与损耗统计', en: 'Losses and wear' },
  columns: [
    { key: 'termStartsOn', title: { zh: '学期开始', en: 'Term from' }, type: 'day' },
    { key: 'termEndsOn', title: { zh: '学期结束', en: 'to' }, type: 'day' },
    { key: 'lent', title: { zh: '借出', en: 'Lent' }, type: 'integer' },
    { key: 'overdue', title: { zh: '逾期', en: 'Overdue' }, type: 'integer' },
    { key: 'damaged', title: { zh: '损坏', en: 'Damaged' }, type: 'integer' },
    { key: 'mended', title: { zh: '修好', en: 'Mended' }, type: 'integer' },
    { key: 'lost', title: { zh: '丢失', en: 'Lost' }, type: 'integer' },
    { key: 'compensated', title: { zh: '已赔', en: 'Compensated' }, type: 'integer' },
    { key: 'stock', title: { zh: '馆藏', en: 'Stock' }, type: 'integer' },
    { key: 'lossRate', title: { zh: '丢失率‰', en: 'Loss ‰' }, type: 'decimal' },
    { key: 'wearRate', title: { zh: '损耗率‰', en: 'Wear ‰' }, type: 'decimal' },
  ],
};
