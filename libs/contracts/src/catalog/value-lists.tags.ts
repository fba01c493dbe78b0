import type { Tags } from '../access/tags.js';

export const valueListsTags = {
  'off-list-values': { zh: '表外取值', en: 'Off list values' },
  'value-lists': { zh: '取值表', en: 'Value lists' },
} as const satisfies Tags;
