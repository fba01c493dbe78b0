import type { Tags } from '../access/tags.js';

export const registersTags = {
  'register-periods': { zh: '账期', en: 'Register periods' },
  registers: { zh: '账册', en: 'Registers' },
} as const satisfies Tags;
