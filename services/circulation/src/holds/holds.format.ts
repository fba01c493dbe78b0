import type { PrintedList } from '@shulian/service-kit';
import type { HoldView } from './holds.http.js';

export const holdStates = {
  waiting: { zh: '排队中', en: 'waiting' },
  ready: { zh: '待取', en: 'ready' },
  fulfilled: { zh: '已取', en: 'fulfilled' },
  cancelled: { zh: '已取消', en: 'cancelled' },
  expired: { zh: '已过期', en: 'expired' },
} as const;

/** Holds as a list to print: who waits for what, and until when it is kept. */
export const printedHolds: PrintedList<HoldView> = {
  name: 'holds',
  title: { zh: '预约清单', en: 'Holds' },
  columns: [
    {
      key: 'reader',
      title: { zh: '读者', en: 'Reader' },
      type: 'who',
      of: ({ readerId }) => ({ kind: 'reader', id: readerId }),
    },
    { key: 'title', title: { zh: '题名', en: 'Title' }, type: 'text' },
    { key: 'copyBarcode', title: { zh: '条码', en: 'Barcode' }, type: 'text' },
    { key: 'callNumber', title: { zh: '索书号', en: 'Call number' }, type: 'text' },
    { key: 'placedAt', title: { zh: '预约时间', en: 'Placed' }, type: 'moment' },
    { key: 'position', title: { zh: '排队位次', en: 'Place' }, type: 'integer' },
    {
      key: 'status',
      title: { zh: '状态', en: 'State' },
      type: 'text',
      words: holdStates,
    },
    { key: 'readyOn', title: { zh: '到馆日期', en: 'Ready' }, type: 'day' },
    { key: 'pickUpByOn', title: { zh: '保留至', en: 'Kept until' }, type: 'day' },
    { key: 'endedOn', title: { zh: '结束日期', en: 'Ended' }, type: 'day' },
  ],
};
