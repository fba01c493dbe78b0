import type { ProblemTitles } from '../envelope/problem.js';

export const contestSeriesProblems = {
  'contest-series.made-already': { zh: '该期竞赛已生成', en: 'The contest of this period is there already' },
  'contest-series.ended': { zh: '系列已停办', en: 'The series has ended' },
} as const satisfies ProblemTitles;
