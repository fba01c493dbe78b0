import type { PrintedList } from '@shulian/service-kit';
import type { CourierRunView } from './courier-runs.http.js';

export const printedRuns: PrintedList<CourierRunView> = {
  name: 'courier-runs',
  title: { zh: '馆际送书班次', en: 'Runs of the courier' },
  columns: [
    { key: 'runOn', title: { zh: '日期', en: 'Day' }, type: 'day' },
    { key: 'school', title: { zh: '发自', en: 'From' }, type: 'text' },
    { key: 'courier', title: { zh: '送书人', en: 'Courier' }, type: 'text' },
    { key: 'copies', title: { zh: '册数', en: 'Copies' }, type: 'integer' },
    { key: 'received', title: { zh: '已签收', en: 'Received' }, type: 'integer' },
    {
      key: 'state',
      title: { zh: '状态', en: 'State' },
      type: 'text',
      words: { open: { zh: '装车中', en: 'being packed' }, left: { zh: '已发车', en: 'left' } },
    },
    { key: 'leftAt', title: { zh: '发车时间', en: 'Left' }, type: 'moment' },
    { key: 'note', title: { zh: '备注', en: 'Note' }, type: 'text' },
  ],
};
