import type { ProblemTitles } from '../envelope/problem.js';

/** What an import of the schedules says of a line. */
export const clcClassesProblems = {
  'clc-table.repeated': { zh: '分类号重复', en: 'The class number stands twice' },
  'clc-table.words-missing': { zh: '没有类名', en: 'The class has no name' },
  'clc-table.parent-unknown': { zh: '上位类不在表中', en: 'The class above is not in the table' },
  'clc-table.too-large': { zh: '类表过大', en: 'There are more classes than the schedules have' },
} as const satisfies ProblemTitles;
