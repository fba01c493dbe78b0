import type { ProblemTitles } from '../envelope/problem.js';

export const vendorMarketProblems = {
  'issue-list.format-unsupported': {
    zh: '只收 PDF、Excel（.xlsx）或 CSV 文件',
    en: 'PDF, a workbook (.xlsx) or CSV, and nothing else',
  },
} as const satisfies ProblemTitles;
