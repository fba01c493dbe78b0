import type { PrintedList } from '@shulian/service-kit';
import type { WriteOffView } from './write-offs.http.js';

export const printedWriteOffs: PrintedList<WriteOffView> = {
  name: 'write-offs',
  title: { zh: '免赔核销审批', en: 'Write-offs' },
  signatures: [{ zh: '审批人', en: 'Approved by' }],
  columns: [
    { key: 'borrower', title: { zh: '读者', en: 'Reader' }, type: 'who' },
    { key: 'title', title: { zh: '题名', en: 'Title' }, type: 'text' },
    { key: 'copyBarcode', title: { zh: '条码', en: 'Barcode' }, type: 'text' },
    { key: 'owedFen', title: { zh: '应赔', en: 'Owed' }, type: 'fen' },
    { key: 'reason', title: { zh: '理由', en: 'Why' }, type: 'text' },
    { key: 'askedOn', title: { zh: '申请日期', en: 'Asked' }, type: 'day' },
    {
      key: 'state',
      title: { zh: '状态', en: 'State' },
      type: 'text',
      words: {
        asked: { zh: '待审批', en: 'asked' },
        approved: { zh: '同意', en: 'approved' },
        declined: { zh: '不同意', en: 'declined' },
        withdrawn: { zh: '撤回', en: 'taken back' },
      },
    },
    { key: 'decidedOn', title: { zh: '审批日期', en: 'Decided' }, type: 'day' },
    { key: 'decisionNote', title: { zh: '审批意见', en: 'Note' }, type: 'text' },
  ],
};
