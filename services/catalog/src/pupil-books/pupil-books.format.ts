import type { PrintedList } from '@shulian/service-kit';
import { SIGNATURES } from '../registers/rules/signatures.js';
import type { PupilBookView } from './pupil-books.http.js';

const statusWords = {
  'handed-in': { zh: '已上交', en: 'handed in' },
  approved: { zh: '已批准', en: 'approved' },
  refused: { zh: '不予报销', en: 'refused' },
  paid: { zh: '已报销', en: 'paid' },
} as const;
const partWords = {
  book: { zh: '书', en: 'book' },
  invoice: { zh: '发票', en: 'invoice' },
  reflection: { zh: '心得', en: 'reflection' },
} as const;

const NAME = { key: 'name', title: { zh: '题名', en: 'Title' }, type: 'text' } as const;
const PUPIL = {
  key: 'reader',
  title: { zh: '学生', en: 'Pupil' },
  type: 'who',
  of: ({ readerId }: PupilBookView) => ({ kind: 'reader', id: readerId }) as const,
} as const;
const PRICE = { key: 'priceFen', title: { zh: '金额', en: 'Price' }, type: 'fen' } as const;
const INVOICE = { key: 'invoiceNumber', title: { zh: '发票号', en: 'Invoice' }, type: 'text' } as const;
const NUMBER = { key: 'accessionNumber', title: { zh: '登录号', en: 'Acc. no.' }, type: 'integer' } as const;

export const printedPupilBooks: PrintedList<PupilBookView> = {
  name: 'pupil-books',
  title: { zh: '学生自购图书报销清单', en: 'Books that pupils bought' },
  columns: [
    { key: 'enteredOn', title: { zh: '上交日期', en: 'Handed in' }, type: 'day' },
    PUPIL,
    NAME,
    PRICE,
    INVOICE,
    {
      key: 'partsMissing',
      title: { zh: '尚缺', en: 'Missing' },
      type: 'text',
      of: ({ partsMissing }, language) =>
        partsMissing.map((part) => partWords[part as keyof typeof partWords][language]).join('、'),
    },
    { key: 'status', title: { zh: '状态', en: 'State' }, type: 'text', words: statusWords },
    NUMBER,
  ],
};

export const printedPayments: PrintedList<PupilBookView> = {
  name: 'pupil-book-payments',
  title: { zh: '学生自购图书报销登记表', en: 'Register of books reimbursed to pupils' },
  signatures: SIGNATURES,
  columns: [
    { key: 'paidOn', title: { zh: '报销日期', en: 'Paid on' }, type: 'day' },
    PUPIL,
    NAME,
    INVOICE,
    NUMBER,
    { ...PRICE, total: 'sum' },
    { key: 'receiptNumber', title: { zh: '收据号', en: 'Receipt' }, type: 'text' },
    { key: 'signed', title: { zh: '领款人签名', en: 'Signature' }, type: 'text', of: () => null },
  ],
};
