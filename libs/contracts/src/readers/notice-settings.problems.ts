import type { ProblemTitles } from '../envelope/problem.js';

export const noticeSettingsProblems = {
  'notice-webhook.not-https': {
    zh: '消息接收地址必须是 https 公网地址',
    en: 'A webhook has an https address in the public network',
  },
} as const satisfies ProblemTitles;
