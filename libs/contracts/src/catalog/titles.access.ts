import type { Operations } from '../access/operation.js';
import { county, everyone, librarian } from '../access/role-sets.js';

export const titlesAccess = {
  'titles.create': {
    says: { zh: '在县书目中著录一种书', en: 'Describes a title of the county catalogue.' },
    roles: { ...county, ...librarian },
    scope: 'catalog.write',
  },
  'titles.list': {
    says: {
      zh: '检索联合书目，每种书附各校馆藏',
      en: 'Searches the union catalogue; every title found carries the holdings of the schools.',
    },
    roles: everyone,
    scope: 'catalog.read',
    problems: { 410: ['sync.token-unknown'] },
  },
  'titles.read': {
    says: { zh: '查看一种书及其馆藏', en: 'One title with its holdings.' },
    roles: everyone,
    scope: 'catalog.read',
    problems: { 410: ['title.merged'] },
  },
  'titles.change': {
    says: {
      zh: '更正书目；If-Match 注明所依据的版本',
      en: 'Corrects the description of a title; If-Match names the version it builds on.',
    },
    roles: { ...county, librarian: 'county' },
    scope: 'catalog.write',
    problems: { 410: ['title.merged'] },
  },
} as const satisfies Operations;
