import type { Operations } from '../access/operation.js';
import { county, librarian, school } from '../access/role-sets.js';

const seeing = { ...county, 'county-viewer': 'county', ...school } as const;

export const cashBookAccess = {
  'cash-lines.list': {
    says: {
      zh: '赔偿现金账：每笔收款、冲销、退款、上缴，逐笔余额，所赔的册是否已注销；format 给出可打印的账页',
      en: 'The cash book of compensations, line by line with its balance and whether the copy is struck; `format` prints it.',
    },
    roles: seeing,
    scope: 'circulation.read',
    namesReaders: true,
  },
  'cash-lines.refund': {
    says: {
      zh: '丢失的书找回后退还赔款，至多退已付的数额',
      en: 'Pays back what was paid for a copy that was found again, at most what is left of it.',
    },
    roles: librarian,
    scope: 'circulation.desk',
    problems: { 409: ['refund.too-much', 'cash.not-enough'] },
  },
  'cash-lines.hand-over': {
    says: { zh: '登记赔款上缴学校财务', en: 'Hands money over to the accounts of the school.' },
    roles: librarian,
    scope: 'circulation.desk',
    problems: { 409: ['cash.not-enough'] },
  },
  'cash-lines.reverse': {
    says: {
      zh: '冲销误登的退款或上缴',
      en: 'Takes back a refund or a handing-over that was entered by mistake.',
    },
    roles: librarian,
    scope: 'circulation.desk',
    problems: { 409: ['cash.not-reversible'] },
  },
  'cash-periods.create': {
    says: {
      zh: '结账：上次结账以来的收支与点数一致即结清，不一致须说明',
      en: 'Closes a period: what was counted agrees with the book, or a note says why not.',
    },
    roles: librarian,
    scope: 'circulation.desk',
    problems: { 409: ['cash.nothing-to-close', 'cash.count-differs'] },
  },
  'cash-periods.list': {
    says: {
      zh: '列出各次结账；format 给出可打印的表',
      en: 'The periods that were closed; `format` prints them.',
    },
    roles: seeing,
    scope: 'circulation.read',
  },
  'cash-periods.reopen': {
    says: { zh: '撤销最近一次结账', en: 'Opens the period again that was closed last.' },
    roles: librarian,
    scope: 'circulation.desk',
    problems: { 409: ['cash.no-period'] },
  },
  'compensation-rules.read': {
    says: { zh: '查看本校赔偿制度', en: 'The rule of compensation of a school, in words.' },
    roles: { ...school, teacher: 'school', 'class-helper': 'school' },
    scope: 'circulation.read',
  },
  'compensation-rules.put': {
    says: { zh: '制定或修订赔偿制度，旧版本保留', en: 'Writes a new version of it; earlier ones are kept.' },
    roles: school,
    scope: 'policies.write',
    problems: { 412: ['version.stale'], 428: ['version.required'] },
  },
} as const satisfies Operations;
