import type { ProblemTitles } from '../envelope/problem.js';

export const cardProductionProblems = {
  'card-batch.other-step': { zh: '请按工序顺序进行', en: 'Another step comes next' },
  'card-batch.cancelled': { zh: '该批借书证已取消', en: 'The batch was called off' },
  'card-batch.nobody': { zh: '本班没有可办证的学生', en: 'Nobody of the class is to get a card' },
  'card-batch.list-not-confirmed': {
    zh: '班主任尚未确认本班申请名单',
    en: 'The teacher has not confirmed the list of the class',
  },
  'card-batch.only-notice': {
    zh: '只发了通知，没有可撤回的工序',
    en: 'Only the notice is out: there is no step to undo',
  },
  'card-batch.entered': {
    zh: '证件已录入系统，须先撤回录入',
    en: 'The cards are entered; undo the entry first',
  },
} as const satisfies ProblemTitles;
