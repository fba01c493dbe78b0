import type { ProblemTitles } from '../envelope/problem.js';

export const serialsProblems = {
  'serial.title-is-no-serial': {
    zh: '该书目不是连续出版物',
    en: 'The title is not described as a serial',
  },
  'serial.described-already': { zh: '该报刊已经著录', en: 'The title is a serial already' },
  'serial.issn-taken': { zh: '该 ISSN 已属于另一种报刊', en: 'Another serial has this ISSN' },
  'serial.postal-code-taken': { zh: '该邮发代号已属于另一种报刊', en: 'Another serial has this postal code' },
} as const satisfies ProblemTitles;
