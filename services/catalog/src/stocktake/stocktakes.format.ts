import type { PrintedList, Words } from '@shulian/service-kit';
import { kindWords, statusWords } from '../accession/rules/copy-words.js';
import type { Finding } from './rules/finding.js';
import type { StocktakeState } from './rules/stocktake.js';
import type { FindingView, ProgressLine, StocktakeListed } from './stocktakes.http.js';

const findingWords: Readonly<Record<Finding, Words>> = {
  seen: { zh: '见到', en: 'seen' },
  found: { zh: '找回', en: 'found again' },
  misplaced: { zh: '错架', en: 'misplaced' },
  'lent-but-seen': { zh: '借出而在架', en: 'lent but seen' },
  'withdrawn-but-seen': { zh: '已注销而在架', en: 'withdrawn but seen' },
  'of-another-school': { zh: '他校图书', en: 'of another school' },
  unknown: { zh: '未知条码', en: 'unknown' },
  missing: { zh: '缺失', en: 'missing' },
  'known-missing': { zh: '原已缺失', en: 'missing before' },
  lent: { zh: '借出', en: 'lent' },
  lost: { zh: '丢失', en: 'lost' },
  'in-repair': { zh: '修补中', en: 'in repair' },
};
const stateWords: Readonly<Record<StocktakeState, Words>> = {
  open: { zh: '进行中', en: 'open' },
  signed: { zh: '已签字', en: 'signed' },
  cancelled: { zh: '已取消', en: 'cancelled' },
};
const standingWords: Readonly<Record<string, Words>> = {
  'not-begun': { zh: '未开始', en: 'not begun' },
  'under-way': { zh: '进行中', en: 'under way' },
  late: { zh: '逾期', en: 'late' },
  signed: { zh: '已签字', en: 'signed' },
};

const lendingWords = { ...statusWords, in: { zh: '在馆', en: 'in' } };

const SCHOOL = { key: 'schoolName', title: { zh: '学校', en: 'School' }, type: 'text' } as const;
const EXPECTED = { key: 'expected', title: { zh: '应清点', en: 'Expected' }, type: 'integer' } as const;
const SEEN = { key: 'seen', title: { zh: '已见', en: 'Seen' }, type: 'integer' } as const;

/** The stretch in one cell: place, kind, classes, numbers. */
const stretchOf = (stocktake: StocktakeListed, language: 'zh' | 'en'): string => {
  const { location, locationPath, kind, clcFrom, clcTo, firstNumber, lastNumber } = stocktake;
  const stretches = [
    locationPath,
    location,
    kind === null ? null : (kindWords[kind as keyof typeof kindWords][language] ?? kind),
    clcFrom === null && clcTo === null ? null : `${clcFrom ?? ''}–${clcTo ?? ''}`,
    firstNumber === 1 && lastNumber === null ? null : `${String(firstNumber)}–${String(lastNumber ?? '')}`,
  ].filter((part) => part !== null);
  return stretches.length > 0 ? stretches.join('; ') : language === 'zh' ? '全校' : 'all';
};

export const printedStocktakes: PrintedList<StocktakeListed> = {
  name: 'stocktakes',
  title: { zh: '清点一览', en: 'Stocktakes' },
  columns: [
    { key: 'openedOn', title: { zh: '开始日期', en: 'Opened' }, type: 'day' },
    SCHOOL,
    { key: 'name', title: { zh: '清点', en: 'Stocktake' }, type: 'text' },
    { key: 'stretch', title: { zh: '范围', en: 'Of' }, type: 'text', of: stretchOf },
    { key: 'beginsOn', title: { zh: '计划始于', en: 'From' }, type: 'day' },
    { key: 'endsOn', title: { zh: '计划止于', en: 'To' }, type: 'day' },
    { key: 'state', title: { zh: '状态', en: 'State' }, type: 'text', words: stateWords },
    EXPECTED,
    SEEN,
    { key: 'scanned', title: { zh: '扫描', en: 'Scanned' }, type: 'integer' },
    { key: 'closedOn', title: { zh: '签字日期', en: 'Signed' }, type: 'day' },
    { key: 'note', title: { zh: '备注', en: 'Note' }, type: 'text' },
  ],
};

const yesOrNo = (resolved: boolean | null, language: 'zh' | 'en'): string => {
  if (resolved === null) return '';
  if (language === 'zh') return resolved ? '已处理' : '未处理';
  return resolved ? 'done' : 'to do';
};

export const printedFindings: PrintedList<FindingView> = {
  name: 'stocktake-findings',
  title: { zh: '清点清单', en: 'Findings of the stocktake' },
  columns: [
    { key: 'finding', title: { zh: '结果', en: 'Finding' }, type: 'text', words: findingWords },
    { key: 'accessionNumber', title: { zh: '登录号', en: 'Acc. no.' }, type: 'integer' },
    { key: 'barcode', title: { zh: '条码', en: 'Barcode' }, type: 'text' },
    { key: 'callNumber', title: { zh: '索书号', en: 'Call no.' }, type: 'text' },
    {
      key: 'title',
      title: { zh: '题名', en: 'Title' },
      type: 'text',
      of: ({ title, volume }) => (title === null || volume === null ? title : `${title} ${volume}`),
    },
    { key: 'location', title: { zh: '馆藏地', en: 'Place' }, type: 'text' },
    { key: 'priceFen', title: { zh: '单价', en: 'Price' }, type: 'fen' },
    { key: 'stockState', title: { zh: '馆藏状态', en: 'Stock state' }, type: 'text', words: statusWords },
    { key: 'lending', title: { zh: '流通状态', en: 'Lending' }, type: 'text', words: lendingWords },
    { key: 'otherSchool', title: { zh: '所属学校', en: 'School' }, type: 'text' },
    {
      key: 'resolved',
      title: { zh: '处理', en: 'Resolved' },
      type: 'text',
      of: ({ resolved }, language) => yesOrNo(resolved, language),
    },
  ],
};

export const printedProgress: PrintedList<ProgressLine> = {
  name: 'stocktake-progress',
  title: { zh: '清点进度', en: 'Progress of the stocktakes' },
  columns: [
    SCHOOL,
    { key: 'standing', title: { zh: '进度', en: 'Standing' }, type: 'text', words: standingWords },
    { key: 'stocktakes', title: { zh: '清点次数', en: 'Stocktakes' }, type: 'integer' },
    { key: 'signed', title: { zh: '已签字', en: 'Signed' }, type: 'integer' },
    EXPECTED,
    SEEN,
    { key: 'percent', title: { zh: '百分比', en: 'Percent' }, type: 'integer' },
    { key: 'missing', title: { zh: '缺失', en: 'Missing' }, type: 'integer' },
  ],
};
