import type { Operations } from '../access/operation.js';
import { county, everyone, librarian } from '../access/role-sets.js';

const keepers = { ...county, ...librarian } as const;

export const collectionsAccess = {
  'collections.list': {
    says: {
      zh: '某校的专藏：专题书柜、名著室、学科阅览室、工具书室等，附种数、册数与金额；format 给出可打印的清单',
      en: 'The collections of a school: thematic bookcases, rooms of famous works, of a subject, of reference books; with titles, volumes, value; `format` prints them.',
    },
    roles: everyone,
    scope: 'catalog.read',
  },
  'collections.read': {
    says: { zh: '查看一个专藏及其数量', en: 'One collection with what is in it.' },
    roles: everyone,
    scope: 'catalog.read',
  },
  'collections.copies': {
    says: {
      zh: '专藏中的各册，按入藏先后；format 给出可打印的目录',
      en: 'The copies of a collection in the order in which they were entered; `format` prints its catalogue.',
    },
    roles: everyone,
    scope: 'catalog.read',
  },
  'collections.create': {
    says: { zh: '设立一个专藏', en: 'Sets a collection up at a school.' },
    roles: keepers,
    scope: 'catalog.write',
    problems: { 409: ['collection.name-taken'] },
  },
  'collections.change': {
    says: {
      zh: '更改专藏的名称、位置、说明，或撤销空的专藏；If-Match 注明所依据的版本',
      en: 'Renames or moves a collection, or closes one that is empty; If-Match names the version it builds on.',
    },
    roles: keepers,
    scope: 'catalog.write',
    problems: { 409: ['collection.name-taken', 'collection.not-empty'] },
  },
  'collection-changes.preview': {
    says: {
      zh: '预览将哪些册放入专藏或取出；不写入',
      en: 'Shows which copies would go into a collection, or out of all; nothing is written.',
    },
    roles: keepers,
    scope: 'catalog.write',
  },
  'collection-changes.create': {
    says: {
      zh: '按条码或条件将册放入专藏，或从专藏取出（至多 500 册）',
      en: 'Puts copies into a collection, or takes them out, by barcodes or by a filter: all of them, up to 500, or none.',
    },
    roles: keepers,
    scope: 'catalog.write',
    problems: {
      409: [
        'collection.closed',
        'collection.unknown-barcodes',
        'collection.withdrawn-copies',
        'collection.too-many',
        'collection.no-copies',
      ],
    },
  },
  'collection-changes.list': {
    says: {
      zh: '放入与取出的记录，最近的在前；format 给出可打印的清单',
      en: 'What was put in and taken out, newest first; `format` prints it.',
    },
    roles: keepers,
    scope: 'catalog.write',
  },
  'collection-changes.undo': {
    says: {
      zh: '撤销一次放入或取出；其后又动过的不能撤销',
      en: 'Takes such a change back, as long as none of its copies was put elsewhere since.',
    },
    roles: keepers,
    scope: 'catalog.write',
    problems: { 409: ['collection.already-undone', 'collection.built-upon', 'collection.closed'] },
  },
} as const satisfies Operations;
