import type { Tags } from '../access/tags.js';

export const retrospectiveProjectsTags = {
  'retrospective-projects': { zh: '回溯建库', en: 'Retrospective projects' },
} as const satisfies Tags;
