import type { PrintedList } from '@shulian/service-kit';
import type { ProjectDay, ProjectView } from './projects.http.js';

export const printedProjects: PrintedList<ProjectView> = {
  name: 'retrospective-projects',
  title: { zh: '回溯建库进度', en: 'Retrospective projects' },
  columns: [
    { key: 'name', title: { zh: '项目', en: 'Project' }, type: 'text' },
    { key: 'beginsOn', title: { zh: '开始', en: 'Begins' }, type: 'day' },
    { key: 'endsOn', title: { zh: '期限', en: 'Last day' }, type: 'day' },
    { key: 'goalVolumes', title: { zh: '目标册数', en: 'Goal' }, type: 'integer' },
    { key: 'entered', title: { zh: '已录册数', en: 'Entered' }, type: 'integer' },
    { key: 'left', title: { zh: '尚余', en: 'Left' }, type: 'integer' },
    { key: 'days', title: { zh: '已用天数', en: 'Days' }, type: 'integer' },
    {
      key: 'ratePerDay',
      title: { zh: '每日册数', en: 'A day' },
      type: 'text',
      of: ({ ratePerDay }) => (ratePerDay / 100).toFixed(2),
    },
    { key: 'daysToGo', title: { zh: '尚需天数', en: 'Days to go' }, type: 'integer' },
    { key: 'expectedEnd', title: { zh: '预计完成', en: 'Expected end' }, type: 'day' },
    {
      key: 'onTime',
      title: { zh: '如期', en: 'On time' },
      type: 'text',
      of: ({ onTime }, language) => (language === 'zh' ? (onTime ? '是' : '否') : onTime ? 'yes' : 'no'),
    },
    { key: 'endedOn', title: { zh: '结束', en: 'Ended' }, type: 'day' },
  ],
};

export const printedProjectDays: PrintedList<ProjectDay> = {
  name: 'retrospective-project-days',
  title: { zh: '回溯建库每日进度', en: 'Retrospective project by day' },
  columns: [
    { key: 'day', title: { zh: '日期', en: 'Day' }, type: 'day' },
    { key: 'entered', title: { zh: '当日册数', en: 'Entered' }, type: 'integer' },
    { key: 'sum', title: { zh: '累计', en: 'In all' }, type: 'integer' },
    { key: 'left', title: { zh: '尚余', en: 'Left' }, type: 'integer' },
  ],
};
