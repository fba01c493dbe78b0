import type { PrintedList, Words } from '@shulian/service-kit';
import type { StockState } from '@shulian/contracts/words';
import { kindWords } from '../serials.format.js';
import type { BackIssueView, RunView } from './bindings.http.js';

const stateWords: Readonly<Record<StockState, Words>> = {
  processing: { zh: '加工中', en: 'processing' },
  lendable: { zh: '可借', en: 'lendable' },
  'reading-room': { zh: '阅览', en: 'reading room' },
  repair: { zh: '修补', en: 'in repair' },
  missing: { zh: '丢失', en: 'missing' },
  withdrawn: { zh: '已注销', en: 'withdrawn' },
};

export const printedRuns: PrintedList<RunView> = {
  name: 'serial-binding-runs',
  title: { zh: '报刊装订清单', en: 'What is to be bound' },
  columns: [
    { key: 'title', title: { zh: '刊名', en: 'Title' }, type: 'text' },
    { key: 'kind', title: { zh: '类型', en: 'Kind' }, type: 'text', words: kindWords },
    { key: 'year', title: { zh: '年', en: 'Year' }, type: 'integer' },
    {
      key: 'month',
      title: { zh: '月', en: 'Month' },
      type: 'text',
      of: ({ month }, language) => (month > 0 ? String(month) : language === 'zh' ? '全年' : 'whole year'),
    },
    { key: 'issues', title: { zh: '应有期数', en: 'Issues' }, type: 'integer' },
    { key: 'received', title: { zh: '实有期数', en: 'There' }, type: 'integer' },
    { key: 'missing', title: { zh: '缺期', en: 'Missing' }, type: 'text', of: ({ missing }) => missing.join('、') },
    { key: 'endsOn', title: { zh: '期满', en: 'Ends' }, type: 'day' },
    { key: 'boundOn', title: { zh: '装订日期', en: 'Bound' }, type: 'day' },
    { key: 'volumes', title: { zh: '合订本', en: 'Volumes' }, type: 'integer' },
    { key: 'incompleteReason', title: { zh: '缺期说明', en: 'Why incomplete' }, type: 'text' },
  ],
}; // prettier-ignore

export const printedBackIssues: PrintedList<BackIssueView> = {
  name: 'back-issues',
  title: { zh: '过刊合订本架上目录', en: 'Back issues as they stand' },
  columns: [
    { key: 'callNumber', title: { zh: '索书号', en: 'Call no.' }, type: 'text' },
    { key: 'title', title: { zh: '刊名', en: 'Title' }, type: 'text' },
    { key: 'kind', title: { zh: '类型', en: 'Kind' }, type: 'text', words: kindWords },
    { key: 'volume', title: { zh: '卷期', en: 'Volume' }, type: 'text' },
    { key: 'accessionNumber', title: { zh: '登录号', en: 'Acc. no.' }, type: 'integer' },
    { key: 'barcode', title: { zh: '条码', en: 'Barcode' }, type: 'text' },
    { key: 'location', title: { zh: '馆藏地点', en: 'Place' }, type: 'text' },
    { key: 'status', title: { zh: '状态', en: 'State' }, type: 'text', words: stateWords },
    { key: 'issues', title: { zh: '期数', en: 'Issues' }, type: 'integer' },
    { key: 'missing', title: { zh: '缺期', en: 'Missing' }, type: 'integer' },
    { key: 'boundOn', title: { zh: '装订日期', en: 'Bound' }, type: 'day' },
  ],
};
