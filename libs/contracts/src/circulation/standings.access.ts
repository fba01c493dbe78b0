import type { Operations } from '../access/operation.js';
import { school } from '../access/role-sets.js';

export const standingsAccess = {
  'standings.search': {
    says: {
      zh: '按证号、读者或班级告知：所借、逾期、所欠、限额，能否借书及全部原因',
      en: 'What readers have and owe, their limit, and whether they may borrow, with every reason.',
    },
    // Not for a class helper, who sees no debts and suspensions of others.
    roles: { ...school, teacher: 'class', reader: 'self' },
    scope: 'circulation.read',
    namesReaders: true,
    reasons: [
      'reader.inactive',
      'reader.card-lost',
      'reader.suspended',
      'reader.at-limit',
      'reader.has-overdue',
      'reader.owes-compensation',
      'reader.owes-reading-note',
      'window.closed',
      'window.outside-class-slot',
      'policy.none',
    ],
  },
} as const satisfies Operations;
