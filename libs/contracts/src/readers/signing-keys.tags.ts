import type { Tags } from '../access/tags.js';

export const signingKeysTags = {
  'signing-keys': { zh: '签名密钥', en: 'Signing keys' },
} as const satisfies Tags;
