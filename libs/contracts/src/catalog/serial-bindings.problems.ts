import type { ProblemTitles } from '../envelope/problem.js';

export const serialBindingsProblems = {
  'binding.refused': { zh: '未能装订', en: 'It cannot be bound' },
  'binding.bound-already': { zh: '已经装订', en: 'It is bound already' },
  'binding.nothing-received': { zh: '没有到刊', en: 'Nothing of it was received' },
  'binding.incomplete': {
    zh: '有缺期，须说明后再装订',
    en: 'Issues are missing; say why it is bound without them',
  },
  'binding.too-few-copies': {
    zh: '有的期不够装这么多册',
    en: 'Of some issue there are fewer copies than volumes',
  },
  'receipt.bound': { zh: '该期已装订，不能撤销登到', en: 'The issue is bound; its check-in stays' },
} as const satisfies ProblemTitles;
