import type { ProblemTitles } from '../envelope/problem.js';

export const teachingStockProblems = {
  'teaching-stock.other-kind': {
    zh: '该书不是教学用书、教辅、挂图、教材或循环用书',
    en: 'The title is no teaching material',
  },
  'teaching-stock.not-enough': { zh: '库存不足', en: 'There are not so many on hand' },
  'teaching-stock.not-held': { zh: '对方没有这么多', en: 'They do not have so many' },
  'teaching-stock.already-reversed': { zh: '该行已撤销', en: 'The line was taken back before' },
} as const satisfies ProblemTitles;
