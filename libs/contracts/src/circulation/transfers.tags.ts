import type { Tags } from '../access/tags.js';

export const transfersTags = {
  transfers: { zh: '馆际调送', en: 'Transfers between schools' },
  'transfer-receipts': { zh: '调送签收', en: 'Receipts of transfers' },
  'courier-runs': { zh: '送书班次', en: 'Courier runs' },
} as const satisfies Tags;
