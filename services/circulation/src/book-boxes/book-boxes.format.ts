import type { PrintedList } from '@shulian/service-kit';
import type { BoxCopy, BoxView } from './book-boxes.http.js';

export const printedBoxes: PrintedList<BoxView> = {
  name: 'book-boxes',
  title: { zh: '图书箱登记', en: 'Book boxes' },
  columns: [
    { key: 'name', title: { zh: '图书箱', en: 'Box' }, type: 'text' },
    {
      key: 'kind',
      title: { zh: '种类', en: 'Kind' },
      type: 'text',
      words: {
        box: { zh: '班级图书箱', en: 'class box' },
        mobile: { zh: '流动书屋', en: 'mobile book house' },
        series: { zh: '主题系列', en: 'series on a theme' },
        'study-set': { zh: '教师学习用书', en: 'set for the staff' },
      },
    },
    { key: 'theme', title: { zh: '主题', en: 'Theme' }, type: 'text' },
    { key: 'copies', title: { zh: '册数', en: 'Copies' }, type: 'integer' },
    { key: 'size', title: { zh: '应有册数', en: 'Should hold' }, type: 'integer' },
    { key: 'holder', title: { zh: '现在何处', en: 'With' }, type: 'who' },
    { key: 'since', title: { zh: '送达日期', en: 'Since' }, type: 'day' },
    { key: 'dueOn', title: { zh: '应还日期', en: 'Due' }, type: 'day' },
  ],
};

export const printedBoxCopies: PrintedList<BoxCopy> = {
  name: 'book-box',
  title: { zh: '图书箱清单', en: 'Copies of a box' },
  columns: [
    { key: 'copyBarcode', title: { zh: '条码', en: 'Barcode' }, type: 'text' },
    { key: 'callNumber', title: { zh: '索书号', en: 'Call number' }, type: 'text' },
    { key: 'title', title: { zh: '题名', en: 'Title' }, type: 'text' },
    {
      key: 'inBox',
      title: { zh: '在箱', en: 'In the box' },
      type: 'text',
      of: ({ inBox }, language) =>
        inBox ? (language === 'zh' ? '是' : 'yes') : language === 'zh' ? '否' : 'no',
    },
  ],
  signatures: [
    { zh: '移交人', en: 'Handed over by' },
    { zh: '接收人', en: 'Received by' },
  ],
};
