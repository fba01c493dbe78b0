import type { Operations } from '../access/operation.js';
import { county } from '../access/role-sets.js';

export const rightsEntriesAccess = {
  'rights-entries.list': {
    says: {
      zh: '权限变动登记：谁在何时给谁授权、收回、委托、重设；校长看本校的（含县级所为）；format 给出可打印的表',
      en: 'Who gave, took back, lent or reset what for whom and when; a head sees what concerns the school, by the county too; `format` prints it.',
    },
    roles: { ...county, 'school-head': 'school' },
  },
} as const satisfies Operations;
