import type { Operations } from '../access/operation.js';
import { county, everyone, librarian } from '../access/role-sets.js';

const keepers = { ...county, ...librarian } as const;

export const serialShelvingAccess = {
  'serial-shelf-numbers.list': {
    says: {
      zh: '某校报刊的排架号，按号排列；format 给出可打印的排架目录',
      en: 'The shelf-order numbers of the serials of a school, in their order; `format` prints the shelf list.',
    },
    roles: everyone,
    scope: 'catalog.read',
  },
  'serial-shelf-numbers.put': {
    says: {
      zh: '为一种报刊编排架号；不给号则取下一个；再次写入即改号',
      en: 'Gives a serial its number on the shelves of a school, the next one where none is said; said again it is changed.',
    },
    roles: keepers,
    scope: 'catalog.write',
    problems: { 409: ['serial-shelving.number-taken'] },
  },
  'serial-shelf-numbers.remove': {
    says: { zh: '取消一种报刊的排架号', en: 'Takes the number of a serial away: it stands there no more.' },
    roles: keepers,
    scope: 'catalog.write',
  },
} as const satisfies Operations;
