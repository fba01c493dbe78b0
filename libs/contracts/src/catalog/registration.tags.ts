import type { Tags } from '../access/tags.js';

export const registrationTags = {
  'registration-gaps': { zh: '登记缺项', en: 'Registration gaps' },
  'unclear-copies': { zh: '待查馆藏册', en: 'Unclear copies' },
  'unclear-issues': { zh: '待查报刊', en: 'Unclear issues' },
  'unclear-titles': { zh: '待查题名', en: 'Unclear titles' },
} as const satisfies Tags;
