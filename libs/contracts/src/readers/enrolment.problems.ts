import type { ProblemTitles } from '../envelope/problem.js';

export const enrolmentProblems = {
  'external-id.taken': {
    zh: '该外部编号已属于本校另一位读者',
    en: 'Another reader of the school has this external id',
  },
  'external-id.looks-personal': {
    zh: '外部编号不得为身份证号或学籍号',
    en: 'An external id is no identity or student number',
  },
  'reader.has-left': { zh: '读者已离校', en: 'The reader has left the school' },
} as const satisfies ProblemTitles;
