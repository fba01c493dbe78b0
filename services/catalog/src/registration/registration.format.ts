import type { PrintedColumn, PrintedList, Words } from '@shulian/service-kit';
import type { GapLine, UnclearCopyView, UnclearIssueView, UnclearTitleView } from './registration.http.js';

const gapWords: Readonly<Record<string, Words>> = {
  all: { zh: '总数', en: 'all' },
  class: { zh: '分类号', en: 'class' },
  'call-number': { zh: '索书号', en: 'call number' },
  price: { zh: '价格', en: 'price' },
  place: { zh: '位置', en: 'place' },
  kind: { zh: '资料类型', en: 'kind' },
  contributors: { zh: '责任者', en: 'contributors' },
  publisher: { zh: '出版者', en: 'publisher' },
  year: { zh: '出版年', en: 'year' },
  processing: { zh: '加工', en: 'processing' },
  issn: { zh: 'ISSN', en: 'ISSN' },
  'shelf-number': { zh: '排架号', en: 'shelf number' },
};
const LACKS: PrintedColumn<{ readonly lacks: readonly string[] }> = {
  key: 'lacks',
  title: { zh: '缺', en: 'Lacks' },
  type: 'text',
  of: ({ lacks }, language) =>
    lacks.map((gap) => gapWords[gap]?.[language] ?? gap).join({ zh: '、', en: ', ' }[language]),
};

export const printedGaps: PrintedList<GapLine> = {
  name: 'registration-gaps',
  title: { zh: '登记情况核查表', en: 'What of the stock is not clear' },
  columns: [
    {
      key: 'of',
      title: { zh: '类别', en: 'Of' },
      type: 'text',
      words: {
        copies: { zh: '馆藏册', en: 'copies' },
        titles: { zh: '书目', en: 'titles' },
        issues: { zh: '未加工期次', en: 'issues not processed' },
      },
    },
    { key: 'gap', title: { zh: '缺', en: 'Lacks' }, type: 'text', words: gapWords },
    { key: 'count', title: { zh: '数量', en: 'Number' }, type: 'integer' },
  ],
};

export const printedUnclearCopies: PrintedList<UnclearCopyView> = {
  name: 'unclear-copies',
  title: { zh: '登记不清的馆藏册', en: 'Copies that are not clear' },
  columns: [
    { key: 'accessionNumber', title: { zh: '登录号', en: 'Accession no.' }, type: 'integer' },
    { key: 'barcode', title: { zh: '条码', en: 'Barcode' }, type: 'text' },
    { key: 'title', title: { zh: '题名', en: 'Title' }, type: 'text' },
    { key: 'callNumber', title: { zh: '索书号', en: 'Call number' }, type: 'text' },
    LACKS,
  ],
};

export const printedUnclearTitles: PrintedList<UnclearTitleView> = {
  name: 'unclear-titles',
  title: { zh: '著录不全的书目', en: 'Titles whose record has gaps' },
  columns: [
    { key: 'title', title: { zh: '题名', en: 'Title' }, type: 'text' },
    { key: 'copies', title: { zh: '册数', en: 'Copies' }, type: 'integer' },
    LACKS,
  ],
};

export const printedUnclearIssues: PrintedList<UnclearIssueView> = {
  name: 'unclear-issues',
  title: { zh: '未加工的报刊', en: 'Issues that are not processed' },
  columns: [
    { key: 'receivedOn', title: { zh: '到馆日期', en: 'Received' }, type: 'day' },
    { key: 'title', title: { zh: '报刊', en: 'Serial' }, type: 'text' },
    { key: 'issue', title: { zh: '期次', en: 'Issue' }, type: 'text' },
    LACKS,
  ],
};
