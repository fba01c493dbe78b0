import type { ProblemTitles } from '../envelope/problem.js';

export const archiveFilesProblems = {
  'archive-file.code-taken': { zh: '档号已存在', en: 'The code is taken' },
  'archive-file.not-now': {
    zh: '档案现在的状态不允许这一步',
    en: 'The file is not where this step begins',
  },
  'archive-file.nothing-to-undo': { zh: '没有可撤销的一步', en: 'There is no step to take back' },
} as const satisfies ProblemTitles;
