import type { Operations } from '../access/operation.js';
import { school } from '../access/role-sets.js';

export const eventFeedAccess = {
  'events.follow': {
    says: {
      zh: '以服务器推送事件接收调用者可见的全县事件',
      en: 'The events of the county the caller may see, as they happen (server-sent events).',
    },
    roles: { 'county-admin': 'county', 'county-viewer': 'county', ...school },
    scope: 'events.read',
    problems: { 410: ['events.too-old'] },
  },
} as const satisfies Operations;
