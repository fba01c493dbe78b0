import type { Operations } from '../access/operation.js';
import { figures } from '../access/role-sets.js';

export const figuresAccess = {
  'figures.read': {
    says: {
      zh: '查看学校或全县的数字及其时点',
      en: 'The figures of a school, or of the county, and the moment they are true for.',
    },
    roles: figures,
    scope: 'reports.read',
  },
} as const satisfies Operations;
