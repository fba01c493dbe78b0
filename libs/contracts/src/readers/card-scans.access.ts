import type { Operations } from '../access/operation.js';

export const cardScansAccess = {
  'card-scans.create': {
    says: {
      zh: '设备扫描借书证：只显示遮掩后的姓名和班级；一分钟内十张不明证即暂停一分钟',
      en: 'A device scans a card: a masked name and the class; ten unknown cards within a minute pause it for one.',
    },
    roles: { librarian: 'school', device: 'school' },
    problems: { 409: ['card.not-active'], 429: ['card-scans.paused'] },
  },
} as const satisfies Operations;
