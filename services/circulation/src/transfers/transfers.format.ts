import type { PrintedColumn, PrintedList, Words } from '@shulian/service-kit';
import type { TransferView } from './transfers.http.js';

const states: Readonly<Record<string, Words>> = {
  requested: { zh: '待发出', en: 'to be packed' },
  packed: { zh: '在途', en: 'on the way' },
  received: { zh: '已签收', en: 'received' },
  refused: { zh: '未予发出', en: 'not sent' },
  'not-needed': { zh: '不再需要', en: 'not needed' },
  lost: { zh: '途中丢失', en: 'lost on the way' },
};

/** The copy of a line: the same on the list and on the manifest. */
export const copyOfTransfer: readonly PrintedColumn<TransferView>[] = [
  { key: 'copyBarcode', title: { zh: '条码', en: 'Barcode' }, type: 'text' },
  { key: 'callNumber', title: { zh: '索书号', en: 'Call number' }, type: 'text' },
  { key: 'title', title: { zh: '题名', en: 'Title' }, type: 'text' },
  { key: 'owningSchool', title: { zh: '所属学校', en: 'Belongs to' }, type: 'text' },
  {
    key: 'why',
    title: { zh: '事由', en: 'Why' },
    type: 'text',
    words: { hold: { zh: '预约', en: 'hold' }, home: { zh: '送还', en: 'goes home' } },
  },
  { key: 'toSchool', title: { zh: '送往', en: 'To' }, type: 'text' },
];

export const printedTransfers: PrintedList<TransferView> = {
  name: 'transfers',
  title: { zh: '馆际调送清单', en: 'Copies between schools' },
  columns: [
    ...copyOfTransfer,
    { key: 'fromSchool', title: { zh: '发自', en: 'From' }, type: 'text' },
    { key: 'status', title: { zh: '状态', en: 'State' }, type: 'text', words: states },
    { key: 'requestedOn', title: { zh: '提出日期', en: 'Requested' }, type: 'day' },
    { key: 'packedOn', title: { zh: '发出日期', en: 'Packed' }, type: 'day' },
    { key: 'daysOnWay', title: { zh: '在途天数', en: 'Days on the way' }, type: 'integer' },
    {
      key: 'missing',
      title: { zh: '逾期未到', en: 'Missing' },
      type: 'text',
      of: ({ missing }) => String(missing),
      words: { true: { zh: '是', en: 'yes' }, false: { zh: '否', en: 'no' } },
    },
    { key: 'endedOn', title: { zh: '结束日期', en: 'Ended' }, type: 'day' },
    { key: 'note', title: { zh: '备注', en: 'Note' }, type: 'text' },
  ],
};

/** The manifest that goes with the courier: one for each school on its way. */
export const printedManifest: PrintedList<TransferView> = {
  name: 'courier-manifest',
  title: { zh: '馆际送书交接清单', en: 'Manifest of the courier' },
  columns: [
    ...copyOfTransfer,
    { key: 'status', title: { zh: '状态', en: 'State' }, type: 'text', words: states },
    { key: 'endedOn', title: { zh: '签收日期', en: 'Received' }, type: 'day' },
  ],
  slipsBy: 'toSchool',
  signatures: [
    { zh: '移交人', en: 'Handed over by' },
    { zh: '送书人', en: 'Courier' },
    { zh: '签收人', en: 'Received by' },
  ],
};
