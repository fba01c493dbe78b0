import type { Operations } from '../access/operation.js';
import { county, librarian, school } from '../access/role-sets.js';

const lookers = { ...county, 'county-viewer': 'county', ...school } as const;
const changing = { roles: { ...county, ...librarian }, scope: 'catalog.write' } as const;
const states = ['vendor-claim.state-refused'] as const;

export const vendorClaimsAccess = {
  'vendor-claims.open': {
    says: {
      zh: '就一批到货的短缺、破损、错发向供应商索赔，每处只索赔一次',
      en: 'Claims of the vendor what was short, damaged or wrong in a delivery, each fault once.',
    },
    ...changing,
    problems: { 409: ['vendor-claim.nothing-to-claim'] },
  },
  'vendor-claims.list': {
    says: {
      zh: '索赔登记，可按状态筛选；format 给出可打印的登记表',
      en: 'The claims of a school with their days, by state; `format` prints them.',
    },
    roles: lookers,
    scope: 'catalog.read',
  },
  'vendor-claims.owing': {
    says: {
      zh: '各供应商未了的索赔：数量、金额、最早日期与天数；format 给出可打印的清单',
      en: 'What each vendor still owes: claims, volumes, value, the days of the oldest; `format` prints it.',
    },
    roles: lookers,
    scope: 'catalog.read',
  },
  'vendor-claims.answer': {
    says: { zh: '登记供应商的答复', en: 'Records what the vendor said.' },
    ...changing,
    problems: { 409: states },
  },
  'vendor-claims.settle': {
    says: {
      zh: '了结索赔：补发（注明已验收的到货）、抵扣或退款（注明金额，其册数不再到货）',
      en: 'Settles a claim: replaced by an accepted delivery, or paid off by credit or refund, and then no longer to come.',
    },
    ...changing,
    problems: { 409: [...states, 'vendor-claim.not-replaced', 'vendor-claim.came-meanwhile'] },
  },
  'vendor-claims.withdraw': {
    says: { zh: '撤回索赔并说明理由', en: 'Withdraws a claim, with the reason.' },
    ...changing,
    problems: { 409: states },
  },
  'vendor-claims.reopen': {
    says: {
      zh: '重新打开已了结或撤回的索赔，并说明理由',
      en: 'Opens a claim again that was settled or withdrawn, with the reason.',
    },
    ...changing,
    problems: { 409: [...states, 'vendor-claim.claimed-again', 'vendor-claim.came-meanwhile'] },
  },
} as const satisfies Operations;
