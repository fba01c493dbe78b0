import type { ProblemTitles } from '../envelope/problem.js';

export const forgettingProblems = {
  'legal-hold.placed': { zh: '该读者的记录已在暂留', en: 'The reader is kept already' },
  'legal-hold.lifted': { zh: '该暂留已解除', en: 'It was lifted already' },
  'compensation.forgotten': {
    zh: '该借阅已按规定去除读者，不能撤销办结',
    en: 'The loan has lost its reader as the school decided; nothing can be owed again',
  },
} as const satisfies ProblemTitles;
