import type { ProblemTitles } from '../envelope/problem.js';

/** What an export says of a record. */
export const catalogExportsProblems = {
  'export.field-not-carried': {
    zh: '修改后的字段无法写入原始记录，导出的仍是原来的内容',
    en: 'A field that was edited has no place in the record as it came; it went out as it was',
  },
  'export.record-too-long': {
    zh: '记录超过 ISO 2709 的长度上限，有的系统不能读取，可改用 MARCXML',
    en: 'The record is longer than ISO 2709 can say; not every system reads it. MARCXML has no such limit',
  },
  'export.record-differs': {
    zh: '记录中有该格式不能表达的内容，已略去',
    en: 'The record holds what this form cannot express; that was left out',
  },
} as const satisfies ProblemTitles;
