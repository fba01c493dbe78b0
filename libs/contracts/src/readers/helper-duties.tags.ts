import type { Tags } from '../access/tags.js';

export const helperDutiesTags = {
  'duty-entries': { zh: '值日记录', en: 'Work log of the service team' },
  'duty-slots': { zh: '值日安排', en: 'Duty roster' },
} as const satisfies Tags;
