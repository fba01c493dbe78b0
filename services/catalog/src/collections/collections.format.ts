import type { PrintedList, Words } from '@shulian/service-kit';
import type { CollectedCopyView, CollectionChangeView, CollectionView } from './collections.http.js';
import type { CollectionKind } from './rules/collection.js';

const kindWords: Readonly<Record<CollectionKind, Words>> = {
  'thematic-bookcase': { zh: '专题书柜', en: 'thematic bookcase' },
  'famous-works': { zh: '名著室', en: 'famous works' },
  'subject-room': { zh: '学科阅览室', en: 'subject reading room' },
  'reference-room': { zh: '工具书室', en: 'reference room' },
  other: { zh: '其他', en: 'other' },
};

export const printedCollections: PrintedList<CollectionView> = {
  name: 'collections',
  title: { zh: '专藏一览', en: 'Collections' },
  columns: [
    { key: 'name', title: { zh: '专藏', en: 'Collection' }, type: 'text' },
    { key: 'kind', title: { zh: '类型', en: 'Kind' }, type: 'text', words: kindWords },
    { key: 'location', title: { zh: '位置', en: 'Place' }, type: 'text' },
    { key: 'titles', title: { zh: '种数', en: 'Titles' }, type: 'integer' },
    { key: 'volumes', title: { zh: '册数', en: 'Volumes' }, type: 'integer', total: 'sum' },
    { key: 'fen', title: { zh: '金额', en: 'Value' }, type: 'fen', total: 'sum' },
    { key: 'note', title: { zh: '说明', en: 'Note' }, type: 'text' },
  ],
};

/** The catalogue of one collection bears its name. */
export const printedCopies = ({ name }: CollectionView): PrintedList<CollectedCopyView> => ({
  name: 'collection',
  title: { zh: `${name}目录`, en: `${name}: catalogue` },
  columns: [
    { key: 'callNumber', title: { zh: '索书号', en: 'Call number' }, type: 'text' },
    { key: 'title', title: { zh: '题名', en: 'Title' }, type: 'text' },
    {
      key: 'contributors',
      title: { zh: '责任者', en: 'Author' },
      type: 'text',
      of: ({ contributors }) => contributors.join('; '),
    },
    { key: 'publisher', title: { zh: '出版者', en: 'Publisher' }, type: 'text' },
    { key: 'publishedYear', title: { zh: '出版年', en: 'Year' }, type: 'integer' },
    { key: 'barcode', title: { zh: '条码', en: 'Barcode' }, type: 'text' },
    { key: 'location', title: { zh: '位置', en: 'Place' }, type: 'text' },
  ],
});

export const printedChanges: PrintedList<CollectionChangeView> = {
  name: 'collection-changes',
  title: { zh: '专藏放入与取出记录', en: 'Put into collections and taken out' },
  columns: [
    { key: 'changedAt', title: { zh: '时间', en: 'When' }, type: 'text' },
    {
      key: 'toName',
      title: { zh: '放入', en: 'Into' },
      type: 'text',
      of: ({ toName }, language) => toName ?? { zh: '（取出）', en: '(taken out)' }[language],
    },
    { key: 'volumes', title: { zh: '册数', en: 'Volumes' }, type: 'integer' },
    { key: 'by', title: { zh: '经手', en: 'By' }, type: 'text' },
    { key: 'undoneAt', title: { zh: '撤销', en: 'Taken back' }, type: 'text' },
  ],
};
