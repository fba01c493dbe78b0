import type { Operations } from '../access/operation.js';
import { county, everyone, librarian } from '../access/role-sets.js';

const writers = { ...county, ...librarian, teacher: 'school' } as const;

export const bibliographiesAccess = {
  'published-bibliographies.list': {
    says: {
      zh: '已发布的书目：专题、课程参考、新书、电子书、二次文献；format 给出可打印的一览',
      en: 'Booklists that are published: of a subject, a course, new or electronic books, digests; `format` prints them.',
    },
    roles: everyone,
    scope: 'catalog.read',
  },
  'published-bibliographies.read': {
    says: { zh: '查看一份已发布的书目', en: 'One booklist that is published.' },
    roles: everyone,
    scope: 'catalog.read',
  },
  'published-bibliographies.entries': {
    says: {
      zh: '已发布书目的条目及各校馆藏；format 给出可打印的书目',
      en: 'The entries of a published booklist with the holdings of the schools; `format` prints it.',
    },
    roles: everyone,
    scope: 'catalog.read',
  },
  'bibliographies.list': {
    says: {
      zh: '本校（或全县）编制的书目，含未发布的',
      en: 'The booklists of a school or of the county, for those who write them; drafts among them.',
    },
    roles: writers,
    scope: 'catalog.write',
  },
  'bibliographies.read': {
    says: { zh: '查看一份书目，发布与否都可', en: 'One booklist, published or not, for those who write it.' },
    roles: writers,
    scope: 'catalog.write',
  },
  'bibliographies.entries': {
    says: {
      zh: '书目的条目，发布与否都可；format 给出可打印的书目',
      en: 'The entries of a booklist, published or not, for those who write it; `format` prints it.',
    },
    roles: writers,
    scope: 'catalog.write',
  },
  'bibliographies.create': {
    says: { zh: '编制一份书目', en: 'Begins a booklist.' },
    roles: writers,
    scope: 'catalog.write',
  },
  'bibliographies.change': {
    says: {
      zh: '修改书目的题名、说明等',
      en: 'Changes what a booklist is called, and what it says of itself.',
    },
    roles: writers,
    scope: 'catalog.write',
  },
  'bibliographies.publish': {
    says: { zh: '发布书目，所有人可见', en: 'Publishes a booklist: everybody sees it.' },
    roles: writers,
    scope: 'catalog.write',
    problems: { 409: ['bibliography.empty'] },
  },
  'bibliographies.unpublish': {
    says: { zh: '撤回已发布的书目', en: 'Takes a booklist back: only those who write it see it.' },
    roles: writers,
    scope: 'catalog.write',
  },
  'bibliographies.remove': {
    says: { zh: '删除未发布的书目', en: 'Removes a booklist that is not published.' },
    roles: writers,
    scope: 'catalog.write',
    problems: { 409: ['bibliography.published'] },
  },
  'bibliographies.put-entries': {
    says: {
      zh: '整体写入书目的条目：顺序、书目、推荐语或文摘；If-Match 注明所依据的版本',
      en: 'Writes the entries of a booklist, all in their order: titles, or excerpts with their source, with notes.',
    },
    roles: writers,
    scope: 'catalog.write',
    problems: { 409: ['bibliography.empty'] },
  },
} as const satisfies Operations;
