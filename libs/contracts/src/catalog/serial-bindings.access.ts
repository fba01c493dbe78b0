import type { Operations } from '../access/operation.js';
import { county, librarian, school } from '../access/role-sets.js';

const lookers = { ...county, 'county-viewer': 'county', ...school } as const;

export const serialBindingsAccess = {
  'serial-bindings.runs': {
    says: {
      zh: '报刊装订清单：报纸按月、期刊按年，已齐或期满待装的、已装的；format 给出可打印的清单',
      en: 'What is to be bound: newspapers by month, periodicals by year, complete or over; `format` prints it.',
    },
    roles: lookers,
    scope: 'reports.read',
  },
  'serial-bindings.bind': {
    says: {
      zh: '装订：合订本即编目入藏，给登录号、条码、索书号，登记入账并定馆藏地点',
      en: 'Binds a run: its volumes are copies from then on, with numbers, lines of the registers and a place.',
    },
    roles: { ...county, ...librarian },
    scope: 'catalog.write',
    problems: {
      409: [
        'binding.refused',
        'binding.bound-already',
        'title.merged',
        'location.closed',
        'location.over-capacity',
      ],
    },
    reasons: ['binding.nothing-received', 'binding.incomplete', 'binding.too-few-copies'],
  },
  'back-issues.list': {
    says: {
      zh: '过刊合订本架上目录，按分类排架；可只看丢失或修补中的；format 给出可打印的目录',
      en: 'Bound volumes in the order of the shelf; only those missing or in repair; `format` prints them.',
    },
    roles: lookers,
    scope: 'catalog.read',
  },
} as const satisfies Operations;
