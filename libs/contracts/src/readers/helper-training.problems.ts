import type { ProblemTitles } from '../envelope/problem.js';

export const helperTrainingProblems = {
  'helper-training.wrong-step': {
    zh: '培训的当前状态不能这样处理',
    en: 'This cannot be done with the training as it is',
  },
  'helper-training.to-come': {
    zh: '培训日期未到',
    en: 'The day of the training is still to come',
  },
} as const satisfies ProblemTitles;
