import type { PrintedList, Words } from '@shulian/service-kit';
import { damageWords } from '../repair/repairs.format.js';
import type { ConditionFinding, InspectionMonth, InspectionView } from './inspections.http.js';
import type { Decision, Inspected } from './rules/inspection.js';

const inspectedWords: Readonly<Record<Inspected, Words>> = {
  books: { zh: '图书', en: 'books' },
  newspapers: { zh: '报纸', en: 'newspapers' },
  magazines: { zh: '杂志', en: 'magazines' },
};
const decisionWords: Readonly<Record<Decision, Words>> = {
  'to-repair': { zh: '送修', en: 'to be mended' },
  'to-weed': { zh: '待剔旧', en: 'to be weeded' },
  'mended-at-once': { zh: '当场修好', en: 'mended at once' },
  noted: { zh: '记录', en: 'noted' },
};

export const printedInspections: PrintedList<InspectionView> = {
  name: 'condition-inspections',
  title: { zh: '书报杂志检查整理记录', en: 'Condition inspections' },
  columns: [
    { key: 'inspectedOn', title: { zh: '日期', en: 'Day' }, type: 'day' },
    { key: 'what', title: { zh: '类别', en: 'What' }, type: 'text', words: inspectedWords },
    { key: 'location', title: { zh: '地点', en: 'Place' }, type: 'text' },
    { key: 'inspectedBy', title: { zh: '检查人', en: 'By' }, type: 'text' },
    { key: 'lookedAt', title: { zh: '检查册数', en: 'Looked at' }, type: 'integer' },
    { key: 'found', title: { zh: '破损', en: 'Damaged' }, type: 'integer' },
    { key: 'toRepair', title: { zh: '送修', en: 'To be mended' }, type: 'integer' },
    { key: 'toWeed', title: { zh: '待剔旧', en: 'To be weeded' }, type: 'integer' },
    { key: 'mendedAtOnce', title: { zh: '当场修好', en: 'Mended at once' }, type: 'integer' },
    { key: 'note', title: { zh: '备注', en: 'Note' }, type: 'text' },
  ],
};

export const printedConditionFindings: PrintedList<ConditionFinding> = {
  name: 'condition-findings',
  title: { zh: '破损书刊登记', en: 'What was found damaged' },
  columns: [
    { key: 'position', title: { zh: '序号', en: 'No.' }, type: 'integer' },
    { key: 'barcode', title: { zh: '条码', en: 'Barcode' }, type: 'text' },
    { key: 'callNumber', title: { zh: '索书号', en: 'Call no.' }, type: 'text' },
    { key: 'words', title: { zh: '题名', en: 'Title' }, type: 'text' },
    { key: 'damage', title: { zh: '破损情况', en: 'Damage' }, type: 'text', words: damageWords },
    { key: 'decision', title: { zh: '处理', en: 'Decision' }, type: 'text', words: decisionWords },
    { key: 'code', title: { zh: '未送修原因', en: 'Why not' }, type: 'text' },
  ],
};

export const printedInspectionMonths: PrintedList<InspectionMonth> = {
  name: 'condition-months',
  title: { zh: '书报杂志检查整理月报', en: 'Condition inspections by month' },
  columns: [
    { key: 'month', title: { zh: '月份', en: 'Month' }, type: 'day' },
    { key: 'what', title: { zh: '类别', en: 'What' }, type: 'text', words: inspectedWords },
    { key: 'inspections', title: { zh: '检查次数', en: 'Inspections' }, type: 'integer' },
    { key: 'lastOn', title: { zh: '最近一次', en: 'Last' }, type: 'day' },
    { key: 'lookedAt', title: { zh: '检查册数', en: 'Looked at' }, type: 'integer' },
    { key: 'found', title: { zh: '破损', en: 'Damaged' }, type: 'integer' },
    { key: 'toRepair', title: { zh: '送修', en: 'To be mended' }, type: 'integer' },
    { key: 'toWeed', title: { zh: '待剔旧', en: 'To be weeded' }, type: 'integer' },
    { key: 'mendedAtOnce', title: { zh: '当场修好', en: 'Mended at once' }, type: 'integer' },
    {
      key: 'missed',
      title: { zh: '未检查', en: 'Missed' },
      type: 'text',
      of: ({ missed }, language) => (missed ? (language === 'zh' ? '是' : 'yes') : ''),
    },
  ],
};
