import type { Tags } from '../access/tags.js';

export const policyTrialsTags = {
  'policy-trials': { zh: '规则试算', en: 'Policy trials' },
} as const satisfies Tags;
