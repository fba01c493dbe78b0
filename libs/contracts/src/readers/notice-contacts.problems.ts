import type { ProblemTitles } from '../envelope/problem.js';

export const noticeContactsProblems = {
  'notice-contact.known': { zh: '已登记过联系方式，请修改', en: 'There is a contact already; change it' },
  'notice-contact.no-consent': {
    zh: '家长尚未同意或已撤回同意',
    en: 'The guardian has not agreed, or no more',
  },
} as const satisfies ProblemTitles;
