import type { Operations } from '../access/operation.js';
import { county, librarian, school } from '../access/role-sets.js';

const keepers = { ...county, ...librarian } as const;
const lookers = { ...county, 'county-viewer': 'county', ...school } as const;

export const shelfPatrolsAccess = {
  'shelf-patrols.create': {
    says: {
      zh: '登记一次巡架：按架上顺序扫描的条码（至多 1000），当即列出错架、异位、不应在架的册',
      en: 'Enters a walk along a shelf, up to 1,000 barcodes in their order: what is out of order or does not belong is listed at once.',
    },
    roles: keepers,
    scope: 'catalog.write',
  },
  'shelf-patrols.list': {
    says: {
      zh: '巡架整架记录，可按架位和日期；format 给出可打印的表',
      en: 'The patrols of a school, by place and days; `format` prints them.',
    },
    roles: lookers,
    scope: 'reports.read',
  },
  'shelf-patrols.remove': {
    says: { zh: '撤回当日误登的巡架', en: 'Takes back a patrol that was entered by mistake the same day.' },
    roles: keepers,
    scope: 'catalog.write',
    problems: { 409: ['shelf-patrol.of-another-day'] },
  },
  'shelf-patrols.findings': {
    says: {
      zh: '一次巡架发现的错架图书，按架上顺序，应排在何处；format 给出可打印的归位单',
      en: 'What a patrol found misplaced, along the shelf, and where it belongs; `format` prints it.',
    },
    roles: lookers,
    scope: 'reports.read',
  },
  'shelf-patrols.put-right': {
    says: {
      zh: '登记错架图书已归位，逐册或多册；putRight 为 false 时撤回',
      en: 'Says that misplaced copies were put right, one by one or many; with `putRight` false takes that back.',
    },
    roles: keepers,
    scope: 'catalog.write',
  },
  'shelf-patrols.days': {
    says: {
      zh: '每日巡架统计，没有巡架的日子也列出；format 给出可打印的表',
      en: 'Patrols day by day, days without one, too; `format` prints them.',
    },
    roles: lookers,
    scope: 'reports.read',
  },
} as const satisfies Operations;
