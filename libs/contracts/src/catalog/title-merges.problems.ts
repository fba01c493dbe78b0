import type { ProblemTitles } from '../envelope/problem.js';

export const titleMergesProblems = {
  'title.merged': {
    zh: '这种书已并入另一种书',
    en: 'The title was merged into another one',
  },
  'title-merge.too-large': {
    zh: '册数过多，不能一次合并',
    en: 'There are too many copies to be moved at once',
  },
  'title-merge.undone': { zh: '这次合并已经撤销', en: 'The merger was undone already' },
  'title-merge.built-on': {
    zh: '合并之后又有改动，不能撤销',
    en: 'Something was built on the merger since, so it cannot be undone',
  },
} as const satisfies ProblemTitles;
