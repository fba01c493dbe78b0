import type { Tags } from '../access/tags.js';

export const blockLoansTags = {
  'block-manifests': { zh: '成批借出', en: 'Block manifests' },
} as const satisfies Tags;
