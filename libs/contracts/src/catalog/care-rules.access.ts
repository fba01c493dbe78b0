import type { Operations } from '../access/operation.js';
import { county, everyone, school } from '../access/role-sets.js';

export const careRulesAccess = {
  'care-rules.put': {
    says: {
      zh: '制定爱护图书须知，自某日起用；县里制定的供没有自己须知的学校使用',
      en: 'Writes how readers care for books, from a day on; those of the county hold at schools without their own.',
    },
    roles: { ...county, ...school },
    scope: 'catalog.write',
  },
  'care-rules.read': {
    says: {
      zh: '某校现行（或某日）的爱护图书须知',
      en: 'How readers of a school care for books, today or on a day.',
    },
    roles: everyone,
    scope: 'catalog.read',
  },
  'care-rules.poster': {
    says: { zh: '爱护图书须知张贴版（PDF）', en: 'The rules of care as a poster (PDF).' },
    roles: everyone,
    scope: 'catalog.read',
  },
  'care-rules.versions': {
    says: {
      zh: '爱护图书须知历次版本；format 给出可打印的表',
      en: 'All versions of the rules of care; `format` prints them.',
    },
    roles: { ...county, 'county-viewer': 'county', ...school },
    scope: 'catalog.read',
  },
} as const satisfies Operations;
