import type { PrintedList } from '@shulian/service-kit';
import type { OverLongLoan } from './over-long.http.js';

export const printedOverLong: PrintedList<OverLongLoan> = {
  name: 'over-long-loans',
  title: { zh: '借阅期限过长书刊名单', en: 'Over-long loans' },
  columns: [
    { key: 'borrower', title: { zh: '读者', en: 'Reader' }, type: 'who' },
    { key: 'title', title: { zh: '题名', en: 'Title' }, type: 'text' },
    { key: 'copyBarcode', title: { zh: '条码', en: 'Barcode' }, type: 'text' },
    { key: 'callNumber', title: { zh: '索书号', en: 'Call number' }, type: 'text' },
    { key: 'loanedOn', title: { zh: '借出日期', en: 'Lent' }, type: 'day' },
    { key: 'dueOn', title: { zh: '应还日期', en: 'Due' }, type: 'day' },
    { key: 'daysOut', title: { zh: '借出天数', en: 'Days out' }, type: 'integer' },
    { key: 'daysLate', title: { zh: '逾期天数', en: 'Days late' }, type: 'integer' },
    {
      key: 'decision',
      title: { zh: '本学期处理', en: 'This term' },
      type: 'text',
      words: {
        'to-dun': { zh: '催还', en: 'dun' },
        'may-keep': { zh: '可续用', en: 'may keep' },
        'to-declare-lost': { zh: '按丢失处理', en: 'declare lost' },
      },
    },
    { key: 'reviewedOn', title: { zh: '审看日期', en: 'Reviewed' }, type: 'day' },
    { key: 'note', title: { zh: '备注', en: 'Note' }, type: 'text' },
  ],
};
