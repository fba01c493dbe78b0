import type { Tags } from '../access/tags.js';

export const archiveCertificatesTags = {
  'archive-certificates': { zh: '档案证明', en: 'Archive certificates' },
} as const satisfies Tags;
