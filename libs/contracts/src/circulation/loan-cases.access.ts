import type { Operations } from '../access/operation.js';
import { county, librarian, school } from '../access/role-sets.js';

const seeing = { ...school, teacher: 'class' } as const;
const figures = { ...county, 'county-viewer': 'county', ...school } as const;

export const loanCasesAccess = {
  'loan-cases.create': {
    says: {
      zh: '登记在借书刊的损坏（由借阅人修补，定期限），或读者声称已还',
      en: 'Notes that a lent copy is damaged, to be mended by who has it, or that its reader says it is back.',
    },
    roles: { ...librarian, teacher: 'class' },
    scope: 'circulation.desk',
    problems: { 409: ['loan-case.open-already', 'loan-case.loan-closed'] },
  },
  'loan-cases.list': {
    says: {
      zh: '列出损坏、声称已还的事例，可按班、类别、状态、学期；format 给出可打印的表',
      en: 'The cases, by class, kind, state and days; `format` prints them.',
    },
    roles: seeing,
    scope: 'circulation.read',
    namesReaders: true,
  },
  'loan-cases.end': {
    says: {
      zh: '了结一例：已修补并验收、按丢失赔偿、已在架上找到、未找到、误登',
      en: 'Ends a case: mended and inspected, treated as a loss, found on the shelf, not found, or noted by mistake.',
    },
    roles: librarian,
    scope: 'circulation.desk',
    problems: { 409: ['loan-case.ended', 'loan-case.outcome', 'loan-case.still-lent', 'loss.refused'] },
    reasons: ['loan.closed', 'loss.price-needed', 'loss.price-known'],
  },
  'loan-cases.reopen': {
    says: {
      zh: '撤销误登的了结',
      en: 'Opens a case again that was ended by mistake; not one that became a loss.',
    },
    roles: librarian,
    scope: 'circulation.desk',
    problems: { 409: ['loan-case.not-reopened', 'loan-case.open-already'] },
  },
  'overdue-cases.list': {
    says: {
      zh: '列出一学期内借出且逾期的借阅（已还和未还），供下学期回顾；format 给出可打印的表',
      en: 'Loans of a term that were or are overdue, to look back at; `format` prints them.',
    },
    roles: seeing,
    scope: 'circulation.read',
    namesReaders: true,
  },
  'loss-figures.list': {
    says: {
      zh: '逐学期：借出、逾期、损坏、修好、丢失、赔偿，丢失率、损耗率；format 给出可打印的表',
      en: 'Term by term: lent, overdue, damaged, mended, lost, compensated, rates of loss and wear; `format` prints them.',
    },
    roles: figures,
    scope: 'reports.read',
  },
} as const satisfies Operations;
