import type { Tags } from '../access/tags.js';

export const apiClientsTags = {
  'api-clients': { zh: '接口客户端', en: 'API clients' },
  oauth: { zh: '客户端令牌', en: 'Tokens of clients' },
} as const satisfies Tags;
