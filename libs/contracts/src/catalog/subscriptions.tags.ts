import type { Tags } from '../access/tags.js';

export const subscriptionsTags = {
  'mandate-arrears': { zh: '县定报刊欠款', en: 'Mandate arrears' },
  'mandate-payments': { zh: '县定报刊缴款', en: 'Mandate payments' },
  'serial-mandates': { zh: '县定报刊', en: 'Serial mandates' },
  'subscription-rounds': { zh: '征订', en: 'Subscription rounds' },
} as const satisfies Tags;
