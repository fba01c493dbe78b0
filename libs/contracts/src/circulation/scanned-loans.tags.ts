import type { Tags } from '../access/tags.js';

export const scannedLoansTags = {
  'scanned-loans': { zh: '扫证所见在借', en: 'Loans after a scan' },
} as const satisfies Tags;
