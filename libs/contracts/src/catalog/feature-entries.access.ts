import type { Operations } from '../access/operation.js';
import { county, librarian, school } from '../access/role-sets.js';

const keepers = { ...county, ...librarian } as const;
const lookers = { ...county, 'county-viewer': 'county', ...school } as const;

export const featureEntriesAccess = {
  'feature-entries.list': {
    says: {
      zh: '特色数据库的条目，发布与否都可；format 给出可打印的目录',
      en: 'The entries of a feature database, published or not; `format` prints them.',
    },
    roles: lookers,
    scope: 'catalog.read',
  },
  'feature-entries.add': {
    says: {
      zh: '向特色数据库添加条目：书目或册、文件或网页的网址、主题与说明；给出进度',
      en: 'Adds entries to a feature database: titles, copies, links to files and pages; answers how far it has come.',
    },
    roles: keepers,
    scope: 'catalog.write',
    problems: { 409: ['feature-entry.no-database', 'e-resource.ended'] },
  },
  'feature-entries.change': {
    says: {
      zh: '修改一个条目；If-Match 注明所依据的版本',
      en: 'Changes an entry; If-Match names the version it builds on.',
    },
    roles: keepers,
    scope: 'catalog.write',
  },
  'feature-entries.remove': {
    says: { zh: '删除一个条目', en: 'Removes an entry.' },
    roles: keepers,
    scope: 'catalog.write',
    problems: { 409: ['feature-entry.last-of-published'] },
  },
} as const satisfies Operations;
