import type { ProblemTitles } from '../envelope/problem.js';

export const archiveUnitsProblems = {
  'archive-unit.name-taken': { zh: '部门名称已存在', en: 'The school has a unit of this name' },
  'archive-scope.too-many': {
    zh: '归档范围至多 2000 条',
    en: 'A school has 2,000 scopes at most',
  },
} as const satisfies ProblemTitles;
