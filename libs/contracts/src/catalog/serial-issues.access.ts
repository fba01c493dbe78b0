import type { Operations } from '../access/operation.js';
import { county, librarian, school } from '../access/role-sets.js';

const lookers = { ...county, 'county-viewer': 'county', ...school } as const;
const keepers = { ...county, ...librarian } as const;

export const serialIssuesAccess = {
  'serial-issues.list': {
    says: {
      zh: '报刊登到表：应到与实到，可只看未登到、未加工、未上架；format 给出可打印的表',
      en: 'Issues due and received; only those not checked in, processed or put out; `format` prints them.',
    },
    roles: lookers,
    scope: 'catalog.read',
  },
  'serial-issues.check-in': {
    says: {
      zh: '到刊登到：扫描 ISSN 条码、邮发代号，或从应到清单中选取，一次多种；重复登到不重复计',
      en: 'Checks issues in, as scanned or picked from what is expected, many at once; twice is once.',
    },
    roles: keepers,
    scope: 'catalog.write',
  },
  'serial-issues.undo-check-in': {
    says: { zh: '撤销误登的到刊', en: 'Takes a check-in back; the issue is waited for again.' },
    roles: keepers,
    scope: 'catalog.write',
    problems: { 409: ['receipt.bound'] },
  },
  'serial-issues.step': {
    says: {
      zh: '登记加工（盖章、抄排架号）或上架展出，或撤销',
      en: 'Notes that issues were processed or put out, or takes that back.',
    },
    roles: keepers,
    scope: 'catalog.write',
  },
  'serial-days.list': {
    says: {
      zh: '每日报刊统计：应到、当日登到、当日上架、积压；format 给出可打印的表',
      en: 'By day: newspapers due, checked in and put out the same day, what is left over; `format` prints it.',
    },
    roles: lookers,
    scope: 'reports.read',
  },
  'missing-issues.list': {
    says: {
      zh: '缺刊漏刊登记：逾期未到的自行列入，附催询与结果；format 给出可打印的登记表',
      en: 'The register of missing issues: what is overdue is in it by itself, with claims and outcomes; `format` prints it.',
    },
    roles: lookers,
    scope: 'reports.read',
  },
  'missing-issues.claim': {
    says: {
      zh: '向订购处催询缺刊，可再次催询',
      en: 'Claims missing issues of the vendor; claimed before, once more.',
    },
    roles: keepers,
    scope: 'catalog.write',
  },
  'missing-issues.end-claim': {
    says: {
      zh: '了结一次催询：已补、已退款或不再补',
      en: 'Ends a claim: replaced, refunded, or given up.',
    },
    roles: keepers,
    scope: 'catalog.write',
    problems: { 409: ['claim.ended'] },
  },
  'missing-issues.reopen-claim': {
    says: { zh: '撤销催询的了结', en: 'Takes the end of a claim back.' },
    roles: keepers,
    scope: 'catalog.write',
    problems: { 409: ['claim.open'] },
  },
  'serial-years.list': {
    says: {
      zh: '报刊年度核对汇总：应到、到齐、迟到、缺期、催询、退款；format 给出可打印的表',
      en: 'What became of each serial in a year, to be checked: due, received, late, missing, claimed; `format` prints it.',
    },
    roles: lookers,
    scope: 'reports.read',
  },
} as const satisfies Operations;
