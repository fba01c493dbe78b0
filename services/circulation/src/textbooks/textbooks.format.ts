import type { PrintedColumn, PrintedList } from '@shulian/service-kit';
import type { TextbookHolderView } from './holder.http.js';
import type { TextbookKind } from './rules/textbook.js';
import { holderWords, kindWords, streamWords } from './rules/textbook-words.js';
import type { TextbookClassView, TextbookNeedView, TextbookView } from './textbooks.http.js';

/** Columns that several lists have. */
export const KIND = {
  key: 'kind',
  title: { zh: '类别', en: 'Kind' },
  type: 'text',
  words: kindWords,
} as const satisfies PrintedColumn<{ readonly kind: TextbookKind }>;
export const NAME = { key: 'name', title: { zh: '书名', en: 'Name' }, type: 'text' } as const;
const DESCRIBED = [
  { key: 'subject', title: { zh: '学科', en: 'Subject' }, type: 'text' },
  { key: 'publisher', title: { zh: '出版社', en: 'Publisher' }, type: 'text' },
  { key: 'isbn', title: { zh: '书号', en: 'ISBN' }, type: 'text' },
  { key: 'priceFen', title: { zh: '单价', en: 'Price' }, type: 'fen' },
] as const;
const GRADE = { key: 'grade', title: { zh: '年级', en: 'Grade' }, type: 'integer' } as const;
const STREAM = {
  key: 'stream',
  title: { zh: '文理科', en: 'Stream' },
  type: 'text',
  words: streamWords,
} as const;
const PUPILS = { key: 'pupils', title: { zh: '学生数', en: 'Pupils' }, type: 'integer' } as const;

type Held = { readonly holder: TextbookHolderView | null };
/** Who has it: a person or a class by name, which the gateway knows, a group as it is written. */
export const HOLDER: readonly PrintedColumn<Held>[] = [
  {
    key: 'holderKind',
    title: { zh: '对象', en: 'To, from' },
    type: 'text',
    of: ({ holder }, language) => (holder === null ? null : holderWords[holder.kind][language]),
  },
  {
    key: 'group',
    title: { zh: '组、科室', en: 'Group' },
    type: 'text',
    of: ({ holder }) => (holder?.kind === 'group' ? holder.ref : null),
  },
  {
    key: 'holder',
    title: { zh: '班级、姓名', en: 'Class, person' },
    type: 'who',
    of: ({ holder }) =>
      holder === null || holder.kind === 'group' ? null : { kind: holder.kind, id: holder.ref },
  },
];

export const printedTextbooks: PrintedList<TextbookView> = {
  name: 'textbooks',
  title: { zh: '教材目录', en: 'Textbooks' },
  columns: [
    KIND,
    NAME,
    ...DESCRIBED,
    {
      key: 'status',
      title: { zh: '状态', en: 'Status' },
      type: 'text',
      words: { 'in-use': { zh: '在用', en: 'in use' }, retired: { zh: '停用', en: 'retired' } },
    },
  ],
};

export const printedNeeds: PrintedList<TextbookNeedView> = {
  name: 'textbook-needs',
  title: { zh: '学期教材用书表', en: 'Textbooks of a term' },
  columns: [
    GRADE,
    STREAM,
    KIND,
    NAME,
    ...DESCRIBED,
    { key: 'perPupil', title: { zh: '每生', en: 'Each pupil' }, type: 'integer' },
    PUPILS,
    { key: 'quantity', title: { zh: '数量', en: 'Quantity' }, type: 'integer', total: 'sum' },
  ],
};

export const printedClasses: PrintedList<TextbookClassView> = {
  name: 'textbook-classes',
  title: { zh: '班级与人数', en: 'Classes and pupils' },
  columns: [
    GRADE,
    {
      key: 'class',
      title: { zh: '班级', en: 'Class' },
      type: 'class',
      of: ({ classId }) => ({ kind: 'class', id: classId }),
    },
    STREAM,
    { ...PUPILS, total: 'sum' },
  ],
};
