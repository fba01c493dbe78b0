import type { ProblemTitles } from '../envelope/problem.js';

export const cardWindowsProblems = {
  'card-window.not-open': { zh: '不在办证时段内', en: 'The window for cards is not open' },
  'card-window.cancelled': { zh: '该办证时段已取消', en: 'The window for cards was called off' },
  'card-window.other-class': { zh: '该班级不在本次办证范围内', en: 'The window is not for this class' },
  'card-window.list-confirmed': {
    zh: '本班名单已确认，须先撤回确认',
    en: 'The list of the class is confirmed; take that back first',
  },
  'card-application.settled': {
    zh: '该申请已撤回或已有决定',
    en: 'The application was taken back or decided',
  },
} as const satisfies ProblemTitles;
