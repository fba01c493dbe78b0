import type { Tags } from '../access/tags.js';

export const holdRegisterTags = {
  'hold-register': { zh: '预约登记', en: 'Register of reservations' },
} as const satisfies Tags;
