import type { ProblemTitles } from '../envelope/problem.js';

export const blockLoansProblems = {
  'block.refused': { zh: '这批图书不能这样办理', en: 'The block of copies cannot go this way' },
  'block.copy-elsewhere': { zh: '该册不在此处', en: 'The copy does not stand there' },
  'block.due-day-needed': {
    zh: '校历没有学期，请指定应还日期',
    en: 'The school has no term to come: say when the block is due',
  },
  'block-manifest.cancelled': { zh: '这批图书已撤销', en: 'The block was cancelled' },
  'block-manifest.not-open': {
    zh: '已签收或已撤销，不能再撤销',
    en: 'The block was received or cancelled already',
  },
} as const satisfies ProblemTitles;
