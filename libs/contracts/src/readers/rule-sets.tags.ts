import type { Tags } from '../access/tags.js';

export const ruleSetsTags = {
  'rule-postings': { zh: '制度上墙', en: 'Rules on the wall' },
  'rule-sets': { zh: '规章制度', en: 'Sets of rules' },
} as const satisfies Tags;
