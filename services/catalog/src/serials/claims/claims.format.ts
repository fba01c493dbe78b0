import type { PrintedList, Words } from '@shulian/service-kit';
import type { MissingState } from '../rules/claim.js';
import { kindWords } from '../serials.format.js';
import type { MissingView, SerialYearView } from './claims.http.js';

const stateWords: Readonly<Record<MissingState, Words>> = {
  missing: { zh: '缺', en: 'missing' },
  claimed: { zh: '已催', en: 'claimed' },
  replaced: { zh: '已补', en: 'replaced' },
  refunded: { zh: '已退款', en: 'refunded' },
  'given-up': { zh: '不再补', en: 'given up' },
};

export const printedMissing: PrintedList<MissingView> = {
  name: 'missing-issues',
  title: { zh: '缺刊漏刊登记表', en: 'Register of missing issues' },
  columns: [
    { key: 'dueOn', title: { zh: '应到日期', en: 'Due' }, type: 'day' },
    { key: 'title', title: { zh: '刊名', en: 'Title' }, type: 'text' },
    { key: 'kind', title: { zh: '类型', en: 'Kind' }, type: 'text', words: kindWords },
    { key: 'postalCode', title: { zh: '邮发代号', en: 'Postal code' }, type: 'text' },
    { key: 'year', title: { zh: '年', en: 'Year' }, type: 'integer' },
    { key: 'label', title: { zh: '期', en: 'Issue' }, type: 'text' },
    { key: 'copies', title: { zh: '缺份数', en: 'Copies' }, type: 'integer' },
    { key: 'state', title: { zh: '处理', en: 'State' }, type: 'text', words: stateWords },
    { key: 'vendor', title: { zh: '催询单位', en: 'Claimed of' }, type: 'text' },
    { key: 'claimedOn', title: { zh: '催询日期', en: 'Claimed' }, type: 'day' },
    { key: 'times', title: { zh: '次数', en: 'Times' }, type: 'integer' },
    { key: 'endedOn', title: { zh: '了结日期', en: 'Ended' }, type: 'day' },
    { key: 'refundFen', title: { zh: '退款', en: 'Refund' }, type: 'fen' },
    { key: 'note', title: { zh: '备注', en: 'Note' }, type: 'text' },
  ],
};

export const printedYears: PrintedList<SerialYearView> = {
  name: 'serial-years',
  title: { zh: '报刊年度核对汇总表', en: 'Newspapers and periodicals of a year' },
  columns: [
    { key: 'title', title: { zh: '刊名', en: 'Title' }, type: 'text' },
    { key: 'kind', title: { zh: '类型', en: 'Kind' }, type: 'text', words: kindWords },
    { key: 'postalCode', title: { zh: '邮发代号', en: 'Postal code' }, type: 'text' },
    { key: 'copies', title: { zh: '份数', en: 'Copies' }, type: 'integer' },
    { key: 'due', title: { zh: '应到期数', en: 'Due' }, type: 'integer' },
    { key: 'received', title: { zh: '到齐期数', en: 'Received' }, type: 'integer' },
    { key: 'late', title: { zh: '迟到', en: 'Late' }, type: 'integer' },
    { key: 'missing', title: { zh: '缺期', en: 'Missing' }, type: 'integer' },
    { key: 'claimed', title: { zh: '催询中', en: 'Claimed' }, type: 'integer' },
    { key: 'refunded', title: { zh: '退款', en: 'Refunded' }, type: 'integer' },
    { key: 'givenUp', title: { zh: '不再补', en: 'Given up' }, type: 'integer' },
    { key: 'supplements', title: { zh: '增刊', en: 'Supplements' }, type: 'integer' },
  ],
};
