import type { Operations } from '../access/operation.js';
import { county, school } from '../access/role-sets.js';

export const readerLoadAccess = {
  'reader-loads.list': {
    says: {
      zh: '各校读者数、馆员数和每名馆员服务的读者数；本校人员看本校；format 给出可打印的表',
      en: 'Readers, librarians and readers per librarian, of the own school or of all of the county; `format` prints them.',
    },
    roles: { ...county, 'county-viewer': 'county', ...school },
    scope: 'reports.read',
  },
} as const satisfies Operations;
