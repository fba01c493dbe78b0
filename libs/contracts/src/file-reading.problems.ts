import type { ProblemTitles } from './envelope/problem.js';

/** What any import says of a file that people made. */
export const fileReadingProblems = {
  'text.coding-uncertain': {
    zh: '字符编码无法确定，请核对文字；名册中这样的行不导入',
    en: 'The coding of the text is uncertain; check the words. Such a row of a roster was left out',
  },
  'row.quote-not-closed': {
    zh: '引号没有配对，已按原样读取；名册中这样的行不导入',
    en: 'A quote is not closed; the line was read as it stands. Such a row of a roster was left out',
  },
  'row.overlong': { zh: '该行过长', en: 'The line is too long' },
  'cell.error': { zh: '单元格是错误值', en: 'The cell holds an error value' },
  'cell.digits-lost': {
    zh: '数字的末位已丢失，请将该列设为文本后重新填写',
    en: 'The last digits of the number are lost; make the column text and type them again',
  },
  'cell.unreadable': {
    zh: '单元格中有无法识别的字符',
    en: 'The cell holds characters that could not be read',
  },
  'sheet.no-header': { zh: '工作表没有表头，未被读取', en: 'The sheet has no headings and was not read' },
  'sheet.hidden': { zh: '隐藏的工作表未被读取', en: 'A hidden sheet was not read' },
} as const satisfies ProblemTitles;
