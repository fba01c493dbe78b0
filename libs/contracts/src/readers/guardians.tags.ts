import type { Tags } from '../access/tags.js';

export const guardiansTags = {
  'guardian-participations': { zh: '家长参与', en: 'Activities with guardians' },
  guardians: { zh: '家长', en: 'Guardians' },
} as const satisfies Tags;
