import type { Tags } from '../access/tags.js';

export const eResourceTrialsTags = {
  'e-resource-trials': { zh: '电子资源试用', en: 'Trials of e-resources' },
} as const satisfies Tags;
