import type { PrintedList } from '@shulian/service-kit';
import type { ExchangeBookView } from './book-exchange.http.js';

export const printedExchangeBooks: PrintedList<ExchangeBookView> = {
  name: 'exchange-books',
  title: { zh: '好书交换站登记', en: 'Exchange station' },
  columns: [
    { key: 'offeredOn', title: { zh: '送来日期', en: 'Brought' }, type: 'day' },
    { key: 'giver', title: { zh: '送书人', en: 'Brought by' }, type: 'who' },
    { key: 'title', title: { zh: '题名', en: 'Title' }, type: 'text' },
    { key: 'author', title: { zh: '作者', en: 'Author' }, type: 'text' },
    { key: 'tickets', title: { zh: '换书券', en: 'Tickets' }, type: 'integer' },
    {
      key: 'state',
      title: { zh: '状态', en: 'State' },
      type: 'text',
      words: {
        offered: { zh: '待审', en: 'offered' },
        there: { zh: '可换', en: 'there' },
        refused: { zh: '不接受', en: 'refused' },
        taken: { zh: '已换走', en: 'taken' },
        withdrawn: { zh: '已取回', en: 'withdrawn' },
      },
    },
    { key: 'taker', title: { zh: '换书人', en: 'Taken by' }, type: 'who' },
    { key: 'takenOn', title: { zh: '换走日期', en: 'Taken' }, type: 'day' },
  ],
};
