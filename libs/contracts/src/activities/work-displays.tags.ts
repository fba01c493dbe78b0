import type { Tags } from '../access/tags.js';

export const workDisplaysTags = {
  'work-displays': { zh: '作品展出', en: 'Displays of works' },
  'shown-works': { zh: '网上展出的作品', en: 'Works on the website' },
} as const satisfies Tags;
