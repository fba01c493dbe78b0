import type { PrintedList } from '@shulian/service-kit';
import type { SwapView } from './corner-swaps.http.js';

export const printedSwaps: PrintedList<SwapView> = {
  name: 'corner-swaps',
  title: { zh: '图书角交换登记', en: 'Swaps between corners' },
  columns: [
    { key: 'proposedOn', title: { zh: '提出日期', en: 'Proposed' }, type: 'day' },
    { key: 'corner', title: { zh: '图书角', en: 'Corner' }, type: 'text' },
    {
      key: 'copies',
      title: { zh: '换出册数', en: 'Gives' },
      type: 'integer',
      of: ({ copyBarcodes }) => copyBarcodes.length,
    },
    { key: 'otherCorner', title: { zh: '对方图书角', en: 'Other corner' }, type: 'text' },
    {
      key: 'otherCopies',
      title: { zh: '换入册数', en: 'Gets' },
      type: 'integer',
      of: ({ otherCopyBarcodes }) => otherCopyBarcodes.length,
    },
    {
      key: 'state',
      title: { zh: '状态', en: 'State' },
      type: 'text',
      words: {
        proposed: { zh: '待对方同意', en: 'proposed' },
        refused: { zh: '不同意', en: 'refused' },
        done: { zh: '已交换', en: 'done' },
        undone: { zh: '已换回', en: 'undone' },
      },
    },
    { key: 'endedOn', title: { zh: '办理日期', en: 'Ended' }, type: 'day' },
  ],
};
