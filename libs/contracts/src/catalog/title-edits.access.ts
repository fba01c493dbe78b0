import type { Operations } from '../access/operation.js';
import { county } from '../access/role-sets.js';

const readers = {
  ...county,
  'county-viewer': 'county',
  'school-head': 'county',
  librarian: 'county',
} as const;
/** The titles are the county's: what librarians correct one by one, people of the office change in hundreds. */
const writers = county;

export const titleEditsAccess = {
  'title-edits.preview': {
    says: {
      zh: '预览书目批量修改：哪些书会改、改前改后、多少册换索书号；不作修改',
      en: 'What a change of many titles would do: which of them change, from what to what, and how many call numbers follow. Nothing is written.',
    },
    roles: readers,
    problems: { 409: ['title-edit.too-large'] },
  },
  'title-edits.create': {
    says: {
      zh: '批量修改书目：按清单或条件，改分类号、出版者、出版地、读者对象、装帧、语种',
      en: 'Changes many titles at once, by ids or by a filter: class, publisher, place, audience, binding, languages.',
    },
    roles: writers,
    problems: { 409: ['title-edit.too-large', 'title-edit.titles-differ', 'title-edit.nothing-to-do'] },
  },
  'title-edits.list': {
    says: { zh: '批量修改记录，最新的在前', en: 'The changes of many titles, the latest first.' },
    roles: readers,
    scope: 'catalog.read',
  },
  'title-edits.read': {
    says: { zh: '一次批量修改', en: 'One change of many titles.' },
    roles: readers,
    scope: 'catalog.read',
  },
  'title-edits.lines': {
    says: {
      zh: '一次批量修改的明细：每种书改前改后；撤销时哪些未恢复',
      en: 'Each title of such a change, before and after, and whether an undoing gave it back.',
    },
    roles: readers,
    scope: 'catalog.read',
  },
  'title-edits.undo': {
    says: {
      zh: '撤销批量修改：恢复改前的内容；后来另有修改的不恢复，并在明细中注明',
      en: 'Undoes a change of many titles. What somebody changed since is left as it is, and its line says so.',
    },
    roles: writers,
    problems: { 409: ['title-edit.undone', 'title-edit.built-on'] },
  },
} as const satisfies Operations;
