import type { ProblemTitles } from '../envelope/problem.js';

export const holdsProblems = {
  'hold.refused': { zh: '不能预约', en: 'The hold cannot be placed' },
  'title.held-by-others': { zh: '有其他读者预约', en: 'Other readers wait for this title' },
  'hold.already-waiting': { zh: '已经预约过', en: 'The reader waits for this already' },
  'hold.on-loan-to-reader': { zh: '该书就在读者手中', en: 'The reader has it on loan' },
  'hold.at-limit': { zh: '预约数已满', en: 'The reader has as many holds as allowed' },
  'hold.no-copies': { zh: '没有可预约的册', en: 'There is no copy to wait for' },
  'hold.not-waiting': {
    zh: '册已留存待取，不能暂停',
    en: 'A copy lies ready for it: it cannot be suspended',
  },
  'hold.closed': { zh: '预约已结束', en: 'The hold has ended' },
} as const satisfies ProblemTitles;
