import type { PrintedList } from '@shulian/service-kit';
import { SIGNATURES } from '../registers/rules/signatures.js';
import type { AllocationLineView, AllocationSchemeView } from './allocation-schemes.http.js';

const standingWords = {
  planned: { zh: '待执行', en: 'planned' },
  'in-force': { zh: '执行中', en: 'in force' },
  replaced: { zh: '已被取代', en: 'replaced' },
} as const;

export const printedSchemes: PrintedList<AllocationSchemeView> = {
  name: 'allocation-schemes',
  title: { zh: '典藏分配方案', en: 'Allocation schemes' },
  columns: [
    { key: 'effectiveOn', title: { zh: '起始日期', en: 'From' }, type: 'day' },
    { key: 'standing', title: { zh: '状态', en: 'State' }, type: 'text', words: standingWords },
    { key: 'reason', title: { zh: '理由', en: 'Reason' }, type: 'text' },
    { key: 'lines', title: { zh: '行数', en: 'Lines' }, type: 'integer' },
  ],
};

export const printedAllocation: PrintedList<AllocationLineView> = {
  name: 'allocation',
  title: { zh: '校区典藏分配对照表', en: 'The allocation scheme beside what stands there' },
  signatures: SIGNATURES,
  columns: [
    { key: 'place', title: { zh: '地点', en: 'Place' }, type: 'text' },
    { key: 'clc', title: { zh: '分类号', en: 'Class' }, type: 'text' },
    {
      key: 'share',
      title: { zh: '应占比例', en: 'Share' },
      type: 'text',
      of: ({ share }) => (share === null ? null : `${(share / 100).toFixed(2)}%`),
    },
    { key: 'ofSchool', title: { zh: '全校册数', en: 'In the school' }, type: 'integer' },
    { key: 'target', title: { zh: '应有册数', en: 'Target' }, type: 'integer' },
    { key: 'standing', title: { zh: '现有册数', en: 'There now' }, type: 'integer' },
    { key: 'toMove', title: { zh: '应调入(负为调出)', en: 'To be brought' }, type: 'integer' },
  ],
};
