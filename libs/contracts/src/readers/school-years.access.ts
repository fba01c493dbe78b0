import type { Operations } from '../access/operation.js';
import { county, school } from '../access/role-sets.js';

const keepers = { ...county, ...school } as const;

export const schoolYearsAccess = {
  'school-years.create': {
    says: {
      zh: '开始办理学校升入新学年（六月起可办理下一学年）',
      en: 'Begins to prepare the step of a school into a school year, from June on into the next.',
    },
    roles: keepers,
    scope: 'readers.write',
    problems: { 409: ['school-year.exists'] },
  },
  'school-years.list': {
    says: { zh: '学校历次升级', en: 'The steps of a school into school years.' },
    roles: keepers,
    scope: 'readers.read',
  },
  'school-years.read': {
    says: { zh: '查看一次升级及各种去向的人数', en: 'One step, with how many readers of each fate.' },
    roles: keepers,
    scope: 'readers.read',
  },
  'school-years.give-up': {
    says: { zh: '作废未完成的升级方案', en: 'Gives up a step that was not taken.' },
    roles: keepers,
    scope: 'readers.write',
    problems: { 409: ['school-year.not-open'] },
  },
  'school-years.wish-of-class': {
    says: {
      zh: '指定一个班的去向：升入、毕业、并班、新班号、文理、校区；需要 If-Match',
      en: 'What becomes of a class beside the rule: goes on, graduates, is merged, its number, stream and campus; needs If-Match.',
    },
    roles: keepers,
    scope: 'readers.write',
    problems: { 409: ['school-year.not-open'] },
  },
  'school-years.wish-of-readers': {
    says: {
      zh: '指定学生的去向：留级、分到另一班、离校（至多 1000 人）；需要 If-Match',
      en: 'What becomes of pupils beside the rule: repeat, another class, leave; up to 1,000 at once; needs If-Match.',
    },
    roles: keepers,
    scope: 'readers.write',
    problems: { 409: ['school-year.not-open'] },
  },
  'school-years.readers': {
    says: {
      zh: '每位学生的去向及未还、未赔；format 给出可打印的名单；查看会留下记录',
      en: 'What becomes of every pupil, with what is on loan and owed; `format` prints it; the read is logged.',
    },
    roles: keepers,
    scope: 'readers.read',
  },
  'school-years.classes': {
    says: {
      zh: '每个班的去向与人数；format 给出可打印的表',
      en: 'What becomes of every class, and of how many pupils; `format` prints it.',
    },
    roles: keepers,
    scope: 'readers.read',
  },
  'school-years.commit': {
    says: {
      zh: '复核并完成升级，须由另一人办理；需要 If-Match',
      en: 'Reviews the step and takes it; not by who prepared it; needs If-Match.',
    },
    roles: keepers,
    scope: 'readers.write',
    problems: {
      409: ['school-year.not-open', 'school-year.own-review', 'school-year.not-its-time', 'class.exists'],
    },
  },
  'school-years.send-back': {
    says: {
      zh: '复核不通过，写明原因退回；需要 If-Match',
      en: 'Sends the step back with a reason; needs If-Match.',
    },
    roles: keepers,
    scope: 'readers.write',
    problems: { 409: ['school-year.not-open', 'school-year.own-review'] },
  },
  'school-years.undo': {
    says: {
      zh: '升级后尚无新变动时撤销，一切恢复原状；需要 If-Match',
      en: 'Undoes the step while nothing was built on it: everything is as it was; needs If-Match.',
    },
    roles: keepers,
    scope: 'readers.write',
    problems: { 409: ['school-year.not-open', 'school-year.built-upon'] },
  },
  'school-years.progress': {
    says: {
      zh: '各校升级进度；format 给出可打印的表',
      en: 'How far all schools are with a school year; `format` prints it.',
    },
    roles: { ...county, 'county-viewer': 'county' },
    scope: 'reports.read',
  },
  'class-lists.list': {
    says: {
      zh: '某学年的班级、文理、校区和人数；format 给出可打印的表',
      en: 'The classes of any school year with stream, campus and pupils; `format` prints them.',
    },
    roles: keepers,
    scope: 'readers.read',
  },
  'class-lists.readers': {
    says: {
      zh: '某学年的班级名单；format 给出可打印的名单；查看会留下记录',
      en: 'The class lists of any school year; `format` prints them; the read is logged.',
    },
    roles: keepers,
    scope: 'readers.read',
  },
  'leavers.list': {
    says: {
      zh: '离校读者及未还、未赔；format 给出可打印的名单；查看会留下记录',
      en: 'Who has left, with what is on loan and owed; `format` prints it; the read is logged.',
    },
    roles: keepers,
    scope: 'readers.read',
  },
} as const satisfies Operations;
