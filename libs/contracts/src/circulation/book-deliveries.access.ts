import type { Operations } from '../access/operation.js';
import { librarian } from '../access/role-sets.js';
import { inBlocks } from './book-corners.access.js';

export const bookDeliveriesAccess = {
  'book-deliveries.create': {
    says: {
      zh: '送书上门：把图书借给教师或班级并送到办公室、教研组或教室，留交接记录',
      en: 'Carries copies to an office, a subject group or a classroom: lent to a teacher or a class, with a record of the hand-over.',
    },
    roles: librarian,
    scope: 'circulation.desk',
    namesReaders: true,
    problems: { 409: ['block.refused', 'block.due-day-needed'] },
    reasons: [
      ...inBlocks,
      'reader.unknown',
      'reader.inactive',
      'reader.suspended',
      'reader.at-limit',
      'policy.none',
    ],
  },
} as const satisfies Operations;
