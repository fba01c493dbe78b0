import type { PrintedList } from '@shulian/service-kit';
import type { CampaignView, RateView } from './reading-campaigns.http.js';

export const printedCampaigns: PrintedList<CampaignView> = {
  name: 'reading-campaigns',
  title: { zh: '读书活动', en: 'Reading campaigns' },
  columns: [
    { key: 'name', title: { zh: '名称', en: 'Name' }, type: 'text' },
    { key: 'startsOn', title: { zh: '自', en: 'From' }, type: 'day' },
    { key: 'endsOn', title: { zh: '至', en: 'To' }, type: 'day' },
    {
      key: 'parts',
      title: { zh: '内容', en: 'Parts' },
      type: 'text',
      of: ({ parts }) => parts.map(({ name, goalPercent }) => `${name} ${String(goalPercent)}%`).join('、'),
    },
  ],
};

export const printedRates: PrintedList<RateView> = {
  name: 'participation-rates',
  title: { zh: '读书活动参与率', en: 'Rates of participation' },
  columns: [
    { key: 'part', title: { zh: '内容', en: 'Part' }, type: 'text' },
    { key: 'grade', title: { zh: '年级', en: 'Grade' }, type: 'integer' },
    { key: 'className', title: { zh: '班级', en: 'Class' }, type: 'text' },
    { key: 'heads', title: { zh: '人数', en: 'Pupils' }, type: 'integer' },
    { key: 'participants', title: { zh: '参与', en: 'Took part' }, type: 'integer' },
    {
      key: 'rate',
      title: { zh: '参与率（%）', en: 'Rate (%)' },
      type: 'text',
      of: ({ rate }) => (rate === null ? null : rate.toFixed(1)),
    },
    { key: 'goalPercent', title: { zh: '目标（%）', en: 'Goal (%)' }, type: 'integer' },
  ],
};
