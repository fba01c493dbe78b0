import type { Tags } from '../access/tags.js';

export const authorityTags = {
  authorities: { zh: '规范记录', en: 'Authorities' },
  'authority-merge-previews': { zh: '规范合并预览', en: 'Authority merge previews' },
  'authority-merges': { zh: '规范合并', en: 'Authority merges' },
  'authority-proposals': { zh: '规范提议', en: 'Authority proposals' },
  'titles-by-name': { zh: '按责任者查题名', en: 'Titles by name' },
} as const satisfies Tags;
