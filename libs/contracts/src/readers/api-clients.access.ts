import type { Operations } from '../access/operation.js';
import { county } from '../access/role-sets.js';

export const apiClientsAccess = {
  'oauth.token': {
    says: {
      zh: '用客户端凭据换取访问令牌（RFC 6749）',
      en: 'An access token for client credentials (RFC 6749).',
    },
    public: true,
  },
  'api-clients.create': {
    says: {
      zh: '为对接方登记客户端；密钥只显示一次且不保存，重复请求（即使带幂等键）会再登记一个',
      en: 'An integrator gets a client; its secret is shown once and kept nowhere: a repeated request, also with its Idempotency-Key, makes another client.',
    },
    roles: county,
  },
  'api-clients.list': {
    says: {
      zh: '列出全部客户端，不含密钥，最新的在前',
      en: 'All clients without their secrets, newest first.',
    },
    roles: county,
  },
  'api-clients.read': {
    says: { zh: '查看一个客户端，不含密钥', en: 'One client, without its secret.' },
    roles: county,
  },
  'api-clients.rotate-secret': {
    says: {
      zh: '更换客户端密钥：新密钥只显示一次，旧密钥在给定小时内仍可用（0 为立即失效）',
      en: 'Another secret, shown once; the one of before is taken for the hours given, 0: no more.',
    },
    roles: county,
    givesRights: true,
    problems: { 409: ['api-client.revoked'] },
  },
  'api-clients.revoke': {
    says: {
      zh: '永久停止向该客户端发放令牌；重复操作无妨',
      en: 'The client gets no more tokens, for good; doing it twice is doing it once.',
    },
    roles: county,
  },
} as const satisfies Operations;
