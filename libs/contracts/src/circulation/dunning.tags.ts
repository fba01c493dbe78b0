import type { Tags } from '../access/tags.js';

export const dunningTags = {
  'dunning-runs': { zh: '催书单', en: 'Dunning sheets' },
  'dunning-reminders': { zh: '催书提醒', en: 'Dunning reminders' },
  'dunning-priorities': { zh: '优先催还', en: 'Dunned first' },
  'return-contacts': { zh: '催还联系', en: 'Talks about returns' },
} as const satisfies Tags;
