import type { PrintedList } from '@shulian/service-kit';
import type { ClassOfTitles, NewPurchase, NewTitle } from './browsing.http.js';

export const printedNewTitles: PrintedList<NewTitle> = {
  name: 'new-titles',
  title: { zh: '新书目录', en: 'New titles' },
  columns: [
    { key: 'day', title: { zh: '入藏日期', en: 'Came' }, type: 'day' },
    { key: 'week', title: { zh: '周次', en: 'Week' }, type: 'text' },
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
    { key: 'isbn', title: { zh: 'ISBN', en: 'ISBN' }, type: 'text' },
    { key: 'copies', title: { zh: '册', en: 'Copies' }, type: 'integer' },
  ],
};

export const printedNewPurchases: PrintedList<NewPurchase> = {
  name: 'new-purchases',
  title: { zh: '新书到馆批次', en: 'New purchases' },
  columns: [
    { key: 'day', title: { zh: '验收日期', en: 'Accepted' }, type: 'day' },
    { key: 'name', title: { zh: '批次', en: 'Purchase' }, type: 'text' },
    {
      key: 'source',
      title: { zh: '来源', en: 'Source' },
      type: 'text',
      words: {
        order: { zh: '订购', en: 'ordered' },
        'field-purchase': { zh: '现采', en: 'field purchase' },
        donation: { zh: '捐赠', en: 'gift' },
      },
    },
    { key: 'titles', title: { zh: '种', en: 'Titles' }, type: 'integer' },
    { key: 'copies', title: { zh: '册', en: 'Copies' }, type: 'integer' },
  ],
};

export const printedClasses: PrintedList<ClassOfTitles> = {
  name: 'classes-of-titles',
  title: { zh: '分类种数', en: 'Titles by class' },
  columns: [
    { key: 'clc', title: { zh: '类号', en: 'Class' }, type: 'text' },
    { key: 'name', title: { zh: '类名', en: 'Name' }, type: 'text' },
    { key: 'titles', title: { zh: '种', en: 'Titles' }, type: 'integer' },
  ],
};
