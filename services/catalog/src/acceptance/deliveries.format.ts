import type { PrintedList } from '@shulian/service-kit';
import { kindWords } from '../accession/rules/copy-words.js';
import { SIGNATURES } from '../registers/rules/signatures.js';
import type { CampaignView, DeliveryLineView, DeliveryView } from './deliveries.http.js';
import type { PurchaseBatchView, PurchaseSumView } from './purchases.http.js';

const sourceWords = {
  order: { zh: '订购', en: 'order' },
  'field-purchase': { zh: '外出购书', en: 'field purchase' },
  donation: { zh: '捐赠', en: 'donation' },
  'pupil-purchase': { zh: '学生自购', en: 'pupil purchase' },
  'central-purchase': { zh: '县统一采购', en: 'central purchase' },
} as const;
const statusWords = {
  checking: { zh: '待验收', en: 'being checked' },
  accepted: { zh: '已验收', en: 'accepted' },
  'sent-back': { zh: '已退回', en: 'sent back' },
} as const;

const SOURCE = {
  key: 'source',
  title: { zh: '来源', en: 'Source' },
  type: 'text',
  words: sourceWords,
} as const;
const VENDOR = { key: 'vendor', title: { zh: '供应商', en: 'Vendor' }, type: 'text' } as const;
const DOCUMENT = { key: 'documentNumber', title: { zh: '凭证号', en: 'Document' }, type: 'text' } as const;
const TITLES = { key: 'titles', title: { zh: '种数', en: 'Titles' }, type: 'integer' } as const;
const FEN = { key: 'fen', title: { zh: '金额', en: 'Value' }, type: 'fen' } as const;
const AVERAGE = { key: 'averageFen', title: { zh: '册均价', en: 'A volume' }, type: 'fen' } as const;
const RECEIVED = { key: 'received', title: { zh: '实收', en: 'Received' }, type: 'integer' } as const;
const FAULTS = [
  { key: 'short', title: { zh: '短缺', en: 'Short' }, type: 'integer' },
  { key: 'damaged', title: { zh: '破损', en: 'Damaged' }, type: 'integer' },
  { key: 'wrong', title: { zh: '错发', en: 'Wrong' }, type: 'integer' },
] as const;
const NUMBERS = {
  key: 'accessionNumbers',
  title: { zh: '登录号', en: 'Acc. nos.' },
  type: 'text',
  of: ({
    firstAccessionNumber: first,
    lastAccessionNumber: last,
  }: {
    readonly firstAccessionNumber: number | null;
    readonly lastAccessionNumber: number | null;
  }) => (first === null ? null : `${String(first)}–${String(last)}`),
} as const;

export const printedDeliveries: PrintedList<DeliveryView> = {
  name: 'deliveries',
  title: { zh: '到货与受赠清单', en: 'What came' },
  columns: [
    { key: 'arrivedOn', title: { zh: '日期', en: 'Date' }, type: 'day' },
    SOURCE,
    { key: 'order', title: { zh: '订单', en: 'Order' }, type: 'text' },
    VENDOR,
    { key: 'origin', title: { zh: '捐赠或经办', en: 'From' }, type: 'text' },
    { key: 'campaign', title: { zh: '捐赠活动', en: 'Campaign' }, type: 'text' },
    DOCUMENT,
    TITLES,
    RECEIVED,
    FEN,
    ...FAULTS,
    { key: 'status', title: { zh: '状态', en: 'State' }, type: 'text', words: statusWords },
    { key: 'settledOn', title: { zh: '验收日期', en: 'Settled' }, type: 'day' },
    NUMBERS,
  ],
};

export const printedDeliveryLines: PrintedList<DeliveryLineView> = {
  name: 'acceptance-sheet',
  title: { zh: '图书验收单', en: 'Acceptance sheet' },
  signatures: [
    { zh: '验收人', en: 'Checked by' },
    { zh: '馆长', en: 'Librarian' },
  ],
  columns: [
    { key: 'number', title: { zh: '序号', en: 'No.' }, type: 'integer' },
    { key: 'name', title: { zh: '题名', en: 'Title' }, type: 'text' },
    { key: 'isbn', title: { zh: 'ISBN', en: 'ISBN' }, type: 'text' },
    { key: 'kind', title: { zh: '类型', en: 'Kind' }, type: 'text', words: kindWords },
    { key: 'unitPriceFen', title: { zh: '单价', en: 'Price' }, type: 'fen' },
    { ...RECEIVED, total: 'sum' },
    ...FAULTS.map((fault) => ({ ...fault, total: 'sum' as const })),
    {
      key: 'accessionNumbers',
      title: { zh: '登录号', en: 'Acc. nos.' },
      type: 'text',
      of: ({ firstAccessionNumber: first, received }) =>
        first === null ? null : `${String(first)}–${String(first + received - 1)}`,
    },
    { key: 'remark', title: { zh: '备注', en: 'Remark' }, type: 'text' },
  ],
};

/** For the donor: what was given, when, and for which campaign stands above its lines. */
export const printedCertificate: PrintedList<DeliveryLineView> = {
  name: 'donation-certificate',
  title: { zh: '图书捐赠证书', en: 'Certificate of a donation' },
  signatures: [
    { zh: '校长', en: 'Head' },
    { zh: '学校（盖章）', en: 'Stamp of the school' },
  ],
  columns: [
    { key: 'name', title: { zh: '题名', en: 'Title' }, type: 'text' },
    { key: 'isbn', title: { zh: 'ISBN', en: 'ISBN' }, type: 'text' },
    { key: 'received', title: { zh: '册数', en: 'Volumes' }, type: 'integer', total: 'sum' },
  ],
};

export const printedCampaigns: PrintedList<CampaignView> = {
  name: 'donation-campaigns',
  title: { zh: '捐书活动汇总', en: 'Campaigns of donations' },
  columns: [
    { key: 'campaign', title: { zh: '活动', en: 'Campaign' }, type: 'text' },
    { key: 'firstOn', title: { zh: '起', en: 'From' }, type: 'day' },
    { key: 'lastOn', title: { zh: '止', en: 'To' }, type: 'day' },
    { key: 'donors', title: { zh: '捐赠者', en: 'Donors' }, type: 'integer' },
    { key: 'gifts', title: { zh: '批数', en: 'Gifts' }, type: 'integer', total: 'sum' },
    { key: 'volumes', title: { zh: '册数', en: 'Volumes' }, type: 'integer', total: 'sum' },
    { ...FEN, total: 'sum' },
  ],
};

export const printedPurchases: PrintedList<PurchaseBatchView> = {
  name: 'purchase-register',
  title: { zh: '购书登记表', en: 'Purchase register' },
  signatures: SIGNATURES,
  columns: [
    { key: 'acceptedOn', title: { zh: '日期', en: 'Date' }, type: 'day' },
    { key: 'batch', title: { zh: '批次', en: 'Batch' }, type: 'integer' },
    {
      ...SOURCE,
      words: { ...sourceWords, 'without-delivery': { zh: '未经验收登记', en: 'without a delivery' } },
    },
    { key: 'order', title: { zh: '订单', en: 'Order' }, type: 'text' },
    VENDOR,
    { key: 'origin', title: { zh: '经办', en: 'Bought by' }, type: 'text' },
    { key: 'reason', title: { zh: '未经验收的说明', en: 'Why without a delivery' }, type: 'text' },
    DOCUMENT,
    { ...TITLES, total: 'sum' },
    { key: 'volumes', title: { zh: '册数', en: 'Volumes' }, type: 'integer', total: 'sum' },
    { ...FEN, total: 'sum' },
    AVERAGE,
    NUMBERS,
  ],
};

export const printedSums: PrintedList<PurchaseSumView> = {
  name: 'purchase-statistics',
  title: { zh: '购书统计', en: 'What was bought' },
  signatures: SIGNATURES,
  columns: [
    {
      key: 'period',
      title: { zh: '时段', en: 'Period' },
      type: 'text',
      words: { total: { zh: '合计', en: 'Total' }, '-': { zh: '学期之外', en: 'Outside of terms' } },
    },
    { key: 'batches', title: { zh: '批数', en: 'Batches' }, type: 'integer' },
    TITLES,
    { key: 'volumes', title: { zh: '册数', en: 'Volumes' }, type: 'integer' },
    FEN,
    AVERAGE,
  ],
};
