import type { PrintedList } from '@shulian/service-kit';
import { dutyWords } from './rules/class-helper.js';
import type { HelperView } from './helper-office.http.js';

export const printedHelpers: PrintedList<HelperView> = {
  name: 'class-helpers',
  title: { zh: '小图书管理员名单', en: 'Class helpers' },
  columns: [
    { key: 'className', title: { zh: '班级', en: 'Class' }, type: 'text' },
    {
      key: 'reader',
      title: { zh: '姓名', en: 'Name' },
      type: 'who',
      of: ({ readerId }) => ({ kind: 'reader', id: readerId }) as const,
    },
    {
      key: 'chosenBy',
      title: { zh: '产生方式', en: 'Chosen by' },
      type: 'text',
      words: {
        election: { zh: '选举', en: 'election' },
        recommendation: { zh: '推荐', en: 'recommendation' },
      },
    },
    { key: 'votes', title: { zh: '票数', en: 'Votes' }, type: 'integer' },
    {
      key: 'duties',
      title: { zh: '职责', en: 'Duties' },
      type: 'text',
      of: ({ duties }, language) => duties.map((duty) => dutyWords[duty][language]).join('、'),
    },
    { key: 'startsOn', title: { zh: '任期起', en: 'From' }, type: 'day' },
    { key: 'endsOn', title: { zh: '任期止', en: 'To' }, type: 'day' },
    {
      key: 'trained',
      title: { zh: '上岗培训', en: 'Trained' },
      type: 'text',
      of: ({ trained }, language) =>
        (trained ? { zh: '合格', en: 'passed' } : { zh: '未完成', en: 'not yet' })[language],
    },
    {
      key: 'status',
      title: { zh: '状态', en: 'State' },
      type: 'text',
      words: {
        proposed: { zh: '拟任', en: 'proposed' },
        appointed: { zh: '聘任', en: 'appointed' },
        declined: { zh: '未聘任', en: 'declined' },
        ended: { zh: '已免职', en: 'ended' },
      },
    },
  ],
};
