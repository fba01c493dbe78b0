import type { Operations } from '../access/operation.js';
import { county } from '../access/role-sets.js';

const readers = { ...county, 'county-viewer': 'county' } as const;
/** People of the office: a client that writes titles of its schools merges none of the county's. */
const writers = county;

export const titleMergesAccess = {
  'title-merge-candidates.list': {
    says: {
      zh: '疑似重复书目：两种书成对列出，按相似度从高到低；可查看已排除的',
      en: 'Titles that look like one and the same, in pairs, the likeliest first; also those that were said to be two.',
    },
    roles: readers,
    scope: 'catalog.read',
  },
  'title-merge-candidates.dismiss': {
    says: {
      zh: '确认两种书不是同一种，不再提示',
      en: 'Says that the two are different titles: they are not proposed again.',
    },
    roles: writers,
  },
  'title-merge-candidates.restore': {
    says: { zh: '撤销“不是同一种”的结论', en: 'Takes back that the two are different titles.' },
    roles: writers,
  },
  'title-merges.preview': {
    says: {
      zh: '预览合并：合并后的著录、各校将移动的册数、在借册数和受影响的索书号',
      en: 'What a merger would do: the description after it, and in each school the copies that move, are out, and the call numbers they bear.',
    },
    roles: readers,
    scope: 'catalog.read',
    problems: { 409: ['title.merged'] },
  },
  'title-merges.create': {
    says: {
      zh: '把一种书并入另一种：册随之移动，空缺的著录得到补充；须注明两种书所依据的版本',
      en: 'Merges a title into another: its copies move there, and fill what its description lacks. It names the versions of both that it builds on.',
    },
    roles: writers,
    problems: { 409: ['title.merged', 'title-merge.too-large'], 412: ['version.stale'] },
  },
  'title-merges.list': {
    says: { zh: '合并记录，最新的在前', en: 'The mergers of titles, the latest first.' },
    roles: readers,
    scope: 'catalog.read',
  },
  'title-merges.read': {
    says: { zh: '一次合并', en: 'One merger.' },
    roles: readers,
    scope: 'catalog.read',
  },
  'title-merges.undo': {
    says: {
      zh: '撤销合并：册和著录恢复原状；合并后又有改动的不能撤销',
      en: 'Undoes a merger: copies and description are as before. Not where something was built on it since.',
    },
    roles: writers,
    problems: { 409: ['title-merge.undone', 'title-merge.built-on'] },
  },
} as const satisfies Operations;
