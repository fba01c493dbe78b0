import type { Operations } from '../access/operation.js';
import { county, librarian, school } from '../access/role-sets.js';

const readers = { ...county, 'county-viewer': 'county', ...school } as const;
const writers = { ...county, ...librarian } as const;

export const renumberingAccess = {
  'renumberings.preview': {
    says: {
      zh: '预览一个类目的种次号重排：哪些书换号、需换多少书标',
      en: 'What renumbering a class of a school would do: which titles get other numbers, and how many labels that takes.',
    },
    roles: readers,
    scope: 'catalog.read',
    problems: { 409: ['renumbering.too-large'] },
  },
  'renumberings.create': {
    says: {
      zh: '重排一个类目的种次号：从 1 起连续编号，册的索书号随之改变',
      en: 'Gives the titles of a class at a school the numbers from 1 on; the call numbers of their copies follow.',
    },
    roles: writers,
    scope: 'catalog.write',
    problems: { 409: ['renumbering.nothing-to-do', 'renumbering.too-large'] },
  },
  'renumberings.list': {
    says: { zh: '种次号重排记录，最新的在前', en: 'The renumberings of a school, the latest first.' },
    roles: readers,
    scope: 'catalog.read',
  },
  'renumberings.read': {
    says: { zh: '一次重排', en: 'One renumbering.' },
    roles: readers,
    scope: 'catalog.read',
  },
  'renumberings.labels': {
    says: {
      zh: '换标清单：需要新书标的册，按新索书号排序',
      en: 'The copies that want another label, in the order of their new call numbers.',
    },
    roles: readers,
    scope: 'catalog.read',
  },
  'renumberings.undo': {
    says: {
      zh: '撤销重排：种次号和索书号恢复原状；之后又有变动的不能撤销',
      en: 'Undoes a renumbering: numbers and call numbers as before. Not where something was numbered there since.',
    },
    roles: writers,
    scope: 'catalog.write',
    problems: { 409: ['renumbering.undone', 'renumbering.built-on'] },
  },
} as const satisfies Operations;
