import type { ProblemTitles } from '../envelope/problem.js';

export const repairProblems = {
  'repair.in-repair': { zh: '该册已在修补中', en: 'The copy is in repair already' },
  'repair.ended': { zh: '该次修补已结束', en: 'The repair has ended' },
  'repair.open': { zh: '该次修补尚未结束', en: 'The repair has not ended yet' },
  'repair.copy-moved-on': {
    zh: '该册此后已有变动，不能撤销',
    en: 'The copy has moved on since; this cannot be taken back',
  },
  'mending-session.cancelled': { zh: '该次修补活动已取消', en: 'The mending session was called off' },
  'mending-session.not-held-yet': { zh: '该次修补活动尚未举行', en: 'The mending session is still to come' },
  'mending-session.has-repairs': {
    zh: '该次活动已记有修补，不能取消或推迟',
    en: 'Repairs were credited to the session; it can be neither called off nor put off',
  },
} as const satisfies ProblemTitles;
