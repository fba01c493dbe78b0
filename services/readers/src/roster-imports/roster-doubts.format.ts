import type { PrintedList } from '@shulian/service-kit';
import type { DoubtView } from './roster-doubts.http.js';

export const printedDoubts: PrintedList<DoubtView> = {
  name: 'roster-doubts',
  title: { zh: '名册待核对名单', en: 'People of lists to be checked' },
  columns: [
    { key: 'name', title: { zh: '姓名', en: 'Name' }, type: 'text' },
    { key: 'className', title: { zh: '名册班级', en: 'Class in the list' }, type: 'text' },
    { key: 'number', title: { zh: '名册证号', en: 'Number in the list' }, type: 'text' },
    {
      key: 'candidates',
      title: { zh: '可能的读者', en: 'Who it may be' },
      type: 'text',
      of: ({ candidates }) =>
        candidates
          .map(({ name, className, cardNumber }) => [name, className, cardNumber].filter(Boolean).join(' '))
          .join('；'),
    },
    {
      key: 'status',
      title: { zh: '结果', en: 'Found' },
      type: 'text',
      words: {
        open: { zh: '待定', en: 'open' },
        same: { zh: '同一人', en: 'the same' },
        other: { zh: '另一人', en: 'another' },
        dismissed: { zh: '不予处理', en: 'dismissed' },
      },
    },
  ],
};
