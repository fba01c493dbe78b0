import type { PrintedList } from '@shulian/service-kit';
import type { BatchReaderView, BatchView } from './card-production.http.js';

const steps = {
  notice: { zh: '已通知', en: 'notice' },
  roster: { zh: '已造册', en: 'roster' },
  written: { zh: '已写证', en: 'written' },
  barcode: { zh: '已贴条码', en: 'barcodes' },
  entered: { zh: '已录入', en: 'entered' },
  laminated: { zh: '已封塑', en: 'laminated' },
} as const;

export const printedBatches: PrintedList<BatchView> = {
  name: 'card-batches',
  title: { zh: '借书证制作进度', en: 'Cards in the making' },
  columns: [
    { key: 'className', title: { zh: '班级', en: 'Class' }, type: 'text' },
    { key: 'step', title: { zh: '工序', en: 'Step' }, type: 'text', words: steps },
    { key: 'nextStep', title: { zh: '下一工序', en: 'Next' }, type: 'text', words: steps },
    { key: 'readers', title: { zh: '人数', en: 'Readers' }, type: 'integer' },
    { key: 'cards', title: { zh: '已录入', en: 'Entered' }, type: 'integer' },
    { key: 'createdOn', title: { zh: '开始日期', en: 'Begun' }, type: 'day' },
    { key: 'cancelledOn', title: { zh: '取消日期', en: 'Called off' }, type: 'day' },
  ],
};

export const printedBatchReaders: PrintedList<BatchReaderView> = {
  name: 'card-batch-readers',
  title: { zh: '办证花名册', en: 'Roster of a batch' },
  columns: [
    { key: 'name', title: { zh: '姓名', en: 'Name' }, type: 'text' },
    { key: 'number', title: { zh: '借书证号', en: 'Card number' }, type: 'text' },
    {
      key: 'status',
      title: { zh: '证件状态', en: 'Card' },
      type: 'text',
      words: {
        active: { zh: '有效', en: 'valid' },
        lost: { zh: '挂失', en: 'lost' },
        returned: { zh: '已退', en: 'returned' },
        left: { zh: '离校', en: 'left' },
      },
    },
  ],
  signatures: [{ zh: '班主任', en: 'Class teacher' }],
};
