import type { Operations } from '../access/operation.js';
import { borrowing, desk } from '../access/role-sets.js';
import type { Role } from '../access/roles.js';

/** Every reason why a copy is not lent, or is lent with a word. */
const atCheckOut = [
  'copy.unknown',
  'copy.barcode-ambiguous',
  'copy.not-lendable',
  'copy.already-on-loan',
  'copy.reading-room-only',
  'copy.held-for-another-reader',
  'copy.of-another-school',
  'reader.unknown',
  'reader.inactive',
  'reader.card-lost',
  'reader.suspended',
  'reader.at-limit',
  'reader.has-overdue',
  'reader.owes-compensation',
  'reader.owes-reading-note',
  'reader.same-title-on-loan',
  'window.closed',
  'window.outside-class-slot',
  'policy.none',
  'calendar.unknown',
  'calendar.no-next-term',
] as const;

export const lendingAccess = {
  'checkouts.create': {
    says: {
      zh: '将一册借给读者；不能借时一次说明全部原因',
      en: 'Lends a copy to a reader, or refuses with every reason at once.',
    },
    roles: desk,
    scope: 'circulation.desk',
    namesReaders: true,
    problems: { 409: ['checkout.refused'] },
    reasons: atCheckOut,
  },
  'checkouts.create-many': {
    says: {
      zh: '一次借出多册（至多100册）；一册不能借不影响其余',
      en: 'Lends up to a hundred copies; the refusal of one stops no other.',
    },
    roles: desk,
    scope: 'circulation.desk',
    namesReaders: true,
  },
  'checkouts.dry-run': {
    says: {
      zh: '试算：告知借出会得到什么答复，不实际借出',
      en: 'Tells what a checkout would be told, without doing it.',
    },
    roles: desk,
    scope: 'circulation.desk',
    reasons: atCheckOut,
  },
  'returns.create': {
    says: { zh: '归还一册并告知其去向', en: 'Takes a copy back and tells where it goes.' },
    roles: desk,
    scope: 'circulation.desk',
    namesReaders: true,
    problems: { 409: ['return.refused'] },
    reasons: ['copy.unknown', 'copy.barcode-ambiguous', 'copy.of-another-school'],
  },
  'returns.create-many': {
    says: {
      zh: '一次归还多册（至多100册）并逐册告知去向',
      en: 'Takes up to a hundred copies back and tells where each goes.',
    },
    roles: desk,
    scope: 'circulation.desk',
    namesReaders: true,
  },
  'renewals.create-many': {
    says: {
      zh: '一次续借多册（至多100册）；一册不能续借不影响其余',
      en: 'Renews up to a hundred loans; the refusal of one stops no other.',
    },
    roles: { ...desk, reader: 'self' },
    scope: 'circulation.desk',
    namesReaders: true,
  },
  'renewals.create': {
    says: {
      zh: '续借；不能续借时一次说明全部原因',
      en: 'Gives a loan a later due day, or refuses with every reason at once.',
    },
    roles: { ...desk, reader: 'self' },
    scope: 'circulation.desk',
    namesReaders: true,
    problems: { 409: ['renewal.refused'] },
    reasons: [
      'loan.closed',
      'loan.overdue',
      'loan.renewals-used-up',
      'loan.not-later',
      'title.held-by-others',
      'copy.reading-room-only',
      'reader.suspended',
      'reader.inactive',
      'reader.has-overdue',
      'policy.none',
      'calendar.unknown',
      'calendar.no-next-term',
    ],
  },
  'loans.list': {
    says: { zh: '列出可见的借阅，最新的在前', en: 'Loans the caller may see, newest first.' },
    roles: borrowing,
    scope: 'circulation.read',
    namesReaders: true,
    problems: { 410: ['sync.token-unknown'] },
  },
  'loans.read': {
    says: { zh: '查看一次借阅', en: 'One loan.' },
    roles: borrowing,
    scope: 'circulation.read',
    namesReaders: true,
  },
} as const satisfies Operations;

/** Who may override a refusal at the desk, with a reason; a refusal that is not named here cannot be overridden. */
export const overridableBy: Readonly<Record<string, readonly Role[]>> = {
  'copy.not-lendable': ['librarian'],
  'copy.held-for-another-reader': ['librarian'],
  'reader.at-limit': ['librarian'],
  'reader.has-overdue': ['librarian', 'teacher'],
  'reader.suspended': ['librarian'],
  'reader.owes-reading-note': ['librarian', 'teacher'],
  'reader.same-title-on-loan': ['librarian', 'teacher', 'class-helper', 'device'],
  'window.closed': ['librarian'],
  'window.outside-class-slot': ['librarian'],
};
