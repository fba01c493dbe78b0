import type { LoanView } from '../desk/loan.http.js';
import type { PrintedList } from '@shulian/service-kit';

/** Loans as a list to print: what is out, with whom, until when. */
export const printedLoans: PrintedList<LoanView> = {
  name: 'loans',
  title: { zh: '借阅清单', en: 'Loans' },
  columns: [
    { key: 'borrower', title: { zh: '读者', en: 'Reader' }, type: 'who' },
    { key: 'title', title: { zh: '题名', en: 'Title' }, type: 'text' },
    { key: 'copyBarcode', title: { zh: '条码', en: 'Barcode' }, type: 'text' },
    { key: 'callNumber', title: { zh: '索书号', en: 'Call number' }, type: 'text' },
    {
      key: 'mode',
      title: { zh: '方式', en: 'Mode' },
      type: 'text',
      words: {
        individual: { zh: '个人外借', en: 'taken home' },
        collective: { zh: '集体借阅', en: 'class' },
        'in-room': { zh: '室内阅览', en: 'in the room' },
        corner: { zh: '图书角', en: 'book corner' },
        box: { zh: '图书箱', en: 'book box' },
        delivery: { zh: '送书上门', en: 'delivered' },
      },
    },
    { key: 'loanedOn', title: { zh: '借出日期', en: 'Lent' }, type: 'day' },
    { key: 'dueOn', title: { zh: '应还日期', en: 'Due' }, type: 'day' },
    { key: 'renewals', title: { zh: '续借次数', en: 'Renewals' }, type: 'integer' },
    {
      key: 'status',
      title: { zh: '状态', en: 'State' },
      type: 'text',
      of: ({ status, closedHow }) => closedHow ?? status,
      words: {
        open: { zh: '在借', en: 'open' },
        overdue: { zh: '逾期', en: 'overdue' },
        returned: { zh: '已还', en: 'returned' },
        lost: { zh: '丢失', en: 'lost' },
      },
    },
    { key: 'closedOn', title: { zh: '归还日期', en: 'Closed' }, type: 'day' },
  ],
};
