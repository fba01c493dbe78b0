import type { Operations } from '../access/operation.js';
import { county, everyone, librarian } from '../access/role-sets.js';

const keepers = { ...county, ...librarian } as const;

export const schoolPublicationsAccess = {
  'school-publications.list': {
    says: {
      zh: '某校的学校出版物：优秀作文、活动资料、校本教材、论文集、校史，附册数；format 给出可打印的清单',
      en: 'What a school has published itself: best essays, documents of activities, textbooks, papers, history, with copies; `format` prints it.',
    },
    roles: everyone,
    scope: 'catalog.read',
  },
  'school-publications.read': {
    says: { zh: '查看一种学校出版物', en: 'One publication of a school.' },
    roles: everyone,
    scope: 'catalog.read',
  },
  'school-publications.sums': {
    says: {
      zh: '学校出版物按类型统计种数、字数与册数，可限定年份；format 给出可打印的表',
      en: 'Publications of a school by kind: titles, characters, copies, of some years or all; `format` prints them.',
    },
    roles: everyone,
    scope: 'catalog.read',
  },
  'school-publications.create': {
    says: {
      zh: '登记一种学校出版物：著录、类型、编者、年份，并按册数入藏',
      en: 'Enters a publication of the school: described, with its kind, makers and year, and so many copies in the register.',
    },
    roles: keepers,
    scope: 'catalog.write',
  },
  'school-publications.change': {
    says: {
      zh: '更正学校出版物的类型、编者、年份、字数；If-Match 注明所依据的版本',
      en: 'Corrects kind, makers, year or characters; If-Match names the version it builds on.',
    },
    roles: keepers,
    scope: 'catalog.write',
  },
  'school-publications.remove': {
    says: {
      zh: '撤销误登的学校出版物；已有在藏册的不能撤销',
      en: 'Takes back what was entered by mistake, as long as the school holds no copy of it; its title stays.',
    },
    roles: keepers,
    scope: 'catalog.write',
    problems: { 409: ['school-publication.has-copies'] },
  },
} as const satisfies Operations;
