import type { PrintedColumn, PrintedList, Words } from '@shulian/service-kit';
import type { BibliographyView, EntryView } from './bibliographies.http.js';
import type { BibliographyKind } from './rules/bibliography.js';

const kindWords: Readonly<Record<BibliographyKind, Words>> = {
  subject: { zh: '专题书目', en: 'subject' },
  course: { zh: '课程参考书目', en: 'course' },
  'new-books': { zh: '新书目录', en: 'new books' },
  'e-books': { zh: '电子书目', en: 'e-books' },
  digest: { zh: '二次文献', en: 'digest' },
};

export const printedBibliographies: PrintedList<BibliographyView> = {
  name: 'bibliographies',
  title: { zh: '书目一览', en: 'Booklists' },
  columns: [
    { key: 'name', title: { zh: '书目', en: 'Booklist' }, type: 'text' },
    { key: 'kind', title: { zh: '类型', en: 'Kind' }, type: 'text', words: kindWords },
    { key: 'issue', title: { zh: '期次', en: 'Issue' }, type: 'text' },
    { key: 'schoolName', title: { zh: '学校', en: 'School' }, type: 'text' },
    { key: 'audience', title: { zh: '对象', en: 'For' }, type: 'text' },
    { key: 'entries', title: { zh: '条目', en: 'Entries' }, type: 'integer' },
    { key: 'publishedOn', title: { zh: '发布日期', en: 'Published' }, type: 'day' },
  ],
};

/** Of e-books: where they are read. */
const READ_ONLINE: readonly PrintedColumn<EntryView>[] = [
  { key: 'resource', title: { zh: '所在资源', en: 'Resource' }, type: 'text' },
  { key: 'url', title: { zh: '网址', en: 'Link' }, type: 'text' },
];

/** A booklist on paper has its own name, and says for whom it is. */
export const printedEntries = ({ name, kind }: BibliographyView): PrintedList<EntryView> => ({
  name: 'bibliography',
  title: { zh: name, en: name },
  columns: [
    { key: 'place', title: { zh: '序号', en: 'No.' }, type: 'integer' },
    { key: 'heading', title: { zh: '题名', en: 'Title' }, type: 'text' },
    {
      key: 'contributors',
      title: { zh: '责任者', en: 'Author' },
      type: 'text',
      of: ({ contributors }) => contributors.join('; '),
    },
    { key: 'publisher', title: { zh: '出版者', en: 'Publisher' }, type: 'text' },
    { key: 'publishedYear', title: { zh: '出版年', en: 'Year' }, type: 'integer' },
    { key: 'isbn', title: { zh: 'ISBN', en: 'ISBN' }, type: 'text' },
    { key: 'clc', title: { zh: '分类号', en: 'Class' }, type: 'text' },
    { key: 'source', title: { zh: '出处', en: 'Source' }, type: 'text' },
    { key: 'note', title: { zh: '提要', en: 'Note' }, type: 'text' },
    ...(kind === 'e-books' ? READ_ONLINE : []),
    {
      key: 'copies',
      title: { zh: '馆藏册', en: 'Copies' },
      type: 'integer',
      of: ({ holdings }) => holdings.reduce((sum, { copies }) => sum + copies, 0),
    },
  ],
});
