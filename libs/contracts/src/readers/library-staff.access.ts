import type { Operations } from '../access/operation.js';
import { county, librarian, school } from '../access/role-sets.js';

const keepers = { ...librarian, 'school-head': 'school' } as const;
const lookers = { ...county, 'county-viewer': 'county', ...school } as const;

export const libraryStaffAccess = {
  'library-staff.enter': {
    says: {
      zh: '登记一名图书馆工作人员：职称、学历、岗位、上岗证、每周课时',
      en: 'Enters somebody who works in the library: title, education, post, certificate, hours a week.',
    },
    roles: keepers,
    scope: 'readers.write',
    problems: { 409: ['library-staff.head-already'] },
  },
  'library-staff.list': {
    says: {
      zh: '图书馆工作人员登记表，标出无证、证书过期、馆长学历不足者；不给学校则为全县；format 给出可打印的表',
      en: 'The register of library staff, with who lacks a certificate or, as head, a bachelor; without a school of the county; `format` prints it.',
    },
    roles: lookers,
    scope: 'readers.read',
  },
  'library-staff.read': {
    says: { zh: '查看一名工作人员', en: 'One member of the library staff.' },
    roles: lookers,
    scope: 'readers.read',
  },
  'library-staff.change': {
    says: {
      zh: '更改工作人员登记，登记离岗或恢复；需要 If-Match',
      en: 'Changes an entry, says that somebody has gone, or takes that back; needs If-Match.',
    },
    roles: keepers,
    scope: 'readers.write',
    problems: { 409: ['library-staff.head-already'] },
  },
  'library-staff.remove': {
    says: { zh: '撤回当日误登的工作人员', en: 'Takes back an entry that was made by mistake the same day.' },
    roles: keepers,
    scope: 'readers.write',
    problems: { 409: ['library-staff.of-another-day'] },
  },
  'library-staff.counts': {
    says: {
      zh: '各校图书馆工作人员按职称、学历、持证统计，馆长学历是否达标；format 给出可打印的表',
      en: 'The library staff of each school by title, education and certificate, and whether the head has a bachelor; `format` prints it.',
    },
    roles: lookers,
    scope: 'readers.read',
  },
} as const satisfies Operations;
