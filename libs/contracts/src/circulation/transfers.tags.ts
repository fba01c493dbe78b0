import type { Tags } from '../access/tags.js';

export const transfersTags = {
  transfers: { zh: '馆际调送', en: 'Transfers between schools' },
  'courier runs': { zh: '送书班次', en: 'Courier runs' },
} as const satisfies Tags;
