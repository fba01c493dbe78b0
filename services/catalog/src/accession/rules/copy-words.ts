import type { CopyKind, LendingState, StockState } from '@shulian/contracts/words';

type Words = { readonly zh: string; readonly en: string };

/** What a copy is, in words. */
export const kindWords: Readonly<Record<CopyKind, Words>> = {
  book: { zh: '图书', en: 'book' },
  reference: { zh: '工具书', en: 'reference book' },
  periodical: { zh: '期刊', en: 'periodical' },
  audiovisual: { zh: '音像资料', en: 'audiovisual' },
  textbook: { zh: '教材', en: 'textbook' },
  other: { zh: '其他', en: 'other' },
};

/** Where a copy stands, or where circulation has it, in words. */
export const statusWords: Readonly<Record<StockState | Exclude<LendingState, 'in'>, Words>> = {
  processing: { zh: '加工中', en: 'in processing' },
  lendable: { zh: '可借', en: 'lendable' },
  'reading-room': { zh: '馆内阅览', en: 'reading room only' },
  repair: { zh: '修补中', en: 'in repair' },
  missing: { zh: '缺失', en: 'missing' },
  withdrawn: { zh: '已注销', en: 'withdrawn' },
  'on-loan': { zh: '借出', en: 'on loan' },
  'hold-shelf': { zh: '预约待取', en: 'kept for a reader' },
  'in-transit': { zh: '调拨途中', en: 'on its way' },
  lost: { zh: '丢失', en: 'lost' },
};
