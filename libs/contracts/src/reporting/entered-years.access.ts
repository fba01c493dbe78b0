import type { Operations } from '../access/operation.js';
import { county, figures, school } from '../access/role-sets.js';

const keepers = { ...county, ...school } as const;

export const enteredYearsAccess = {
  'entered-years.enter': {
    says: {
      zh: '补录系统启用前某一年的馆藏、报刊、人员数字，注明出处；报表中标明为补录',
      en: 'Writes in the figures of a year before the system, with where they come from; reports mark them as entered.',
    },
    roles: keepers,
    scope: 'catalog.write',
    problems: { 409: ['entered-year.there-already', 'entered-year.counted-already'] },
  },
  'entered-years.list': {
    says: {
      zh: '补录的历年数字；不给学校则为全县；format 给出可打印的表',
      en: 'The years that were written in; without a school of the county; `format` prints them.',
    },
    roles: figures,
    scope: 'reports.read',
  },
  'entered-years.remove': {
    says: { zh: '撤去一条补录', en: 'Takes a year that was written in away.' },
    roles: keepers,
    scope: 'catalog.write',
  },
} as const satisfies Operations;
