import type { Operations } from '../access/operation.js';
import { county, school } from '../access/role-sets.js';

export const privacyAuditsAccess = {
  'privacy-audits.list': {
    says: {
      zh: '年度个人信息保护审计：各校在册人数、监护人同意、查看次数、记录链；不含姓名；format 给出可打印的表',
      en: 'What each school answers for in a year: persons, consents, reads of personal data, the chain of the log; names nobody; `format` prints it.',
    },
    roles: { ...county, 'school-head': 'school' },
  },
  'data-dictionary.list': {
    says: {
      zh: '个人信息字段：内容、用途、谁可见、保存多久；format 给出可打印的表',
      en: 'Every field that holds something of a person: what for, who sees it, how long it is kept; `format` prints it.',
    },
    roles: { ...county, 'county-viewer': 'county', ...school },
  },
} as const satisfies Operations;
