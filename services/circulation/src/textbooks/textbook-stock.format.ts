import type { PrintedList } from '@shulian/service-kit';
import { eventWords, occasionWords } from './rules/textbook-words.js';
import type { TextbookHoldingView, TextbookLineView, TextbookStockView } from './textbook-stock.http.js';
import { HOLDER, KIND, NAME } from './textbooks.format.js';

export const printedLines: PrintedList<TextbookLineView> = {
  name: 'textbook-lines',
  title: { zh: '教材发放与收回登记', en: 'Textbooks: issue and return' },
  signatures: [
    { zh: '发放人', en: 'Issued by' },
    { zh: '领取人', en: 'Received by' },
  ],
  columns: [
    { key: 'onDay', title: { zh: '日期', en: 'Day' }, type: 'day' },
    { key: 'what', title: { zh: '事项', en: 'What' }, type: 'text', words: eventWords },
    { key: 'occasion', title: { zh: '场合', en: 'Occasion' }, type: 'text', words: occasionWords },
    KIND,
    NAME,
    { key: 'quantity', title: { zh: '数量', en: 'Quantity' }, type: 'integer', total: 'sum' },
    ...HOLDER,
    { key: 'note', title: { zh: '备注', en: 'Note' }, type: 'text' },
  ],
};

export const printedStock: PrintedList<TextbookStockView> = {
  name: 'textbook-stock',
  title: { zh: '教材库存表', en: 'Textbooks: balance' },
  columns: [
    KIND,
    NAME,
    { key: 'received', title: { zh: '入库', en: 'Received' }, type: 'integer', total: 'sum' },
    { key: 'issued', title: { zh: '发放', en: 'Issued' }, type: 'integer', total: 'sum' },
    { key: 'returned', title: { zh: '收回', en: 'Returned' }, type: 'integer', total: 'sum' },
    { key: 'lost', title: { zh: '遗失', en: 'Lost' }, type: 'integer', total: 'sum' },
    { key: 'discarded', title: { zh: '报废、退货', en: 'Discarded' }, type: 'integer', total: 'sum' },
    { key: 'onHand', title: { zh: '结存', en: 'On hand' }, type: 'integer', total: 'sum' },
    { key: 'out', title: { zh: '在外', en: 'Out' }, type: 'integer', total: 'sum' },
  ],
};

export const printedHoldings: PrintedList<TextbookHoldingView> = {
  name: 'textbook-holdings',
  title: { zh: '教材领用与归还对照表', en: 'Textbooks: who has them' },
  columns: [
    ...HOLDER,
    KIND,
    NAME,
    { key: 'issuedOn', title: { zh: '发放日期', en: 'Issued' }, type: 'day' },
    { key: 'issued', title: { zh: '发放', en: 'Issued' }, type: 'integer', total: 'sum' },
    { key: 'returned', title: { zh: '收回', en: 'Returned' }, type: 'integer', total: 'sum' },
    { key: 'lost', title: { zh: '遗失', en: 'Lost' }, type: 'integer', total: 'sum' },
    { key: 'quantity', title: { zh: '未还', en: 'Still out' }, type: 'integer', total: 'sum' },
  ],
};
