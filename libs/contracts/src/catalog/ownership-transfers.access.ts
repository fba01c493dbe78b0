import type { Operations } from '../access/operation.js';
import { county, librarian, school } from '../access/role-sets.js';

/** Both schools see a transfer; what one of them does, the other is denied. */
const seeing = { roles: { ...county, 'county-viewer': 'county', ...school }, scope: 'catalog.read' } as const;
const keepers = { roles: { ...county, ...librarian }, scope: 'catalog.write' } as const;
const reasons = ['copy.on-loan', 'copy.in-transfer', 'copy.withdrawn', 'copy.missing'] as const;

export const ownershipTransfersAccess = {
  'ownership-transfers.create': {
    says: {
      zh: '请另一所学校接收若干册；接收之前仍属本校，可撤回',
      en: 'Asks another school to take copies over; until it accepts they stay here, and the transfer can be taken back.',
    },
    ...keepers,
    problems: { 409: ['transfer.copies-refused'] },
    reasons,
  },
  'ownership-transfers.list': {
    says: {
      zh: '本校调出、调入的调拨单，最新的在前；format 给出可打印的清单',
      en: 'Transfers from and to the school, newest first; `format` prints them.',
    },
    ...seeing,
  },
  'ownership-transfers.read': {
    says: { zh: '查看一张调拨单', en: 'One transfer.' },
    ...seeing,
  },
  'ownership-transfers.copies': {
    says: {
      zh: '一张调拨单上的册；format 给出可打印、签收的清单',
      en: 'The copies of a transfer, each with its number here and there; `format` prints the list that both schools sign.',
    },
    ...seeing,
  },
  'ownership-transfers.accept': {
    says: {
      zh: '接收学校接收：调出学校注销，本校以新登录号入藏；有一册借出即全部不动',
      en: 'The receiving school accepts: struck there, entered here under new numbers; all of them, or none.',
    },
    ...keepers,
    problems: { 409: ['transfer.not-open', 'transfer.copies-refused'] },
    reasons,
  },
  'ownership-transfers.refuse': {
    says: { zh: '接收学校拒收，说明理由', en: 'The receiving school refuses, and says why.' },
    ...keepers,
    problems: { 409: ['transfer.not-open'] },
  },
  'ownership-transfers.cancel': {
    says: { zh: '调出学校在接收之前撤回', en: 'The sending school takes it back before it is accepted.' },
    ...keepers,
    problems: { 409: ['transfer.not-open'] },
  },
} as const satisfies Operations;
