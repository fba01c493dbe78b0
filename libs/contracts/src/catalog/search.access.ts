import type { Operations } from '../access/operation.js';
import { everyone } from '../access/role-sets.js';

export const searchAccess = {
  'new-titles.list': {
    says: {
      zh: '一校的新书：按入藏日（附周次）列出，可限定日期、导入批次或一次采购；format 给出可打印的新书目录',
      en: 'What came to a school: titles by the day, and week, on which they came, of days, of one import or one purchase; `format` prints the list.',
    },
    roles: everyone,
    scope: 'catalog.read',
  },
  'new-titles.purchases': {
    says: {
      zh: '一校到馆的新书批次（采购与捐赠），最新的在前；format 给出可打印的表',
      en: 'What a school bought and was given, delivery by delivery, newest first; `format` prints it.',
    },
    roles: everyone,
    scope: 'catalog.read',
  },
  'classes-of-titles.list': {
    says: {
      zh: '按分类浏览：某类之下各级类目的种数；format 给出可打印的表',
      en: 'Browses by class: how many titles there are below each class; `format` prints it.',
    },
    roles: everyone,
    scope: 'catalog.read',
  },
  'title-facets.list': {
    says: {
      zh: '检索结果的分面：分类、语种、年份、文献类型、学段、所在学校与馆室、可借的种数',
      en: 'What was found by class, language, year, kind of material, band of grades, school, room and whether it can be lent now.',
    },
    roles: everyone,
    scope: 'catalog.read',
  },
  'findings.list': {
    says: {
      zh: '一次检索馆藏书目、电子资源与自建数据库',
      en: 'One question to the catalogue, the electronic resources and the databases that libraries build.',
    },
    roles: everyone,
    scope: 'catalog.read',
  },
  'terminal-titles.list': {
    says: {
      zh: '查询台：不登录即可检索，只见书目与各校册数',
      en: 'Search terminals: found without signing in; titles and how many copies schools have, nothing else of them.',
    },
    public: true,
  },
} as const satisfies Operations;
