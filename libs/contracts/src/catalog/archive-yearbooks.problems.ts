import type { ProblemTitles } from '../envelope/problem.js';

export const archiveYearbooksProblems = {
  'archive-yearbook.year-taken': { zh: '该校已有该年度的年鉴', en: 'The school has a yearbook of this year' },
  'archive-yearbook.bound': { zh: '年鉴已装订', en: 'The yearbook is bound' },
  'archive-yearbook.nothing-to-undo': { zh: '年鉴还在征集', en: 'The yearbook is still collected' },
  'archive-yearbook.issued': {
    zh: '年鉴已有发放，请先登记退回',
    en: 'Copies were given out; take them back first',
  },
  'archive-yearbook.not-bound': { zh: '年鉴尚未装订', en: 'The yearbook is not bound yet' },
  'archive-yearbook.too-few': {
    zh: '册数不足，至少收藏一册',
    en: 'There are not so many; one stays in the archive',
  },
  'archive-yearbook.returned': { zh: '已登记退回', en: 'It is back already' },
} as const satisfies ProblemTitles;
