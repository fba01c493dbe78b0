import type { ProblemTitles } from '../envelope/problem.js';

export const loanCasesProblems = {
  'loan-case.open-already': {
    zh: '该借阅已有未了结的同类事例',
    en: 'Such a case of this loan is open already',
  },
  'loan-case.loan-closed': { zh: '该册未借出', en: 'The copy is not on loan' },
  'loan-case.ended': { zh: '该事例已了结', en: 'The case is ended' },
  'loan-case.outcome': { zh: '该类事例不能这样了结', en: 'A case of this kind does not end so' },
  'loan-case.still-lent': {
    zh: '请先办理归还，再登记找到',
    en: 'Take the copy back first, then say that it was found',
  },
  'loan-case.not-reopened': {
    zh: '该事例未了结，或已按丢失赔偿',
    en: 'The case is open, or became a loss',
  },
} as const satisfies ProblemTitles;
