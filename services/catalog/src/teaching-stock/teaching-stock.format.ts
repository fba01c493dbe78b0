import type { MaterialKind } from '@shulian/contracts/words';
import type { PrintedList, Words } from '@shulian/service-kit';
import { kindWord } from '../titles/rules/kind-words.js';
import type { HolderKind, TeachingEvent } from './rules/teaching-line.js';
import type {
  HolderView,
  TeachingHoldingView,
  TeachingLineView,
  TeachingStockView,
} from './teaching-stock.http.js';

const eventWords: Readonly<Record<TeachingEvent, Words>> = {
  received: { zh: '入库', en: 'received' },
  issued: { zh: '发放', en: 'issued' },
  recalled: { zh: '收回', en: 'recalled' },
  lost: { zh: '损失', en: 'lost' },
};
const holderWords: Readonly<Record<HolderKind, Words>> = {
  class: { zh: '班级', en: 'class' },
  teacher: { zh: '教师', en: 'teacher' },
  office: { zh: '办公室', en: 'office' },
};
const KIND = {
  key: 'kind',
  title: { zh: '类型', en: 'Kind' },
  type: 'text',
} as const;
const kindOf = ({ kind }: { readonly kind: string | null }, language: 'zh' | 'en'): string =>
  kindWord(kind as MaterialKind | null, language);
const officeOf = (holder: HolderView | null): string | null =>
  holder?.kind === 'office' ? holder.ref : null;
/** A teacher by name, which the gateway knows; of a class the id alone. */
const personOf = (holder: HolderView | null) =>
  holder?.kind === 'teacher'
    ? { kind: 'reader', id: holder.ref }
    : holder?.kind === 'class'
      ? { kind: 'class', id: holder.ref }
      : null;

export const printedLines: PrintedList<TeachingLineView> = {
  name: 'teaching-lines',
  title: { zh: '教学用书发放与收回登记', en: 'Teaching material: issue and recall' },
  signatures: [
    { zh: '发放人', en: 'Issued by' },
    { zh: '领取人', en: 'Received by' },
  ],
  columns: [
    { key: 'onDay', title: { zh: '日期', en: 'Day' }, type: 'day' },
    { key: 'term', title: { zh: '学期', en: 'Term' }, type: 'text' },
    { key: 'what', title: { zh: '事项', en: 'What' }, type: 'text', words: eventWords },
    { key: 'title', title: { zh: '题名', en: 'Title' }, type: 'text' },
    { key: 'quantity', title: { zh: '数量', en: 'Quantity' }, type: 'integer', total: 'sum' },
    {
      key: 'holderKind',
      title: { zh: '对象', en: 'To, from' },
      type: 'text',
      of: ({ holder }, language) => (holder === null ? null : holderWords[holder.kind][language]),
    },
    {
      key: 'office',
      title: { zh: '办公室', en: 'Office' },
      type: 'text',
      of: ({ holder }) => officeOf(holder),
    },
    {
      key: 'person',
      title: { zh: '班级、教师', en: 'Class, teacher' },
      type: 'who',
      of: ({ holder }) => personOf(holder),
    },
    { key: 'note', title: { zh: '备注', en: 'Note' }, type: 'text' },
  ],
};

export const printedStock: PrintedList<TeachingStockView> = {
  name: 'teaching-stock',
  title: { zh: '教学用书库存表', en: 'Teaching material: balance' },
  columns: [
    { key: 'title', title: { zh: '题名', en: 'Title' }, type: 'text' },
    { ...KIND, of: kindOf },
    { key: 'received', title: { zh: '入库', en: 'Received' }, type: 'integer', total: 'sum' },
    { key: 'issued', title: { zh: '发放', en: 'Issued' }, type: 'integer', total: 'sum' },
    { key: 'recalled', title: { zh: '收回', en: 'Recalled' }, type: 'integer', total: 'sum' },
    { key: 'lost', title: { zh: '损失', en: 'Lost' }, type: 'integer', total: 'sum' },
    { key: 'onHand', title: { zh: '结存', en: 'On hand' }, type: 'integer', total: 'sum' },
    { key: 'out', title: { zh: '在外', en: 'Out' }, type: 'integer', total: 'sum' },
  ],
};

export const printedHoldings: PrintedList<TeachingHoldingView> = {
  name: 'teaching-holdings',
  title: { zh: '教学用书待收回清单', en: 'Teaching material to recall' },
  columns: [
    {
      key: 'holderKind',
      title: { zh: '对象', en: 'With' },
      type: 'text',
      of: ({ holder }, language) => holderWords[holder.kind][language],
    },
    {
      key: 'office',
      title: { zh: '办公室', en: 'Office' },
      type: 'text',
      of: ({ holder }) => officeOf(holder),
    },
    {
      key: 'person',
      title: { zh: '班级、教师', en: 'Class, teacher' },
      type: 'who',
      of: ({ holder }) => personOf(holder),
    },
    { key: 'title', title: { zh: '题名', en: 'Title' }, type: 'text' },
    { ...KIND, of: kindOf },
    { key: 'quantity', title: { zh: '数量', en: 'Quantity' }, type: 'integer', total: 'sum' },
  ],
};
