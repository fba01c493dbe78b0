import type { Operations } from '../access/operation.js';
import { everyone } from '../access/role-sets.js';

export const accessExplainedAccess = {
  'access.explain': {
    says: {
      zh: '我的账号在这里能否做此操作，以及原因：逐项授权说明；别处的与不存在的编号答复相同',
      en: 'Why the own account may do this here, or not: each grant with its reason; ids of elsewhere and unknown ones answer alike.',
    },
    roles: everyone,
  },
} as const satisfies Operations;
