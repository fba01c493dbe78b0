import type { Tags } from '../access/tags.js';

export const repairTags = {
  'repair-weeks': { zh: '修补周', en: 'Repair weeks' },
  repairs: { zh: '修补', en: 'Repairs' },
  'mending-sessions': { zh: '修补活动', en: 'Mending sessions' },
} as const satisfies Tags;
