import type { Tags } from '../access/tags.js';

export const archiveFilesTags = {
  'archive-files': { zh: '档案卷', en: 'Archive files' },
  'archive-handovers': { zh: '档案移交', en: 'Archive handovers' },
  'archive-steps': { zh: '档案环节', en: 'Archive steps' },
} as const satisfies Tags;
