import type { Tags } from '../access/tags.js';

export const compensationsTags = {
  'compensation-account': { zh: '赔偿账', en: 'Compensation account' },
  'compensation-closings': { zh: '赔偿结账', en: 'Compensation closings' },
  'compensation-months': { zh: '赔偿月报', en: 'Compensation months' },
} as const satisfies Tags;
