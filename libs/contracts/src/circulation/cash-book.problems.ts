import type { ProblemTitles } from '../envelope/problem.js';

export const cashBookProblems = {
  'refund.too-much': { zh: '退款超过该赔偿已付的数额', en: 'More than was paid for this compensation' },
  'cash.not-enough': { zh: '现金账余额不足', en: 'There is not so much in the cash book' },
  'cash.not-reversible': { zh: '该笔不能冲销', en: 'This line cannot be taken back' },
  'cash.nothing-to-close': { zh: '上次结账以来没有收支', en: 'There is no line since the last period' },
  'cash.count-differs': {
    zh: '点数与账面不符，请核对或说明原因',
    en: 'What was counted is not what the book says; look again, or say why',
  },
  'cash.no-period': { zh: '没有可撤销的结账', en: 'No period is closed' },
} as const satisfies ProblemTitles;
