import type { ProblemTitles } from '../envelope/problem.js';

export const helperDutiesProblems = {
  'duty.not-in-office': { zh: '未聘任为小图书管理员', en: 'This pupil is not appointed as a class helper' },
  'duty.untrained': {
    zh: '未通过上岗培训，不能值日',
    en: 'Nobody has duty before the required training is passed',
  },
  'duty.outside-office': { zh: '超出任期', en: 'The days lie outside the term of office' },
  'duty.conflict': {
    zh: '同一时段已有值日',
    en: 'The helper has another duty at the same time',
  },
  'duty.has-entries': { zh: '已有值日记录', en: 'There are entries of this duty' },
  'duty.not-on-this-day': { zh: '当日没有这项值日', en: 'There is no such duty on this day' },
  'duty.to-come': { zh: '日期未到', en: 'The day is still to come' },
  'duty.entered-already': { zh: '该次值日已登记', en: 'This duty is entered already' },
  'duty.stand-in-not-in-office': {
    zh: '替班者当日不是在任的小图书管理员',
    en: 'Who stood in is not in office on this day',
  },
} as const satisfies ProblemTitles;
