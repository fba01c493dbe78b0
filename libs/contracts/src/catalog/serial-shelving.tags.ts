import type { Tags } from '../access/tags.js';

export const serialShelvingTags = {
  'serial-shelf-numbers': { zh: '报刊排架号', en: 'Serial shelf numbers' },
  serials: { zh: '报刊', en: 'Serials' },
} as const satisfies Tags;
