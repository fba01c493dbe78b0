import type { ProblemTitles } from '../envelope/problem.js';

export const ruleSetsProblems = {
  'rule-set.name-taken': { zh: '本校已有同名制度', en: 'The school has rules of this name' },
  'rule-set.ended': { zh: '该制度已废止', en: 'These rules hold no more' },
  'rule-set.not-yet': { zh: '该制度尚未施行', en: 'These rules do not hold yet' },
  'rule-set.version-stays': {
    zh: '只能撤回尚未施行的最新版，且至少保留一版',
    en: 'Only the newest version can go, before it holds, and one stays',
  },
} as const satisfies ProblemTitles;
