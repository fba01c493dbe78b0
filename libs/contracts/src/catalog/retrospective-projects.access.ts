import type { Operations } from '../access/operation.js';
import { county, librarian, school } from '../access/role-sets.js';

const keepers = { ...county, ...librarian } as const;
const lookers = { ...county, 'county-viewer': 'county', ...school } as const;

export const retrospectiveProjectsAccess = {
  'retrospective-projects.create': {
    says: {
      zh: '制定回溯建库项目：目标册数、起止日期、图书或音像',
      en: 'Plans to bring old stock into the catalogue: volumes, days, books or audiovisual copies.',
    },
    roles: keepers,
    scope: 'catalog.write',
  },
  'retrospective-projects.list': {
    says: {
      zh: '回溯建库进度：已录、尚余、每日册数、预计完成；format 给出可打印的表',
      en: 'The retrospective projects of a school: entered, left, rate a day, expected end; `format` prints them.',
    },
    roles: lookers,
    scope: 'reports.read',
  },
  'retrospective-projects.read': {
    says: { zh: '查看一个回溯建库项目的进度', en: 'One retrospective project, and how far it is.' },
    roles: lookers,
    scope: 'reports.read',
  },
  'retrospective-projects.change': {
    says: {
      zh: '修改目标或期限，结束项目或继续；If-Match 注明所依据的版本',
      en: 'Changes its goal or last day, ends it or goes on; If-Match names the version it builds on.',
    },
    roles: keepers,
    scope: 'catalog.write',
  },
  'retrospective-projects.days': {
    says: {
      zh: '逐日录入册数与累计；format 给出可打印的表',
      en: 'Day by day what was entered, and in all; `format` prints it.',
    },
    roles: lookers,
    scope: 'reports.read',
  },
} as const satisfies Operations;
