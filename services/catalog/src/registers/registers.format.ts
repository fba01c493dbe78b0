import type { PrintedColumn, PrintedList, Words } from '@shulian/service-kit';
import { MAIN_CLASSES } from '../classification/rules/clc-notation.js';
import { SECOND_LEVEL } from '../classification/rules/second-level-classes.js';
import type {
  ClassifiedLine,
  IndividualLine,
  PeriodView,
  RegisterLine,
  SummaryLine,
  WithdrawalLine,
} from './registers.http.js';
import { SIGNATURES } from './rules/signatures.js';

const sourceWords: Readonly<Record<string, Words>> = {
  purchase: { zh: '购入', en: 'purchase' },
  'pupil-purchase': { zh: '学生自购', en: 'pupil purchase' },
  donation: { zh: '捐赠', en: 'donation' },
  transfer: { zh: '调入', en: 'transfer' },
  allocation: { zh: '调拨', en: 'allocated' },
  'school-publication': { zh: '本校编印', en: 'made by the school' },
  other: { zh: '其他', en: 'other' },
  'not-recorded': { zh: '未记', en: 'not recorded' },
  revaluation: { zh: '调价', en: 'change of price' },
  correction: { zh: '更正', en: 'correction' },
  reclassification: { zh: '改类', en: 'reclassification' },
  lost: { zh: '丢失', en: 'lost' },
  'lost-and-paid': { zh: '丢失已赔', en: 'lost and paid' },
  damaged: { zh: '破损', en: 'damaged' },
  surplus: { zh: '复本过多', en: 'surplus' },
  outdated: { zh: '陈旧', en: 'outdated' },
  transferred: { zh: '调出', en: 'transferred' },
};
const kindWords: Readonly<Record<string, Words>> = {
  accession: { zh: '入藏', en: 'accession' },
  withdrawal: { zh: '注销', en: 'withdrawal' },
  reprice: { zh: '调价', en: 'change of price' },
  correction: { zh: '更正', en: 'correction' },
  'reclassified-out': { zh: '改类转出', en: 'out of a class' },
  'reclassified-in': { zh: '改类转入', en: 'into a class' },
  'transfer-out': { zh: '调出', en: 'transfer out' },
  'transfer-in': { zh: '调入', en: 'transfer in' },
};

const NUMBER = { key: 'number', title: { zh: '序号', en: 'No.' }, type: 'integer' } as const;
const DAY = { key: 'day', title: { zh: '日期', en: 'Date' }, type: 'day' } as const;
const ACCESSION = {
  key: 'accessionNumber',
  title: { zh: '登录号', en: 'Acc. no.' },
  type: 'integer',
} as const;
const BARCODE = { key: 'barcode', title: { zh: '条码', en: 'Barcode' }, type: 'text' } as const;
const TITLE = { key: 'title', title: { zh: '题名', en: 'Title' }, type: 'text' } as const;
const CLC = { key: 'clc', title: { zh: '分类号', en: 'Class' }, type: 'text' } as const;
const BATCH = { key: 'batch', title: { zh: '批次', en: 'Batch' }, type: 'integer' } as const;
const SOURCE = {
  key: 'source',
  title: { zh: '来源', en: 'Source' },
  type: 'text',
  words: sourceWords,
} as const;
const DOCUMENT = { key: 'documentNumber', title: { zh: '凭证号', en: 'Document' }, type: 'text' } as const;

const VOLUMES = { total: 'count', unit: { zh: ' 册', en: ' vols' } } as const;

/** What was posted late says so, at the end of its line. */
const remarks = <Line extends { readonly afterClose: boolean; readonly period: number }>(
  more: (line: Line) => string | null = () => null,
): PrintedColumn<Line> => ({
  key: 'remarks',
  title: { zh: '备注', en: 'Remarks' },
  type: 'text',
  of: (line, language) => {
    const late = line.afterClose
      ? language === 'zh'
        ? `结账后，记入第${String(line.period)}期`
        : `after the close, in period ${String(line.period)}`
      : null;
    return [late, more(line)].filter((text) => text !== null).join('; ');
  },
});

export const printedIndividual: PrintedList<IndividualLine> = {
  name: 'individual-register',
  title: { zh: '图书个别登记账', en: 'Accession register' },
  signatures: SIGNATURES,
  columns: [
    DAY,
    ACCESSION,
    {
      ...TITLE,
      ...VOLUMES,
      of: ({ title, volume }) => (volume === null ? title : `${title} ${volume}`),
    },
    { key: 'contributor', title: { zh: '著者', en: 'Author' }, type: 'text' },
    { key: 'publisher', title: { zh: '出版者', en: 'Publisher' }, type: 'text' },
    { key: 'edition', title: { zh: '版次', en: 'Edition' }, type: 'text' },
    { key: 'publishedYear', title: { zh: '出版年', en: 'Year' }, type: 'integer' },
    { key: 'extent', title: { zh: '页数', en: 'Pages' }, type: 'text' },
    { key: 'binding', title: { zh: '装订', en: 'Binding' }, type: 'text' },
    { key: 'valueFen', title: { zh: '单价', en: 'Price' }, type: 'fen', total: 'sum' },
    { key: 'isbn', title: { zh: 'ISBN', en: 'ISBN' }, type: 'text' },
    {
      key: 'callNumber',
      title: { zh: '索书号', en: 'Call no.' },
      type: 'text',
      of: ({ callNumber, clc }) => callNumber ?? clc,
    },
    BARCODE,
    SOURCE,
    BATCH,
    { key: 'withdrawnOn', title: { zh: '注销日期', en: 'Withdrawn' }, type: 'day' },
    { key: 'withdrawalDocumentNumber', title: { zh: '注销凭证', en: 'Approval' }, type: 'text' },
    remarks(({ note }) => note),
  ],
};

export const printedSummary: PrintedList<SummaryLine> = {
  name: 'summary-register',
  title: { zh: '图书总括登记账', en: 'Summary register' },
  signatures: SIGNATURES,
  columns: [
    NUMBER,
    DAY,
    { ...SOURCE, title: { zh: '来源或原因', en: 'Source or reason' } },
    DOCUMENT,
    {
      key: 'accessionNumbers',
      title: { zh: '登录号', en: 'Acc. nos.' },
      type: 'text',
      of: ({ firstAccessionNumber: first, lastAccessionNumber: last }) =>
        first === last ? String(first ?? '') : `${String(first)}–${String(last)}`,
    },
    { key: 'titlesIn', title: { zh: '入藏种', en: 'Titles in' }, type: 'integer', total: 'sum' },
    { key: 'volumesIn', title: { zh: '入藏册', en: 'Volumes in' }, type: 'integer', total: 'sum' },
    { key: 'fenIn', title: { zh: '入藏金额', en: 'Value in' }, type: 'fen', total: 'sum' },
    { key: 'titlesOut', title: { zh: '注销种', en: 'Titles out' }, type: 'integer', total: 'sum' },
    { key: 'volumesOut', title: { zh: '注销册', en: 'Volumes out' }, type: 'integer', total: 'sum' },
    { key: 'fenOut', title: { zh: '注销金额', en: 'Value out' }, type: 'fen', total: 'sum' },
    { key: 'titlesBalance', title: { zh: '结存种', en: 'Titles' }, type: 'integer', total: 'last' },
    { key: 'volumesBalance', title: { zh: '结存册', en: 'Volumes' }, type: 'integer', total: 'last' },
    { key: 'fenBalance', title: { zh: '结存金额', en: 'Value' }, type: 'fen', total: 'last' },
  ],
};

export const printedWithdrawals: PrintedList<WithdrawalLine> = {
  name: 'withdrawal-register',
  title: { zh: '图书注销账', en: 'Withdrawal register' },
  signatures: SIGNATURES,
  columns: [
    NUMBER,
    DAY,
    { ...DOCUMENT, title: { zh: '批准文号', en: 'Approval' } },
    { key: 'approvedBy', title: { zh: '批准人', en: 'Approved by' }, type: 'text' },
    ACCESSION,
    BARCODE,
    { ...TITLE, ...VOLUMES },
    CLC,
    { key: 'fen', title: { zh: '单价', en: 'Price' }, type: 'fen', total: 'sum' },
    { key: 'reason', title: { zh: '注销原因', en: 'Reason' }, type: 'text', words: sourceWords },
    { key: 'volumesSoFar', title: { zh: '累计册', en: 'Volumes so far' }, type: 'integer', total: 'last' },
    { key: 'fenSoFar', title: { zh: '累计金额', en: 'Value so far' }, type: 'fen', total: 'last' },
    remarks(({ note }) => note),
  ],
};

const classWords: Readonly<Record<string, Words>> = {
  ...Object.fromEntries(
    SECOND_LEVEL.map(([notation, zh, en]) => [
      notation,
      { zh: `${notation} ${zh}`, en: `${notation} ${en}` },
    ]),
  ),
  ...Object.fromEntries(
    Object.entries(MAIN_CLASSES).map(([letter, name]) => [letter, { zh: `${letter} ${name}`, en: letter }]),
  ),
  '-': { zh: '未分类', en: 'no class' },
  total: { zh: '合计', en: 'Total' },
};

export const printedClassified: PrintedList<ClassifiedLine> = {
  name: 'classified-ledger',
  title: { zh: '图书分类账', en: 'Classified ledger' },
  signatures: SIGNATURES,
  columns: [
    { key: 'mainClass', title: { zh: '类别', en: 'Class' }, type: 'text', words: classWords },
    { key: 'titlesBefore', title: { zh: '期初种', en: 'Titles before' }, type: 'integer' },
    { key: 'volumesBefore', title: { zh: '期初册', en: 'Volumes before' }, type: 'integer' },
    { key: 'fenBefore', title: { zh: '期初金额', en: 'Value before' }, type: 'fen' },
    { key: 'titlesIn', title: { zh: '增加种', en: 'Titles in' }, type: 'integer' },
    { key: 'volumesIn', title: { zh: '增加册', en: 'Volumes in' }, type: 'integer' },
    { key: 'fenIn', title: { zh: '增加金额', en: 'Value in' }, type: 'fen' },
    { key: 'titlesOut', title: { zh: '减少种', en: 'Titles out' }, type: 'integer' },
    { key: 'volumesOut', title: { zh: '减少册', en: 'Volumes out' }, type: 'integer' },
    { key: 'fenOut', title: { zh: '减少金额', en: 'Value out' }, type: 'fen' },
    { key: 'titlesReclassified', title: { zh: '改类种', en: 'Titles reclassed' }, type: 'integer' },
    { key: 'volumesReclassified', title: { zh: '改类册', en: 'Volumes reclassed' }, type: 'integer' },
    { key: 'fenReclassified', title: { zh: '改类金额', en: 'Value reclassed' }, type: 'fen' },
    { key: 'fenRevalued', title: { zh: '调价', en: 'Revalued' }, type: 'fen' },
    { key: 'titlesAfter', title: { zh: '期末种', en: 'Titles after' }, type: 'integer' },
    { key: 'volumesAfter', title: { zh: '期末册', en: 'Volumes after' }, type: 'integer' },
    { key: 'fenAfter', title: { zh: '期末金额', en: 'Value after' }, type: 'fen' },
  ],
};

export const printedLines: PrintedList<RegisterLine> = {
  name: 'register-lines',
  title: { zh: '图书账册流水', en: 'Lines of the registers' },
  signatures: SIGNATURES,
  columns: [
    NUMBER,
    DAY,
    { key: 'kind', title: { zh: '事项', en: 'Kind' }, type: 'text', words: kindWords },
    ACCESSION,
    TITLE,
    CLC,
    { key: 'volumes', title: { zh: '册', en: 'Volumes' }, type: 'integer', total: 'sum' },
    { key: 'fen', title: { zh: '金额', en: 'Value' }, type: 'fen', total: 'sum' },
    { ...SOURCE, title: { zh: '来源或原因', en: 'Source or reason' } },
    DOCUMENT,
    BATCH,
    { key: 'corrects', title: { zh: '更正序号', en: 'Corrects' }, type: 'integer' },
    remarks(({ note }) => note),
  ],
};

export const printedPeriods: PrintedList<PeriodView> = {
  name: 'register-periods',
  title: { zh: '结账记录', en: 'Closed periods' },
  signatures: SIGNATURES,
  columns: [
    NUMBER,
    { key: 'name', title: { zh: '账期', en: 'Period' }, type: 'text' },
    { key: 'closedOn', title: { zh: '结账日期', en: 'Closed on' }, type: 'day' },
    { key: 'lastLine', title: { zh: '末行序号', en: 'Last line' }, type: 'integer' },
    { key: 'titles', title: { zh: '结存种', en: 'Titles' }, type: 'integer' },
    { key: 'volumes', title: { zh: '结存册', en: 'Volumes' }, type: 'integer' },
    { key: 'fen', title: { zh: '结存金额', en: 'Value' }, type: 'fen' },
  ],
};
