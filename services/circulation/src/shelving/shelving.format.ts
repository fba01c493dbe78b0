import type { PrintedList } from '@shulian/service-kit';
import type { DailyCycle, ReturnedCopy } from './shelving.http.js';

export const printedReturnedCopies: PrintedList<ReturnedCopy> = {
  name: 'returned-copies',
  title: { zh: '已还书刊上架单', en: 'Returned, to be shelved' },
  columns: [
    { key: 'callNumber', title: { zh: '索书号', en: 'Call number' }, type: 'text' },
    { key: 'title', title: { zh: '题名', en: 'Title' }, type: 'text' },
    { key: 'copyBarcode', title: { zh: '条码', en: 'Barcode' }, type: 'text' },
    { key: 'returnedOn', title: { zh: '归还日期', en: 'Returned' }, type: 'day' },
    {
      key: 'state',
      title: { zh: '状态', en: 'State' },
      type: 'text',
      words: {
        waiting: { zh: '待上架', en: 'to be shelved' },
        shelved: { zh: '已上架', en: 'shelved' },
        missing: { zh: '缺失', en: 'missing' },
      },
    },
    { key: 'markedOn', title: { zh: '登记日期', en: 'Marked' }, type: 'day' },
  ],
};

export const printedCycles: PrintedList<DailyCycle> = {
  name: 'daily-cycles',
  title: { zh: '每日流通', en: 'Day by day' },
  columns: [
    { key: 'day', title: { zh: '日期', en: 'Day' }, type: 'day' },
    { key: 'returned', title: { zh: '归还', en: 'Returned' }, type: 'integer' },
    { key: 'classes', title: { zh: '班级', en: 'Classes' }, type: 'integer' },
    { key: 'shelved', title: { zh: '上架', en: 'Shelved' }, type: 'integer' },
    { key: 'missing', title: { zh: '缺失', en: 'Missing' }, type: 'integer' },
    { key: 'lent', title: { zh: '借出', en: 'Lent' }, type: 'integer' },
    {
      key: 'tidied',
      title: { zh: '整架', en: 'Tidied' },
      type: 'yes-no',
      of: ({ tidyingId }) => tidyingId !== null,
    },
  ],
};
