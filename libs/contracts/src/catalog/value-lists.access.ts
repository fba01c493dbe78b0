import type { Operations } from '../access/operation.js';
import { county } from '../access/role-sets.js';

const readers = {
  ...county,
  'county-viewer': 'county',
  'school-head': 'county',
  librarian: 'county',
} as const;

export const valueListsAccess = {
  'value-lists.read': {
    says: {
      zh: '本县统一的取值表：出版者、读者对象',
      en: 'The values that the county has agreed on: publishers, audiences.',
    },
    roles: readers,
    scope: 'catalog.read',
  },
  'value-lists.write': {
    says: {
      zh: '确定本县统一的取值；If-Match 注明所依据的版本。已有的著录不变，与表不符的另行列出',
      en: 'Agrees on values; If-Match names the version it builds on. Titles stay as they are: what differs is listed.',
    },
    roles: county,
  },
  'value-lists.off-list': {
    says: {
      zh: '著录中不在统一取值表里的取值及种数；可用批量修改统一',
      en: 'Values of titles that are in no list, with how many titles have them; a change of many titles mends them.',
    },
    roles: readers,
    scope: 'catalog.read',
  },
} as const satisfies Operations;
