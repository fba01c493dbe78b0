import type { ProblemTitles } from '../envelope/problem.js';

export const authorityProblems = {
  'authority.merged': { zh: '该名称已并入另一个名称', en: 'The name was merged into another one' },
  'authority-merge.undone': { zh: '这次合并已经撤销', en: 'The merger was undone already' },
  'authority-merge.built-on': {
    zh: '合并之后又有改动，不能撤销',
    en: 'Something was built on the merger since, so it cannot be undone',
  },
} as const satisfies ProblemTitles;
