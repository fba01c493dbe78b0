import type { PrintedList, Words } from '@shulian/service-kit';
import type { ClassStandingView, ContestView } from './class-contests.http.js';
import type { ContestStatus } from './rules/class-contest.js';

const statusWords: Readonly<Record<ContestStatus, Words>> = {
  open: { zh: '评选中', en: 'open' },
  decided: { zh: '已评定', en: 'decided' },
};

export const printedContests: PrintedList<ContestView> = {
  name: 'class-contests',
  title: { zh: '书香班级评选', en: 'Contests of classes' },
  columns: [
    { key: 'schoolYear', title: { zh: '学年', en: 'School year' }, type: 'integer' },
    { key: 'name', title: { zh: '名称', en: 'Name' }, type: 'text' },
    { key: 'status', title: { zh: '状态', en: 'State' }, type: 'text', words: statusWords },
    { key: 'decidedOn', title: { zh: '评定', en: 'Decided' }, type: 'day' },
    {
      key: 'winners',
      title: { zh: '书香班级', en: 'Honoured' },
      type: 'text',
      of: ({ winners }) => winners.map(({ className, classId }) => className ?? classId).join('、'),
    },
  ],
};

export const printedStandings: PrintedList<ClassStandingView> = {
  name: 'class-standings',
  title: { zh: '书香班级评分', en: 'Standings of classes' },
  signatures: [{ zh: '校长', en: 'Head of the school' }],
  columns: [
    { key: 'rank', title: { zh: '名次', en: 'Rank' }, type: 'integer' },
    { key: 'className', title: { zh: '班级', en: 'Class' }, type: 'text' },
    { key: 'heads', title: { zh: '人数', en: 'Pupils' }, type: 'integer' },
    { key: 'loans', title: { zh: '借阅', en: 'Loans' }, type: 'integer' },
    { key: 'notes', title: { zh: '笔记', en: 'Notes' }, type: 'integer' },
    {
      key: 'byCriterion',
      title: { zh: '各项得分', en: 'By criterion' },
      type: 'text',
      of: ({ byCriterion }) => byCriterion.map(({ code, points }) => `${code} ${String(points)}`).join(', '),
    },
    { key: 'points', title: { zh: '总分', en: 'Points' }, type: 'integer' },
    {
      key: 'honoured',
      title: { zh: '评定', en: 'Honoured' },
      type: 'text',
      of: ({ honoured }, language) => (honoured ? (language === 'zh' ? '书香班级' : 'yes') : null),
    },
  ],
};
