import type { PrintedList, Words } from '@shulian/service-kit';
import type { ManifestLine, ManifestView } from './block-manifests.http.js';

const purposes: Readonly<Record<string, Words>> = {
  corner: { zh: '图书角', en: 'book corner' },
  box: { zh: '图书箱', en: 'book box' },
  delivery: { zh: '送书上门', en: 'delivery' },
};
const states: Readonly<Record<string, Words>> = {
  sent: { zh: '已发出', en: 'sent' },
  received: { zh: '已签收', en: 'received' },
  cancelled: { zh: '已撤销', en: 'cancelled' },
};

export const printedManifests: PrintedList<ManifestView> = {
  name: 'block-manifests',
  title: { zh: '成批借出交接登记', en: 'Blocks of copies handed over' },
  columns: [
    { key: 'sentOn', title: { zh: '发出日期', en: 'Sent' }, type: 'day' },
    { key: 'purpose', title: { zh: '用途', en: 'Purpose' }, type: 'text', words: purposes },
    { key: 'borrower', title: { zh: '接收人或班级', en: 'To' }, type: 'who' },
    { key: 'place', title: { zh: '送达地点', en: 'Place' }, type: 'text' },
    { key: 'copies', title: { zh: '册数', en: 'Copies' }, type: 'integer' },
    { key: 'foundMissing', title: { zh: '缺少', en: 'Missing' }, type: 'integer' },
    { key: 'damaged', title: { zh: '破损', en: 'Damaged' }, type: 'integer' },
    { key: 'out', title: { zh: '未还', en: 'Still out' }, type: 'integer' },
    { key: 'dueOn', title: { zh: '应还日期', en: 'Due' }, type: 'day' },
    { key: 'state', title: { zh: '状态', en: 'State' }, type: 'text', words: states },
    { key: 'receivedOn', title: { zh: '签收日期', en: 'Received' }, type: 'day' },
    { key: 'handedTo', title: { zh: '签收人', en: 'Handed to' }, type: 'text' },
  ],
};

export const printedManifestLines: PrintedList<ManifestLine> = {
  name: 'block-manifest',
  title: { zh: '图书交接清单', en: 'List of copies handed over' },
  columns: [
    { key: 'position', title: { zh: '序号', en: 'No.' }, type: 'integer' },
    { key: 'copyBarcode', title: { zh: '条码', en: 'Barcode' }, type: 'text' },
    { key: 'callNumber', title: { zh: '索书号', en: 'Call number' }, type: 'text' },
    { key: 'title', title: { zh: '题名', en: 'Title' }, type: 'text' },
    {
      key: 'finding',
      title: { zh: '签收情况', en: 'On receipt' },
      type: 'text',
      words: { missing: { zh: '缺少', en: 'missing' }, damaged: { zh: '破损', en: 'damaged' } },
    },
    {
      key: 'status',
      title: { zh: '状态', en: 'State' },
      type: 'text',
      words: {
        open: { zh: '在外', en: 'out' },
        returned: { zh: '已还', en: 'returned' },
        lost: { zh: '丢失', en: 'lost' },
      },
    },
  ],
  signatures: [
    { zh: '移交人', en: 'Handed over by' },
    { zh: '接收人', en: 'Received by' },
  ],
};
