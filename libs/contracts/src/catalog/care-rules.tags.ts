import type { Tags } from '../access/tags.js';

export const careRulesTags = {
  'care-rules': { zh: '图书保护规则', en: 'Care rules' },
  'care-rules-versions': { zh: '图书保护规则版本', en: 'Care rules versions' },
} as const satisfies Tags;
