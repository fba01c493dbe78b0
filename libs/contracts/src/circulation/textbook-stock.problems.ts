import type { ProblemTitles } from '../envelope/problem.js';

export const textbookStockProblems = {
  'textbook-stock.not-enough': { zh: '教材库存不足', en: 'There are not so many of the textbook on hand' },
  'textbook-stock.not-held': { zh: '对方没有领这么多', en: 'They have not got so many' },
  'textbook-stock.already-reversed': { zh: '该行已撤销', en: 'The line was taken back before' },
  'textbook-stock.of-a-document': {
    zh: '该行由发放单或到货单生成，请撤销该单',
    en: 'A pack or a delivery wrote the line: take that back',
  },
} as const satisfies ProblemTitles;
