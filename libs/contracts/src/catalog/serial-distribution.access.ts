import type { Operations } from '../access/operation.js';
import { county, librarian, school } from '../access/role-sets.js';

const lookers = { ...county, 'county-viewer': 'county', ...school } as const;
const keepers = { ...county, ...librarian } as const;
/** Who hands out to a class, and sees what its readers take. */
const handing = { ...keepers, 'school-head': 'school', teacher: 'class', 'class-helper': 'class' } as const;

export const serialDistributionAccess = {
  'serial-allotments.put': {
    says: {
      zh: '写入一种报刊分到各室的份数，合计不超过所订份数',
      en: 'Writes to which offices the copies of a serial go, no more than are subscribed to.',
    },
    roles: keepers,
    scope: 'catalog.write',
    problems: { 409: ['allotment.too-many'] },
  },
  'serial-allotments.list': {
    says: {
      zh: '各室报刊分发表：哪室哪刊多少份；format 给出可打印的表',
      en: 'Which office gets which serials, and how many; `format` prints it.',
    },
    roles: lookers,
    scope: 'catalog.read',
  },
  'serial-distribution.list': {
    says: {
      zh: '各室报纸（发刊）记载表：某日或某段日子到的、分到各室的期次与份数，是否已发；format 给出可打印的表',
      en: 'The register of each office: issues that came in a stretch of days, copies, handed out or not; `format` prints it.',
    },
    roles: lookers,
    scope: 'reports.read',
  },
  'serial-distribution.hand-out': {
    says: {
      zh: '登记分发到室、到人，一次多份，或撤销',
      en: 'Notes that issues were handed to offices and readers, many at once, or takes that back.',
    },
    roles: handing,
  },
  'personal-subscriptions.enter': {
    says: {
      zh: '登记学生、教工个人订阅的报刊，一次多人',
      en: 'Enters what pupils and staff subscribe to themselves, many at once.',
    },
    roles: keepers,
  },
  'personal-subscriptions.list': {
    says: {
      zh: '个人订阅一览，可按班级；format 给出可打印的表',
      en: 'Who has subscribed to what, by class; `format` prints it.',
    },
    roles: handing,
    namesReaders: true,
  },
  'personal-subscriptions.end': {
    says: {
      zh: '结束一份个人订阅：某日之后的期次不再等候',
      en: 'Ends a personal subscription: nothing after a day is waited for.',
    },
    roles: keepers,
    problems: { 409: ['personal-subscription.handed-out-later'] },
  },
  'personal-deliveries.list': {
    says: {
      zh: '个人订阅到刊分发单，按班级：谁、哪刊哪期、多少份、是否已发；format 给出可打印的签收单',
      en: 'What is to be handed to whom, by class: issues that came, copies, handed out or not; `format` prints it.',
    },
    roles: handing,
    namesReaders: true,
  },
  'vacation-serials.list': {
    says: {
      zh: '假期积压报刊清理单：假期内应到的期次，尚未登到、上架、发放的；format 给出可打印的清单',
      en: 'What was due between the terms, and what of it is not checked in, put out and handed out; `format` prints it.',
    },
    roles: lookers,
    scope: 'reports.read',
  },
} as const satisfies Operations;
