import type { Operations } from '../access/operation.js';
import { county, librarian, school } from '../access/role-sets.js';

const keepers = { ...county, ...librarian } as const;
const lookers = { ...county, 'county-viewer': 'county', ...school } as const;

export const compensationsAccess = {
  'compensation-account.list': {
    says: {
      zh: '丢失图书赔款、注销明细账：每项赔偿一行，办结、注销行号与赔入的册；format 给出可打印的表',
      en: 'The account of compensations: a line for each, with its settlement, its line of withdrawal and its replacement; `format` prints it.',
    },
    roles: lookers,
    scope: 'reports.read',
  },
  'compensation-account.months': {
    says: {
      zh: '逐月对账：应赔、已办结、未办结，注销、赔书、找回、待注销；format 给出可打印的表',
      en: 'Month by month owed, settled and open, struck, replaced, come back and still to be struck; `format` prints them.',
    },
    roles: lookers,
    scope: 'reports.read',
  },
  'compensation-account.close': {
    says: {
      zh: '将已办结赔偿的丢失册注销（每次至多 100 项），逐项答复',
      en: 'Strikes the lost copies of settled compensations, up to 100 a call, one answer for each.',
    },
    roles: keepers,
    scope: 'catalog.write',
  },
  'compensation-account.replace': {
    says: {
      zh: '赔书入藏：登记赔入的册（或指明已入藏的册），注销丢失册',
      en: 'Enters the copy that replaces a lost one, or names one that was entered, and strikes the lost one.',
    },
    roles: keepers,
    scope: 'catalog.write',
    problems: {
      409: [
        'compensation.still-owed',
        'compensation.closed',
        'compensation.copy-came-back',
        'compensation.no-replacement-due',
        'compensation.replacement-taken',
        'copy.barcode-taken',
        'copy.on-loan',
        'title.merged',
      ],
    },
  },
} as const satisfies Operations;
