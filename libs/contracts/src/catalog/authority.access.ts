import type { Operations } from '../access/operation.js';
import { county, everyone } from '../access/role-sets.js';

const readers = {
  ...county,
  'county-viewer': 'county',
  'school-head': 'county',
  librarian: 'county',
} as const;
/** Names are of the county, as titles are: whoever describes titles keeps them. */
const cataloguers = { ...county, librarian: 'county' } as const;

export const authorityAccess = {
  'authorities.create': {
    says: {
      zh: '建立规范名称（个人、团体、主题）：规范形式、其他形式、生卒年；著录中用到任一形式的书随即指向它',
      en: 'Enters a name (person, body, subject) with the form that is preferred and the others that are in use; titles that bear any of them point to it.',
    },
    roles: cataloguers,
    scope: 'catalog.write',
  },
  'authorities.list': {
    says: {
      zh: '规范名称，按规范形式排序；可按任一形式的开头查找',
      en: 'Names by their preferred form; found by how any of their forms begins.',
    },
    roles: readers,
    scope: 'catalog.read',
  },
  'authorities.read': {
    says: { zh: '一个规范名称', en: 'One name.' },
    roles: readers,
    scope: 'catalog.read',
    problems: { 410: ['authority.merged'] },
  },
  'authorities.change': {
    says: {
      zh: '更正规范名称；If-Match 注明所依据的版本',
      en: 'Corrects a name; If-Match names the version it builds on.',
    },
    roles: cataloguers,
    scope: 'catalog.write',
    problems: { 410: ['authority.merged'] },
  },
  'authorities.titles': {
    says: { zh: '指向一个规范名称的书', en: 'The titles that point to a name.' },
    roles: everyone,
    scope: 'catalog.read',
    problems: { 410: ['authority.merged'] },
  },
  'authorities.point': {
    says: {
      zh: '指定或排除指向一个规范名称的书：用于同名的人',
      en: 'Says which titles mean this one, and which do not: for names that several bear.',
    },
    roles: cataloguers,
    scope: 'catalog.write',
    problems: { 410: ['authority.merged'] },
  },
  'authorities.titles-by-name': {
    says: {
      zh: '按名称的任一形式查书：用笔名或异体也能找到',
      en: 'Titles of whoever is known by a name, whichever of its forms the books bear.',
    },
    roles: everyone,
    scope: 'catalog.read',
  },
  'authorities.proposals': {
    says: {
      zh: '疑似相同的名称：有相同形式的成对列出，附相似度',
      en: 'Names that share a form, in pairs, with how likely they are one.',
    },
    roles: readers,
    scope: 'catalog.read',
  },
  'authority-merges.preview': {
    says: { zh: '预览名称合并', en: 'What a merger of two names would do.' },
    roles: readers,
    scope: 'catalog.read',
    problems: { 409: ['authority.merged'] },
  },
  'authority-merges.create': {
    says: {
      zh: '把一个名称并入另一个：各形式成为其他形式，相关的书改指；须注明两者所依据的版本',
      en: 'Merges a name into another: its forms become variants there, its titles point there. It names the versions of both.',
    },
    roles: county,
    problems: { 409: ['authority.merged'], 412: ['version.stale'] },
  },
  'authority-merges.list': {
    says: { zh: '名称合并记录，最新的在前', en: 'The mergers of names, the latest first.' },
    roles: readers,
    scope: 'catalog.read',
  },
  'authority-merges.undo': {
    says: {
      zh: '撤销名称合并；合并后又有改动的不能撤销',
      en: 'Undoes a merger of names. Not where the one that stayed was changed since.',
    },
    roles: county,
    problems: { 409: ['authority-merge.undone', 'authority-merge.built-on'] },
  },
} as const satisfies Operations;
