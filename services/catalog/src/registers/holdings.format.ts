import type { PrintedList, Words } from '@shulian/service-kit';
import type { HoldingsLine, ReconciliationLine } from './holdings.http.js';
import { SIGNATURES } from './rules/signatures.js';
import type { Difference } from './rules/reconciliation.js';

const differenceWords: Readonly<Record<Difference, Words>> = {
  individual: { zh: '个别账与总括账不符', en: 'accession and summary register' },
  classes: { zh: '分类账与总括账不符', en: 'classified ledger' },
  volumes: { zh: '账面册数与馆藏不符', en: 'volumes in books and stock' },
  value: { zh: '账面金额与馆藏不符', en: 'value in books and stock' },
  places: { zh: '各处册数之和与馆藏不符', en: 'places and stock' },
  'withdrawn-but-out': { zh: '已注销而未还', en: 'struck, and yet out' },
};

export const printedHoldings: PrintedList<HoldingsLine> = {
  name: 'holdings',
  title: { zh: '馆藏复本与价值统计', en: 'Holdings: copies and value' },
  signatures: SIGNATURES,
  columns: [
    {
      key: 'school',
      title: { zh: '学校', en: 'School' },
      type: 'text',
      of: ({ school }, language) => school ?? (language === 'zh' ? '全县' : 'The county'),
    },
    { key: 'titles', title: { zh: '种数', en: 'Titles' }, type: 'integer' },
    { key: 'volumes', title: { zh: '册数', en: 'Volumes' }, type: 'integer' },
    {
      key: 'averageCopies',
      title: { zh: '平均复本', en: 'Copies a title' },
      type: 'decimal',
      of: ({ averageCopies }) => averageCopies?.toFixed(3) ?? null,
    },
    { key: 'fen', title: { zh: '总金额', en: 'Value' }, type: 'fen' },
    { key: 'averageFen', title: { zh: '册均价', en: 'Average price' }, type: 'fen' },
    { key: 'unpriced', title: { zh: '无价册数', en: 'Without a price' }, type: 'integer' },
  ],
};

export const printedReconciliation: PrintedList<ReconciliationLine> = {
  name: 'reconciliation',
  title: { zh: '图书账目核对表', en: 'Reconciliation of the books' },
  signatures: SIGNATURES,
  columns: [
    { key: 'school', title: { zh: '学校', en: 'School' }, type: 'text' },
    { key: 'accessions', title: { zh: '个别账入藏', en: 'Entered' }, type: 'integer' },
    { key: 'withdrawals', title: { zh: '注销账', en: 'Struck' }, type: 'integer' },
    { key: 'balance', title: { zh: '总括账结存', en: 'Balance' }, type: 'integer' },
    { key: 'classes', title: { zh: '分类账合计', en: 'Classes' }, type: 'integer' },
    { key: 'balanceFen', title: { zh: '账面金额', en: 'Book value' }, type: 'fen' },
    { key: 'copies', title: { zh: '馆藏册数', en: 'Copies' }, type: 'integer' },
    { key: 'copiesFen', title: { zh: '馆藏金额', en: 'Value' }, type: 'fen' },
    { key: 'onShelf', title: { zh: '在架', en: 'Shelf' }, type: 'integer' },
    { key: 'readingRoom', title: { zh: '阅览', en: 'Reading room' }, type: 'integer' },
    { key: 'processing', title: { zh: '加工', en: 'Processing' }, type: 'integer' },
    { key: 'repair', title: { zh: '修补', en: 'Repair' }, type: 'integer' },
    { key: 'missing', title: { zh: '下落不明', en: 'Missing' }, type: 'integer' },
    { key: 'onLoan', title: { zh: '借出', en: 'On loan' }, type: 'integer' },
    { key: 'holdShelf', title: { zh: '预约架', en: 'Hold shelf' }, type: 'integer' },
    { key: 'inTransit', title: { zh: '在途', en: 'In transit' }, type: 'integer' },
    { key: 'lost', title: { zh: '丢失待销', en: 'Lost' }, type: 'integer' },
    {
      key: 'differing',
      title: { zh: '核对结果', en: 'Result' },
      type: 'text',
      of: ({ differing }, language) =>
        differing.length === 0
          ? { zh: '相符', en: 'agrees' }[language]
          : differing.map((what) => differenceWords[what as Difference][language]).join('; '),
    },
  ],
};
