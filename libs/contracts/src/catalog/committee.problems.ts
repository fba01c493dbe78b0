import type { ProblemTitles } from '../envelope/problem.js';

export const committeeProblems = {
  'committee.not-in-office': { zh: '该委员不在任期内', en: 'The member is not in office' },
  'committee.not-a-member': { zh: '本人不是在任委员', en: 'This account is of no member in office' },
  'committee.said-yes': { zh: '委员会已通过该书单', en: 'The committee wants the list' },
  'order.committee-quorum': {
    zh: '参加评审的委员不足法定人数',
    en: 'Fewer members of the committee have voted than its quorum',
  },
  'order.committee-teacher-missing': {
    zh: '尚无教师委员参加评审',
    en: 'No teacher of the committee has voted',
  },
  'order.committee-pupil-missing': { zh: '尚无学生委员参加评审', en: 'No pupil of the committee has voted' },
  'order.committee-said-no': { zh: '委员会未通过该书单', en: 'The committee does not want the list' },
} as const satisfies ProblemTitles;
