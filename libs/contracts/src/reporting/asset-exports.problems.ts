import type { ProblemTitles } from '../envelope/problem.js';

export const assetExportsProblems = {
  'asset-export.not-now': {
    zh: '文件现在不能这样登记',
    en: 'This cannot be noted of the file as it stands',
  },
} as const satisfies ProblemTitles;
