import type { Operations } from '../access/operation.js';
import { everyone } from '../access/role-sets.js';

export const sessionsAccess = {
  'sessions.create': {
    says: { zh: '用用户名和密码登录', en: 'Signs in with name and password.' },
    public: true,
    problems: {
      401: ['authentication.failed', 'second-factor.needed', 'second-factor.wrong'],
      429: ['account.locked'],
    },
  },
  'sessions.refresh': {
    says: {
      zh: '用刷新令牌换取新令牌，旧的随即失效',
      en: 'New tokens for a refresh token, which is used up by it.',
    },
    public: true,
    problems: { 401: ['session.refresh-invalid'] },
  },
  'sessions.end': {
    says: {
      zh: '退出登录：本次登录在一分钟内全县失效，其他设备不受影响',
      en: 'Signs out: this sign-in gives nothing more, everywhere within a minute; other devices go on.',
    },
    roles: everyone,
  },
} as const satisfies Operations;
