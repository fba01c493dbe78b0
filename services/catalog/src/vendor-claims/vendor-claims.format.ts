import type { PrintedList } from '@shulian/service-kit';
import type { VendorClaimView, VendorOwingView } from './vendor-claims.http.js';

const faultWords = {
  short: { zh: '短缺', en: 'short' },
  damaged: { zh: '破损', en: 'damaged' },
  wrong: { zh: '错发', en: 'wrong' },
} as const;
const statusWords = {
  open: { zh: '待答复', en: 'open' },
  answered: { zh: '已答复', en: 'answered' },
  settled: { zh: '已了结', en: 'settled' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
} as const;
const outcomeWords = {
  replacement: { zh: '补发', en: 'replacement' },
  credit: { zh: '抵扣', en: 'credit' },
  refund: { zh: '退款', en: 'refund' },
} as const;
const VENDOR = { key: 'vendor', title: { zh: '供应商', en: 'Vendor' }, type: 'text' } as const;
const VOLUMES = {
  key: 'volumes',
  title: { zh: '册数', en: 'Volumes' },
  type: 'integer',
  total: 'sum',
} as const;
const FEN = { key: 'fen', title: { zh: '金额', en: 'Value' }, type: 'fen', total: 'sum' } as const;
const DAYS = { key: 'days', title: { zh: '天数', en: 'Days' }, type: 'integer' } as const;

export const printedVendorClaims: PrintedList<VendorClaimView> = {
  name: 'vendor-claims',
  title: { zh: '图书索赔登记表', en: 'Claims on vendors' },
  columns: [
    { key: 'openedOn', title: { zh: '日期', en: 'Date' }, type: 'day' },
    VENDOR,
    { key: 'deliveryDocument', title: { zh: '到货凭证', en: 'Delivery' }, type: 'text' },
    { key: 'name', title: { zh: '题名', en: 'Title' }, type: 'text' },
    { key: 'fault', title: { zh: '问题', en: 'Fault' }, type: 'text', words: faultWords },
    VOLUMES,
    FEN,
    { key: 'status', title: { zh: '状态', en: 'State' }, type: 'text', words: statusWords },
    DAYS,
    { key: 'answer', title: { zh: '答复', en: 'Answer' }, type: 'text' },
    { key: 'outcome', title: { zh: '结果', en: 'Outcome' }, type: 'text', words: outcomeWords },
    { key: 'amountFen', title: { zh: '收回金额', en: 'Paid back' }, type: 'fen', total: 'sum' },
  ],
};

export const printedVendorsOwing: PrintedList<VendorOwingView> = {
  name: 'vendors-owing',
  title: { zh: '供应商未了索赔', en: 'What vendors still owe' },
  columns: [
    VENDOR,
    { key: 'claims', title: { zh: '索赔数', en: 'Claims' }, type: 'integer', total: 'sum' },
    { key: 'unanswered', title: { zh: '未答复', en: 'Unanswered' }, type: 'integer', total: 'sum' },
    VOLUMES,
    FEN,
    { key: 'oldestOn', title: { zh: '最早日期', en: 'Oldest' }, type: 'day' },
    DAYS,
  ],
};
