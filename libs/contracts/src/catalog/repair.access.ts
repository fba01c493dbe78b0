import type { Operations } from '../access/operation.js';
import { county, librarian, school } from '../access/role-sets.js';

const keepers = { ...county, ...librarian } as const;
const lookers = { ...county, 'county-viewer': 'county', ...school } as const;

export const repairAccess = {
  'repairs.take': {
    says: {
      zh: '将破损的册取下修补（每次至多 100 册），修补期间不可借',
      en: 'Takes damaged copies out of use to be mended, up to 100 a call, one answer for each.',
    },
    roles: keepers,
    scope: 'catalog.write',
  },
  'repairs.list': {
    says: {
      zh: '图书修补记载表：每修补一册一行；format 给出可打印的表',
      en: 'The register of repairs, a line for each; `format` prints it.',
    },
    roles: lookers,
    scope: 'reports.read',
  },
  'repairs.end': {
    says: {
      zh: '结束修补：修好、无法修补（转入剔旧候选）或无须修补；可记入一次学生修补活动',
      en: 'Ends a repair: mended, beyond repair and so a candidate for weeding, or not needed after all; in a mending session or not.',
    },
    roles: keepers,
    scope: 'catalog.write',
    problems: { 409: ['repair.ended', 'mending-session.cancelled', 'mending-session.not-held-yet'] },
  },
  'repairs.reopen': {
    says: {
      zh: '撤销修补的结束，册重新回到修补中',
      en: 'Takes the end of a repair back; the copy is in repair again.',
    },
    roles: keepers,
    scope: 'catalog.write',
    problems: { 409: ['repair.open', 'repair.copy-moved-on', 'copy.on-loan'] },
  },
  'mending-sessions.create': {
    says: {
      zh: '安排一次学生修补图书活动：日期、班级、参加的读者',
      en: 'Plans a session in which pupils mend books: day, class, who helps.',
    },
    roles: keepers,
    scope: 'catalog.write',
  },
  'mending-sessions.list': {
    says: {
      zh: '学生修补图书活动一览：参加人数、修好册数；format 给出可打印的表',
      en: 'The mending sessions of a school, how many helped and what was mended; `format` prints them.',
    },
    roles: lookers,
    scope: 'reports.read',
  },
  'mending-sessions.read': {
    says: { zh: '查看一次修补活动及参加的读者', en: 'A mending session, and who helps.' },
    roles: { ...county, ...school },
    scope: 'catalog.read',
    namesReaders: true,
  },
  'mending-sessions.change': {
    says: {
      zh: '修改修补活动：改期、参加者、取消；If-Match 注明所依据的版本',
      en: 'Changes a mending session, its day, helpers, or calls it off; If-Match names the version it builds on.',
    },
    roles: keepers,
    scope: 'catalog.write',
    problems: { 409: ['mending-session.has-repairs'] },
  },
  'repairs.weeks': {
    says: {
      zh: '每周修补册数与目标（每周 100 册）对照；format 给出可打印的表',
      en: 'Copies taken, mended and given up week by week, against the target of 100 a week; `format` prints it.',
    },
    roles: lookers,
    scope: 'reports.read',
  },
} as const satisfies Operations;
