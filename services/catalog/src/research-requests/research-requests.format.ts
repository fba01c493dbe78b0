import type { PrintedList, Words } from '@shulian/service-kit';
import type { Asker } from '../selection/rules/suggestion.js';
import type { RequestMonth, RequestView } from './research-requests.http.js';
import type { RequestStatus } from './rules/request.js';

const askerWords: Readonly<Record<Asker, Words>> = {
  teacher: { zh: '教师', en: 'teacher' },
  reader: { zh: '学生', en: 'reader' },
  staff: { zh: '馆员', en: 'staff' },
};
const statusWords: Readonly<Record<RequestStatus, Words>> = {
  open: { zh: '待答复', en: 'open' },
  answered: { zh: '已答复', en: 'answered' },
  declined: { zh: '未能提供', en: 'declined' },
};

/** Who asked is not printed: the sheet hangs in the library. */
export const printedRequests: PrintedList<RequestView> = {
  name: 'research-requests',
  title: { zh: '课题研究资料检索登记', en: 'Research requests' },
  columns: [
    { key: 'askedOn', title: { zh: '提出日期', en: 'Asked' }, type: 'day' },
    { key: 'asker', title: { zh: '提出者', en: 'By' }, type: 'text', words: askerWords },
    { key: 'topic', title: { zh: '课题', en: 'Topic' }, type: 'text' },
    { key: 'neededBy', title: { zh: '需用日期', en: 'Needed by' }, type: 'day' },
    { key: 'status', title: { zh: '状态', en: 'State' }, type: 'text', words: statusWords },
    { key: 'settledOn', title: { zh: '答复日期', en: 'Answered' }, type: 'day' },
    { key: 'days', title: { zh: '天数', en: 'Days' }, type: 'integer' },
    {
      key: 'materials',
      title: { zh: '提供资料', en: 'Material' },
      type: 'text',
      of: ({ materials, words }) =>
        [words, ...materials.map(({ title, words: said, link }) => title ?? said ?? link)]
          .filter((each) => each !== null)
          .join('; '),
    },
  ],
};

export const printedRequestMonths: PrintedList<RequestMonth> = {
  name: 'research-request-months',
  title: { zh: '课题研究资料检索月报', en: 'Research requests by month' },
  columns: [
    { key: 'month', title: { zh: '月份', en: 'Month' }, type: 'day' },
    { key: 'asked', title: { zh: '提出', en: 'Asked' }, type: 'integer' },
    { key: 'answered', title: { zh: '已答复', en: 'Answered' }, type: 'integer' },
    { key: 'declined', title: { zh: '未能提供', en: 'Declined' }, type: 'integer' },
    { key: 'open', title: { zh: '待答复', en: 'Open' }, type: 'integer' },
    { key: 'late', title: { zh: '逾期', en: 'Late' }, type: 'integer' },
    {
      key: 'averageDays',
      title: { zh: '平均天数', en: 'Average days' },
      type: 'text',
      of: ({ averageDays }) => (averageDays === null ? null : (averageDays / 10).toFixed(1)),
    },
    { key: 'longestDays', title: { zh: '最长天数', en: 'Longest' }, type: 'integer' },
  ],
};
