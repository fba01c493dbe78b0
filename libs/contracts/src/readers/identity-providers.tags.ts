import type { Tags } from '../access/tags.js';

export const identityProvidersTags = {
  'identity-providers': { zh: '统一身份认证', en: 'Sign-ins of districts' },
  'sign-in-providers': { zh: '可用的统一身份认证', en: 'Where one may sign in' },
  'sign-in-attempts': { zh: '统一身份认证登录', en: 'Signing in elsewhere' },
} as const satisfies Tags;
