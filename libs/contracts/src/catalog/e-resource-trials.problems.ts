import type { ProblemTitles } from '../envelope/problem.js';

export const eResourceTrialsProblems = {
  'e-resource-trial.decided': { zh: '试用已有结果', en: 'The trial has its outcome' },
  'e-resource-trial.not-evaluated': {
    zh: '尚无评估，不能引进',
    en: 'Nobody has evaluated it; it is not adopted',
  },
  'e-resource-trial.not-later': {
    zh: '延长须晚于原来的结束日期',
    en: 'An extension ends later than the trial did',
  },
  'e-resource-trial.too-many-steps': {
    zh: '延长次数过多，请另行登记',
    en: 'It was extended too often; begin another',
  },
  'e-resource-trial.nothing-to-undo': { zh: '没有可撤销的', en: 'There is nothing to take back' },
  'e-resource-trial.in-use': {
    zh: '引进的资源已在使用，不能撤销',
    en: 'What was adopted is in use already',
  },
} as const satisfies ProblemTitles;
