import type { PrintedList } from '@shulian/service-kit';
import type { CashLine, CashPeriodView } from './cash-book.http.js';

export const printedCashLines: PrintedList<CashLine> = {
  name: 'compensation-cash-book',
  title: { zh: '图书赔偿现金账', en: 'Cash book of compensations' },
  signatures: [
    { zh: '经手人', en: 'Kept by' },
    { zh: '审核人', en: 'Checked by' },
  ],
  columns: [
    { key: 'number', title: { zh: '序号', en: 'No.' }, type: 'integer' },
    { key: 'enteredOn', title: { zh: '日期', en: 'Day' }, type: 'day' },
    { key: 'borrower', title: { zh: '读者', en: 'Reader' }, type: 'who' },
    {
      key: 'kind',
      title: { zh: '摘要', en: 'What' },
      type: 'text',
      words: {
        payment: { zh: '赔款', en: 'paid' },
        'payment-reversed': { zh: '冲销赔款', en: 'payment taken back' },
        refund: { zh: '退款', en: 'refund' },
        'handed-over': { zh: '上缴', en: 'handed over' },
        'handing-over-reversed': { zh: '冲销上缴', en: 'handing-over taken back' },
      },
    },
    { key: 'title', title: { zh: '题名', en: 'Title' }, type: 'text' },
    { key: 'copyBarcode', title: { zh: '条码', en: 'Barcode' }, type: 'text' },
    { key: 'struck', title: { zh: '已注销', en: 'Struck' }, type: 'yes-no' },
    { key: 'documentNumber', title: { zh: '凭证号', en: 'Document' }, type: 'text' },
    { key: 'inFen', title: { zh: '收入', en: 'In' }, type: 'fen', total: 'sum' },
    { key: 'outFen', title: { zh: '支出', en: 'Out' }, type: 'fen', total: 'sum' },
    { key: 'balanceFen', title: { zh: '余额', en: 'Balance' }, type: 'fen', total: 'last' },
  ],
};

export const printedCashPeriods: PrintedList<CashPeriodView> = {
  name: 'cash-periods',
  title: { zh: '图书赔偿现金账结账', en: 'Cash periods' },
  columns: [
    { key: 'number', title: { zh: '期', en: 'Period' }, type: 'integer' },
    { key: 'closedOn', title: { zh: '结账日期', en: 'Closed' }, type: 'day' },
    { key: 'openingFen', title: { zh: '期初', en: 'Opening' }, type: 'fen' },
    { key: 'inFen', title: { zh: '收入', en: 'In' }, type: 'fen' },
    { key: 'outFen', title: { zh: '支出', en: 'Out' }, type: 'fen' },
    { key: 'closingFen', title: { zh: '期末', en: 'Closing' }, type: 'fen' },
    { key: 'countedFen', title: { zh: '实点', en: 'Counted' }, type: 'fen' },
    { key: 'note', title: { zh: '说明', en: 'Note' }, type: 'text' },
  ],
};
