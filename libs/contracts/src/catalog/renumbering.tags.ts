import type { Tags } from '../access/tags.js';

export const renumberingTags = {
  'renumbering-previews': { zh: '改号预览', en: 'Renumbering previews' },
  renumberings: { zh: '改号', en: 'Renumberings' },
} as const satisfies Tags;
