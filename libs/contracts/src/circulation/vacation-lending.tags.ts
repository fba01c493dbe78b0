import type { Tags } from '../access/tags.js';

export const vacationLendingTags = {
  'vacation-arrangements': { zh: '假期借阅安排', en: 'Vacation arrangements' },
} as const satisfies Tags;
