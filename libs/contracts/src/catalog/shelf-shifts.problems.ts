import type { ProblemTitles } from '../envelope/problem.js';

export const shelfShiftsProblems = {
  'shelf-shift.ended': { zh: '该倒架计划已结束', en: 'The shelf shift has ended' },
  'shelf-shift.begun': { zh: '已有步骤完成，不能改动步骤', en: 'Steps are done; the plan stays as it is' },
  'shelf-shift.step-done': { zh: '该步骤已完成', en: 'The step is done' },
} as const satisfies ProblemTitles;
