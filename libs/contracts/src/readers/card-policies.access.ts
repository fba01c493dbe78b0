import type { Operations } from '../access/operation.js';
import { county, school } from '../access/role-sets.js';

export const cardPoliciesAccess = {
  'card-policies.read': {
    says: {
      zh: '本校哪些年级和读者类型可办借书证，各年级的学生数和持证数；未列年级集体借阅',
      en: 'To which grades and kinds of readers a school gives cards, with pupils and cards of each grade; the other grades read collectively.',
    },
    roles: { ...county, 'county-viewer': 'county', ...school, teacher: 'school' },
    scope: 'readers.read',
  },
  'card-policies.put': {
    says: {
      zh: '规定本校哪些年级和读者类型可办借书证；需要 If-Match',
      en: 'Says to which grades and kinds of readers the school gives cards; needs If-Match.',
    },
    roles: { ...county, ...school },
    scope: 'readers.write',
  },
} as const satisfies Operations;
