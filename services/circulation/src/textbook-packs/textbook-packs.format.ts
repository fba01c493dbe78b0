import type { PrintedColumn, PrintedList } from '@shulian/service-kit';
import { occasionWords } from '../textbooks/rules/textbook-words.js';
import { HOLDER, KIND, NAME } from '../textbooks/textbooks.format.js';
import type { TextbookPackLineView, TextbookPackSummary } from './textbook-packs.http.js';

type OfClass = { readonly grade: number | null; readonly pupils: number | null; readonly handOutOn: string };
const OF_CLASS: readonly PrintedColumn<OfClass>[] = [
  { key: 'handOutOn', title: { zh: '发放日期', en: 'Handed out' }, type: 'day' },
  { key: 'grade', title: { zh: '年级', en: 'Grade' }, type: 'integer' },
];
const PUPILS = { key: 'pupils', title: { zh: '学生数', en: 'Pupils' }, type: 'integer' } as const;

export const printedPacks: PrintedList<TextbookPackSummary> = {
  name: 'textbook-packs',
  title: { zh: '教材发放进度表', en: 'Packs of textbooks' },
  columns: [
    ...OF_CLASS,
    ...HOLDER,
    PUPILS,
    { key: 'occasion', title: { zh: '场合', en: 'Occasion' }, type: 'text', words: occasionWords },
    {
      key: 'status',
      title: { zh: '状态', en: 'Status' },
      type: 'text',
      words: {
        planned: { zh: '待分拣', en: 'planned' },
        packed: { zh: '已分拣', en: 'packed' },
        issued: { zh: '已发放', en: 'handed out' },
        checked: { zh: '已核对', en: 'checked' },
      },
    },
    { key: 'textbooks', title: { zh: '种数', en: 'Textbooks' }, type: 'integer' },
    { key: 'planned', title: { zh: '应发', en: 'Planned' }, type: 'integer', total: 'sum' },
    { key: 'counted', title: { zh: '实分', en: 'Counted' }, type: 'integer', total: 'sum' },
    { key: 'received', title: { zh: '实收', en: 'Received' }, type: 'integer', total: 'sum' },
    { key: 'differences', title: { zh: '差异种数', en: 'Differences' }, type: 'integer' },
    { key: 'issuedOn', title: { zh: '领取日期', en: 'Received on' }, type: 'day' },
  ],
};

/** Sorted by it before, signed for on the day. */
export const printedPackLines: PrintedList<TextbookPackLineView> = {
  name: 'textbook-packing-lists',
  title: { zh: '教材分班发放清单', en: 'Packing lists of textbooks' },
  signatures: [
    { zh: '分发人', en: 'Packed by' },
    { zh: '班主任签收', en: 'Received by' },
  ],
  columns: [
    ...OF_CLASS,
    ...HOLDER,
    PUPILS,
    KIND,
    NAME,
    { key: 'planned', title: { zh: '应发', en: 'Planned' }, type: 'integer', total: 'sum' },
    { key: 'counted', title: { zh: '实分', en: 'Counted' }, type: 'integer', total: 'sum' },
    { key: 'received', title: { zh: '实收', en: 'Received' }, type: 'integer', total: 'sum' },
    { key: 'difference', title: { zh: '差异', en: 'Difference' }, type: 'integer' },
  ],
};
