import type { Tags } from '../access/tags.js';

export const registerPacksTags = {
  'register-packs': { zh: '登记表合集', en: 'Register packs' },
} as const satisfies Tags;
