import type { ProblemTitles } from '../envelope/problem.js';

export const noticesProblems = {
  'notice.not-now': { zh: '该通知当前状态不允许此操作', en: 'Not in the state this notice is in' },
  'notice.too-late': {
    zh: '该通知已过有效日期',
    en: 'The day after which the notice helps nobody has passed',
  },
  'notice.no-channel': {
    zh: '没有可用的发送途径或联系方式',
    en: 'There is nothing to send it with, or nowhere to send it',
  },
} as const satisfies ProblemTitles;
