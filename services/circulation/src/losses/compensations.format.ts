import type { PrintedList } from '@shulian/service-kit';
import type { CompensationView } from './compensations.http.js';

/** Compensations as a list to print: who owes what for which lost copy, and how it was settled. */
export const printedCompensations: PrintedList<CompensationView> = {
  name: 'compensations',
  title: { zh: '赔偿清单', en: 'Compensations' },
  columns: [
    { key: 'borrower', title: { zh: '读者', en: 'Reader' }, type: 'who' },
    { key: 'title', title: { zh: '题名', en: 'Title' }, type: 'text' },
    { key: 'copyBarcode', title: { zh: '条码', en: 'Barcode' }, type: 'text' },
    { key: 'callNumber', title: { zh: '索书号', en: 'Call number' }, type: 'text' },
    { key: 'owedOn', title: { zh: '登记日期', en: 'Declared' }, type: 'day' },
    { key: 'owedFen', title: { zh: '应赔', en: 'Owed' }, type: 'fen' },
    {
      key: 'status',
      title: { zh: '状态', en: 'State' },
      type: 'text',
      words: {
        owed: { zh: '未赔', en: 'owed' },
        paid: { zh: '已赔款', en: 'paid' },
        replaced: { zh: '已赔书', en: 'replaced' },
        waived: { zh: '免赔', en: 'waived' },
      },
    },
    { key: 'settledOn', title: { zh: '结清日期', en: 'Settled' }, type: 'day' },
    { key: 'settledFen', title: { zh: '实赔', en: 'Paid' }, type: 'fen' },
  ],
};
