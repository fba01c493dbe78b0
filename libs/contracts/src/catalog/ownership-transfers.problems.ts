import type { ProblemTitles } from '../envelope/problem.js';

export const ownershipTransfersProblems = {
  'transfer.not-open': {
    zh: '该调拨已接收、拒收或撤回',
    en: 'The transfer was accepted, refused or taken back already',
  },
  'transfer.copies-refused': { zh: '有的册不能调拨', en: 'Some of the copies cannot be transferred' },
  'copy.in-transfer': { zh: '该册已在另一调拨单上', en: 'The copy stands on another open transfer' },
  'copy.withdrawn': { zh: '该册已注销', en: 'The copy is struck from the register' },
  'copy.missing': { zh: '该册下落不明', en: 'The copy is missing' },
} as const satisfies ProblemTitles;
