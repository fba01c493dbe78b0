import type { ProblemTitles } from '../envelope/problem.js';

export const archiveImportsProblems = {
  'archive-row.incomplete': {
    zh: '缺少档号、门类、年度、题名或保管期限',
    en: 'Code, class, year, title or retention is missing',
  },
  'archive-row.unreadable': { zh: '该栏的内容无法识别', en: 'What stands in the column cannot be read' },
  'archive-row.too-long': { zh: '该栏的内容过长', en: 'What stands in the column is too long' },
  'archive-row.code-repeats': { zh: '档号在文件中重复', en: 'The code stands in the file twice' },
  'archive-row.class-differs': {
    zh: '同一档号的门类或年度与库中不同',
    en: 'The file of this code has another class or year',
  },
} as const satisfies ProblemTitles;
