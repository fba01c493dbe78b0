import type { PrintedList } from '@shulian/service-kit';
import type { BlockCopy } from './block-copies.http.js';

export const printedBlockCopies: PrintedList<BlockCopy> = {
  name: 'block-copies',
  title: { zh: '图书清单', en: 'Copies that stand there' },
  columns: [
    { key: 'copyBarcode', title: { zh: '条码', en: 'Barcode' }, type: 'text' },
    { key: 'callNumber', title: { zh: '索书号', en: 'Call number' }, type: 'text' },
    { key: 'title', title: { zh: '题名', en: 'Title' }, type: 'text' },
    { key: 'loanedOn', title: { zh: '配送日期', en: 'There since' }, type: 'day' },
    { key: 'dueOn', title: { zh: '应还日期', en: 'Due' }, type: 'day' },
  ],
  signatures: [
    { zh: '图书管理员', en: 'Librarian' },
    { zh: '班级管理员', en: 'Keeper' },
  ],
};
