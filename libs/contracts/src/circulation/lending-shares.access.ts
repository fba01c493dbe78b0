import type { Operations } from '../access/operation.js';
import { county, school } from '../access/role-sets.js';

const seeing = { ...county, 'county-viewer': 'county', ...school, teacher: 'school' } as const;

export const lendingSharesAccess = {
  'lending-shares.list': {
    says: {
      zh: '各校校际互借的规定：是否开放、外借上限、新书留校天数、代还、在途天数',
      en: 'How each school lends to the others: open or not, copies out at most, days new books stay at home, returns anywhere, days on the way.',
    },
    roles: seeing,
    scope: 'circulation.read',
  },
  'lending-shares.put': {
    says: {
      zh: '规定一所学校的校际互借；关闭后在外的册照常送还',
      en: 'Says how a school lends to the others; where it is closed, what is out comes home as before.',
    },
    roles: { ...county, 'school-head': 'school' },
    scope: 'policies.write',
    problems: { 412: ['version.stale'], 428: ['version.required'] },
  },
  'lending-shares.order': {
    says: {
      zh: '一所学校向哪些学校借书的先后（最近的在前）',
      en: 'Which schools are asked first for the readers of a school: the nearest first.',
    },
    roles: seeing,
    scope: 'circulation.read',
  },
  'lending-shares.put-order': {
    says: {
      zh: '规定借书学校的先后；空表恢复为统一的次序',
      en: 'Puts the order; an empty list falls back to the order that the county states.',
    },
    roles: county,
    scope: 'policies.write',
    problems: { 412: ['version.stale'], 428: ['version.required'] },
  },
} as const satisfies Operations;
