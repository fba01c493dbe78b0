import type { ProblemTitles } from '../envelope/problem.js';

export const repairProblems = {
  'repair.in-repair': { zh: '该册已在修补中', en: 'The copy is in repair already' },
  'repair.ended': { zh: '该次修补已结束', en: 'The repair has ended' },
  'repair.open': { zh: '该次修补尚未结束', en: 'The repair has not ended yet' },
  'repair.copy-moved-on': {
    zh: '该册此后已有变动，不能撤销',
    en: 'The copy has moved on since; this cannot be taken back',
  },
} as const satisfies ProblemTitles;
