import type { ProblemTitles } from '../envelope/problem.js';

export const plansProblems = {
  'acquisition-plan.year-taken': {
    zh: '该校已有该年度的计划',
    en: 'The school has a plan for this year',
  },
  'acquisition-plan.refused': { zh: '计划未予保存', en: 'The plan was not kept' },
  'acquisition-plan.budget-shrinks': {
    zh: '经费低于上年，须说明理由',
    en: 'The budget is less than last year; say why',
  },
  'acquisition-plan.volumes-shrink': {
    zh: '图书册数低于上年，须说明理由',
    en: 'Fewer volumes than last year; say why',
  },
} as const satisfies ProblemTitles;
