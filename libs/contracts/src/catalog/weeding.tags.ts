import type { Tags } from '../access/tags.js';

export const weedingTags = {
  'weeding-candidates': { zh: '剔旧候选', en: 'Weeding candidates' },
  'weeding-proposals': { zh: '剔旧清单', en: 'Weeding proposals' },
} as const satisfies Tags;
