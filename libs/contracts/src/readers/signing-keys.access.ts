import type { Operations } from '../access/operation.js';
import { county } from '../access/role-sets.js';

export const signingKeysAccess = {
  'signing-keys.list': {
    says: {
      zh: '签名密钥：正在使用的、即将启用的和仍被接受的（不含私钥）',
      en: 'Signing keys: the one in use, the next, and those still accepted; nothing of their private halves.',
    },
    roles: county,
  },
  'signing-keys.rotate': {
    says: {
      zh: '更换签名密钥而不中断服务（已有待启用的则不再增加）：新密钥先公布，各服务读到后才启用；旧密钥在其令牌到期前仍被接受',
      en: 'Another key, unless one is on its way: it is told first and signs when every service knows it; the old one is accepted until its tokens have ended.',
    },
    roles: county,
    givesRights: true,
  },
} as const satisfies Operations;
