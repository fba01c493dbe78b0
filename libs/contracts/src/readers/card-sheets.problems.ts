import type { ProblemTitles } from '../envelope/problem.js';

export const cardSheetsProblems = {
  'card-sheets.no-cards': { zh: '没有可打印的借书证', en: 'There is no card to print' },
  'card-sheets.no-barcode': {
    zh: '有借书证号无法印成可扫描的条码',
    en: 'The number of a card makes no barcode that scanners read',
  },
} as const satisfies ProblemTitles;
