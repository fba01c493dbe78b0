import type { ProblemTitles } from '../envelope/problem.js';

export const noticeTemplatesProblems = {
  'notice-template.unknown-variable': {
    zh: '模板使用了该通知没有的变量',
    en: 'The template uses a variable that this notice does not have',
  },
} as const satisfies ProblemTitles;
