import type { Operations } from '../access/operation.js';
import { county, school } from '../access/role-sets.js';

const lookers = { ...county, 'county-viewer': 'county', ...school } as const;
const planners = { ...county, ...school } as const;

export const plansAccess = {
  'acquisition-plans.create': {
    says: {
      zh: '制定年度采购计划与经费预算：纸质图书、电子图书、期刊；低于上年的须说明理由',
      en: 'Plans what a school gets in a year: print volumes, e-books, periodicals, budget; less than last year needs a reason.',
    },
    roles: planners,
    scope: 'catalog.write',
    problems: { 409: ['acquisition-plan.year-taken', 'acquisition-plan.refused'] },
    reasons: ['acquisition-plan.budget-shrinks', 'acquisition-plan.volumes-shrink'],
  },
  'acquisition-plans.list': {
    says: {
      zh: '历年采购计划与执行：计划、已订、已验收、已支出、余额及与上年相比的增长；format 给出可打印的报表',
      en: 'The plans of a school year by year with what was ordered, accepted, spent and is left, and growth on the year before; `format` prints them.',
    },
    roles: lookers,
    scope: 'reports.read',
  },
  'acquisition-plans.read': {
    says: { zh: '查看一个年度的计划与执行', en: 'The plan of one year and what came of it.' },
    roles: lookers,
    scope: 'reports.read',
  },
  'acquisition-plans.change': {
    says: {
      zh: '修改采购计划；If-Match 注明所依据的版本',
      en: 'Changes a plan; If-Match names the version it builds on.',
    },
    roles: planners,
    scope: 'catalog.write',
    problems: { 409: ['acquisition-plan.refused'] },
    reasons: ['acquisition-plan.budget-shrinks', 'acquisition-plan.volumes-shrink'],
  },
} as const satisfies Operations;
