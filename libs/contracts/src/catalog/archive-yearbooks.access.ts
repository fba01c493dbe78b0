import type { Operations } from '../access/operation.js';
import { county, school } from '../access/role-sets.js';

const keepers = { ...county, ...school } as const;
const lookers = { ...keepers, 'county-viewer': 'county' } as const;

export const archiveYearbooksAccess = {
  'archive-yearbooks.begin': {
    says: { zh: '开始编纂某年度的年鉴', en: 'Begins the yearbook of a year.' },
    roles: keepers,
    scope: 'catalog.write',
    problems: { 409: ['archive-yearbook.year-taken'] },
  },
  'archive-yearbooks.list': {
    says: {
      zh: '历年年鉴：征集、编辑、印制、装订的日期，印数、发放与收藏；format 给出可打印的表',
      en: 'The yearbooks with the days of their making, copies, given out and kept; `format` prints them.',
    },
    roles: lookers,
    scope: 'catalog.read',
  },
  'archive-yearbooks.read': {
    says: { zh: '查看一部年鉴', en: 'One yearbook.' },
    roles: lookers,
    scope: 'catalog.read',
  },
  'archive-yearbooks.advance': {
    says: {
      zh: '进入下一步：编辑完成、印制（写明印数）、装订',
      en: 'On to the next: edited, printed with so many copies, bound.',
    },
    roles: keepers,
    scope: 'catalog.write',
    problems: { 409: ['archive-yearbook.bound'] },
  },
  'archive-yearbooks.go-back': {
    says: { zh: '退回上一步', en: 'Back to the step before.' },
    roles: keepers,
    scope: 'catalog.write',
    problems: { 409: ['archive-yearbook.nothing-to-undo', 'archive-yearbook.issued'] },
  },
  'archive-yearbooks.issues': {
    says: {
      zh: '年鉴发放登记；format 给出可打印的表',
      en: 'To whom a yearbook was given; `format` prints it.',
    },
    roles: lookers,
    scope: 'catalog.read',
  },
  'archive-yearbooks.issue': {
    says: {
      zh: '发放年鉴；档案室至少收藏一册',
      en: 'Gives copies out; one at least stays in the archive.',
    },
    roles: keepers,
    scope: 'catalog.write',
    problems: { 409: ['archive-yearbook.not-bound', 'archive-yearbook.too-few'] },
  },
  'archive-yearbooks.take-back': {
    says: { zh: '登记发放的年鉴已退回', en: 'What was given out came back.' },
    roles: keepers,
    scope: 'catalog.write',
    problems: { 409: ['archive-yearbook.returned'] },
  },
} as const satisfies Operations;
