import type { Operations } from '../access/operation.js';
import { county, librarian, school } from '../access/role-sets.js';

const lookers = { ...county, 'county-viewer': 'county', ...school } as const;

export const workReportsAccess = {
  'work-reports.create': {
    says: {
      zh: '向分管领导呈报：某日三本账的结存，或一段时间的编目工作；数字照呈报时保存',
      en: 'Reports to a leader how the three ledgers stand on a day, or what was catalogued between two; the figures stay as sent.',
    },
    roles: librarian,
    scope: 'catalog.write',
  },
  'work-reports.list': {
    says: {
      zh: '工作汇报登记：内容、截至日、呈报对象、是否已阅；format 给出可打印的表',
      en: 'The reports of a school: of what, as of which day, to whom, read or not; `format` prints them.',
    },
    roles: lookers,
    scope: 'reports.read',
  },
  'work-reports.lines': {
    says: {
      zh: '一份汇报的数字，照呈报时；format 给出可打印的汇报',
      en: 'The figures of a report as it was sent; `format` prints it.',
    },
    roles: lookers,
    scope: 'reports.read',
  },
  'work-reports.acknowledge': {
    says: { zh: '领导批阅汇报', en: 'The head has read a report.' },
    roles: { 'school-head': 'school' },
    scope: 'catalog.write',
    problems: { 409: ['work-report.settled'] },
  },
  'work-reports.withdraw': {
    says: { zh: '撤回尚未批阅的汇报', en: 'Takes a report back that nobody has read yet.' },
    roles: librarian,
    scope: 'catalog.write',
    problems: { 409: ['work-report.settled'] },
  },
} as const satisfies Operations;
