import type { Operations } from '../access/operation.js';
import { county, everyone, librarian, school } from '../access/role-sets.js';

const readers = { ...county, 'county-viewer': 'county', ...school } as const;

export const clcClassesAccess = {
  'clc-classes.list': {
    says: {
      zh: '中图法类目：一个类的下位类，或一个分类号的上位类；自带基本大类和二级类目，其余来自本县导入的类表',
      en: 'Classes of the CLC: those below a class, or those above a class number. The first two levels come with the program, all others with the schedules that the county handed in.',
    },
    roles: everyone,
    scope: 'catalog.read',
  },
  'clc-table-imports.create': {
    says: {
      zh: '导入获得授权的中图法类表（CSV：分类号、类名、上位类），作为后台任务；整表替换',
      en: 'Imports the licensed schedules of the CLC (CSV: notation, words, parent) as a job; they take the place of those before.',
    },
    roles: county,
    problems: { 415: ['import.format-unsupported'] },
  },
  'doubtful-classes.list': {
    says: {
      zh: '可疑的分类号：类表中不可能有的号，附种数；供核对',
      en: 'Class numbers of titles that can hardly be ones, with how many titles have them: a list to work through.',
    },
    roles: readers,
    scope: 'catalog.read',
  },
  'unclassed-titles.list': {
    says: {
      zh: '没有分类号的书，附导入时无法识别的号；供补分类',
      en: 'Titles without a class, with the numbers that an import could not read: a list to work through.',
    },
    roles: { ...readers, ...librarian },
    scope: 'catalog.read',
  },
} as const satisfies Operations;
