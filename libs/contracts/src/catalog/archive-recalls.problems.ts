import type { ProblemTitles } from '../envelope/problem.js';

export const archiveRecallsProblems = {
  'archive-recall.nothing-out': {
    zh: '该部门该年度没有在外的档案',
    en: 'The unit has nothing of this year',
  },
} as const satisfies ProblemTitles;
