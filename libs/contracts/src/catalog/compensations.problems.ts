import type { ProblemTitles } from '../envelope/problem.js';

export const compensationsProblems = {
  'compensation.unknown': { zh: '该校没有这项赔偿', en: 'The school has no such compensation' },
  'compensation.still-owed': { zh: '赔偿尚未办结', en: 'The compensation is still owed' },
  'compensation.closed': { zh: '该项赔偿已注销销账', en: 'The compensation is closed in the books already' },
  'compensation.copy-came-back': {
    zh: '原书已找回或已另行注销，无须销账',
    en: 'The copy came back or was struck otherwise; there is nothing to close',
  },
  'compensation.replacement-needed': {
    zh: '以赔书办结，须登记赔入的册',
    en: 'It was settled by another copy: name that copy',
  },
  'compensation.no-replacement-due': {
    zh: '该项赔偿不是以赔书办结',
    en: 'It was not settled by another copy',
  },
  'compensation.replacement-taken': {
    zh: '该册已用于另一项赔偿',
    en: 'The copy replaces another one already',
  },
} as const satisfies ProblemTitles;
