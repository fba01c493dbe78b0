import type { Tags } from '../access/tags.js';

export const archiveRecallsTags = {
  'archive-completion': { zh: '归档完成情况', en: 'Archive completion' },
  'archive-expectations': { zh: '应归档案', en: 'Archive expectations' },
  'archive-recalls': { zh: '档案催还', en: 'Archive recalls' },
  'archive-reminders': { zh: '归档催办', en: 'Archive reminders' },
} as const satisfies Tags;
