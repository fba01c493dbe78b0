import type { PrintedList } from '@shulian/service-kit';
import type { ClcClassView, DoubtfulClassView, UnclassedTitleView } from './clc-classes.http.js';

const clc = { zh: '分类号', en: 'Class' };

export const printedClasses: PrintedList<ClcClassView> = {
  name: 'clc-classes',
  title: { zh: '中图法类目', en: 'Classes of the CLC' },
  columns: [
    { key: 'notation', title: clc, type: 'text' },
    { key: 'name', title: { zh: '类名', en: 'Name' }, type: 'text' },
    { key: 'parent', title: { zh: '上位类', en: 'Below' }, type: 'text' },
  ],
};

export const printedDoubtful: PrintedList<DoubtfulClassView> = {
  name: 'doubtful-classes',
  title: { zh: '可疑分类号', en: 'Doubtful class numbers' },
  columns: [
    { key: 'clc', title: clc, type: 'text' },
    {
      key: 'code',
      title: { zh: '原因', en: 'Why' },
      type: 'text',
      words: {
        'clc.invalid': { zh: '格式不正确', en: 'no class number' },
        'clc.no-such-class': { zh: '类表中没有这样的类', en: 'no such class' },
      },
    },
    { key: 'titles', title: { zh: '种数', en: 'Titles' }, type: 'integer' },
  ],
};

export const printedUnclassed: PrintedList<UnclassedTitleView> = {
  name: 'unclassed-titles',
  title: { zh: '待分类书目', en: 'Titles without a class' },
  columns: [
    { key: 'title', title: { zh: '题名', en: 'Title' }, type: 'text' },
    {
      key: 'contributors',
      title: { zh: '责任者', en: 'Contributors' },
      type: 'text',
      of: ({ contributors }) => contributors.join('; '),
    },
    { key: 'isbns', title: { zh: 'ISBN', en: 'ISBN' }, type: 'text', of: ({ isbns }) => isbns.join('; ') },
    {
      key: 'otherClasses',
      title: { zh: '其他分类号', en: 'Other classes' },
      type: 'text',
      of: ({ otherClasses }) => otherClasses.join('; '),
    },
    {
      key: 'callNumbers',
      title: { zh: '现有索书号', en: 'Call numbers' },
      type: 'text',
      of: ({ callNumbers }) => callNumbers.join('; '),
    },
  ],
};
