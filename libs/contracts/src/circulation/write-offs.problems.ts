import type { ProblemTitles } from '../envelope/problem.js';

export const writeOffsProblems = {
  'write-off.asked-already': { zh: '该赔偿已在审批中', en: 'It is asked for already' },
  'write-off.not-owed': { zh: '该赔偿已办结', en: 'The compensation is settled' },
  'write-off.decided': { zh: '该申请已审批或撤回', en: 'It is decided or taken back' },
  'write-off.own': { zh: '申请人不得审批自己的申请', en: 'Nobody decides on the own asking' },
} as const satisfies ProblemTitles;
