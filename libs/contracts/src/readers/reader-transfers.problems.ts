import type { ProblemTitles } from '../envelope/problem.js';

export const readerTransfersProblems = {
  'reader-transfer.open': { zh: '该读者的转学已在办理', en: 'The reader is on the way to a school already' },
  'reader-transfer.ended': { zh: '该转学已办结', en: 'The transfer has ended' },
} as const satisfies ProblemTitles;
