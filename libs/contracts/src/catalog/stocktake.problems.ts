import type { ProblemTitles } from '../envelope/problem.js';

export const stocktakeProblems = {
  'stocktake.closed': {
    zh: '该次清点已签字或已取消',
    en: 'The stocktake is signed or cancelled',
  },
  'stocktake.unresolved': {
    zh: '尚有缺失或找回的册未处理，不能签字',
    en: 'Missing or found copies are not resolved yet',
  },
  'stocktake.has-marks': {
    zh: '本次清点已将一些册记为缺失或复原，须先撤销',
    en: 'The stocktake has moved copies; take its marks back first',
  },
} as const satisfies ProblemTitles;
