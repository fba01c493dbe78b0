import type { Operations } from '../access/operation.js';

export const scannedLoansAccess = {
  'scanned-loans.list': {
    says: {
      zh: '扫证之后读者在借的书与应还日期；不含历史和欠款',
      en: 'What a reader whose card was scanned has at home, with the days it is due; no history and no debts.',
    },
    roles: { librarian: 'school', device: 'school' },
  },
} as const satisfies Operations;
