import type { PrintedList } from '@shulian/service-kit';
import type { ServiceCountView, ServiceRequestSummary } from './service-requests.http.js';

const KIND = {
  key: 'kind',
  title: { zh: '服务类型', en: 'Kind' },
  type: 'text',
  words: {
    'inter-library': { zh: '馆际互借', en: 'inter-library loan' },
    'document-delivery': { zh: '文献传递', en: 'document delivery' },
    reading: { zh: '阅览', en: 'reading' },
    photocopy: { zh: '复印', en: 'photocopy' },
    reference: { zh: '咨询', en: 'reference' },
    'topic-service': { zh: '定题服务', en: 'topic service' },
    'current-awareness': { zh: '报导服务', en: 'current awareness' },
    'novelty-search': { zh: '科技查新', en: 'novelty search' },
  },
} as const;

export const printedRequests: PrintedList<ServiceRequestSummary> = {
  name: 'service-requests',
  title: { zh: '读者服务申请登记表', en: 'Requests of readers' },
  columns: [
    { key: 'askedOn', title: { zh: '申请日期', en: 'Asked' }, type: 'day' },
    KIND,
    {
      key: 'reader',
      title: { zh: '读者', en: 'Reader' },
      type: 'who',
      of: ({ readerId }) => (readerId === null ? null : { kind: 'reader', id: readerId }),
    },
    { key: 'subject', title: { zh: '内容', en: 'Subject' }, type: 'text' },
    { key: 'neededBy', title: { zh: '需用日期', en: 'Needed by' }, type: 'day' },
    { key: 'dueOn', title: { zh: '承诺日期', en: 'Promised' }, type: 'day' },
    {
      key: 'status',
      title: { zh: '状态', en: 'Status' },
      type: 'text',
      words: {
        open: { zh: '待办', en: 'open' },
        answered: { zh: '已答复', en: 'answered' },
        closed: { zh: '已办结', en: 'closed' },
        declined: { zh: '未能提供', en: 'declined' },
        withdrawn: { zh: '已撤回', en: 'withdrawn' },
      },
    },
    { key: 'answeredOn', title: { zh: '答复日期', en: 'Answered' }, type: 'day' },
    { key: 'late', title: { zh: '逾期', en: 'Late' }, type: 'yes-no' },
    { key: 'partner', title: { zh: '来源单位', en: 'From' }, type: 'text' },
    { key: 'items', title: { zh: '件数', en: 'Items' }, type: 'integer', total: 'sum' },
    {
      key: 'fate',
      title: { zh: '结果', en: 'What became of it' },
      type: 'text',
      words: {
        'handed-over': { zh: '已取', en: 'handed over' },
        sent: { zh: '已送', en: 'sent' },
        'read-here': { zh: '室内阅毕', en: 'read here' },
        'given-back': { zh: '已归还来源', en: 'given back' },
        'not-collected': { zh: '未取', en: 'not collected' },
      },
    },
    { key: 'why', title: { zh: '说明', en: 'Why' }, type: 'text' },
  ],
};

const count = (key: keyof ServiceCountView, zh: string, en: string) =>
  ({ key, title: { zh, en }, type: 'integer', total: 'sum' }) as const;

export const printedCounts: PrintedList<ServiceCountView> = {
  name: 'service-request-counts',
  title: { zh: '读者服务分类统计', en: 'Requests by kind' },
  columns: [
    KIND,
    count('asked', '申请', 'Asked'),
    count('open', '待办', 'Open'),
    count('answered', '已答复', 'Answered'),
    count('declined', '未能提供', 'Declined'),
    count('withdrawn', '撤回', 'Withdrawn'),
    count('late', '逾期', 'Late'),
    count('answers', '答复次数', 'Answers'),
    count('items', '件数', 'Items'),
    { key: 'longestDays', title: { zh: '最长天数', en: 'Longest, days' }, type: 'integer' },
  ],
};
