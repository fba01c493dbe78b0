import type { PrintedList } from '@shulian/service-kit';
import type { SeriesView } from './series.http.js';

export const printedSeries: PrintedList<SeriesView> = {
  name: 'contest-series',
  title: { zh: '竞赛系列', en: 'Series of contests' },
  columns: [
    { key: 'name', title: { zh: '名称', en: 'Name' }, type: 'text' },
    {
      key: 'every',
      title: { zh: '周期', en: 'Every' },
      type: 'text',
      of: ({ rhythm }, language) =>
        ({ month: { zh: '每月', en: 'month' }, year: { zh: '每年', en: 'year' } })[rhythm.every][language],
    },
    { key: 'made', title: { zh: '已举行', en: 'Held' }, type: 'integer' },
    { key: 'lastPeriod', title: { zh: '最近一期', en: 'Last' }, type: 'text' },
    { key: 'ended', title: { zh: '停办', en: 'Ended' }, type: 'yes-no' },
  ],
};
