import type { PrintedList, Words } from '@shulian/service-kit';
import type { ContestTypeView, SchoolContestView } from './contest-views.http.js';
import { SHIPPED_TYPES, type Takes } from './rules/contest-types.js';
import type { ContestStatus, PrizeLevel } from './rules/contest.js';

export const levelWords: Readonly<Record<PrizeLevel, Words>> = {
  first: { zh: '一等奖', en: 'first prize' },
  second: { zh: '二等奖', en: 'second prize' },
  third: { zh: '三等奖', en: 'third prize' },
  excellence: { zh: '优秀奖', en: 'excellence' },
};
const statusWords: Readonly<Record<ContestStatus, Words>> = {
  planned: { zh: '计划', en: 'planned' },
  open: { zh: '收稿', en: 'open' },
  closed: { zh: '评审', en: 'being judged' },
  judged: { zh: '已评定', en: 'decided' },
  published: { zh: '已公布', en: 'published' },
  summarised: { zh: '已总结', en: 'summarised' },
  cancelled: { zh: '取消', en: 'cancelled' },
};
const takesWords: Readonly<Record<Takes, Words>> = {
  works: { zh: '作品', en: 'works' },
  papers: { zh: '答卷', en: 'papers' },
  notes: { zh: '读书笔记', en: 'reading notes' },
};

export const printedContests: PrintedList<SchoolContestView> = {
  name: 'contests',
  title: { zh: '竞赛活动一览', en: 'Contests' },
  columns: [
    { key: 'name', title: { zh: '名称', en: 'Name' }, type: 'text' },
    {
      key: 'type',
      title: { zh: '种类', en: 'Type' },
      type: 'text',
      words: Object.fromEntries(SHIPPED_TYPES.map(({ code, zh, en }) => [code, { zh, en }])),
    },
    { key: 'theme', title: { zh: '主题', en: 'Theme' }, type: 'text' },
    {
      key: 'organisers',
      title: { zh: '主办部门', en: 'Organisers' },
      type: 'text',
      of: ({ organisers }) => organisers.join('、'),
    },
    {
      key: 'grades',
      title: { zh: '年级', en: 'Grades' },
      type: 'text',
      of: ({ grades }, language) =>
        grades.length === 0 ? { zh: '全校', en: 'all' }[language] : grades.join('、'),
    },
    { key: 'opensOn', title: { zh: '开始', en: 'Opens' }, type: 'day' },
    { key: 'dueOn', title: { zh: '截止', en: 'Due' }, type: 'day' },
    { key: 'publishedOn', title: { zh: '公布', en: 'Published' }, type: 'day' },
    { key: 'entries', title: { zh: '作品数', en: 'Works' }, type: 'integer' },
    { key: 'prizes', title: { zh: '获奖数', en: 'Prizes' }, type: 'integer' },
    {
      key: 'commended',
      title: { zh: '表彰日期', en: 'Commended' },
      type: 'day',
      of: ({ commendation }) => commendation?.heldOn ?? null,
    },
    { key: 'summary', title: { zh: '总结', en: 'Summary' }, type: 'text' },
    { key: 'status', title: { zh: '状态', en: 'State' }, type: 'text', words: statusWords },
  ],
};

export const printedTypes: PrintedList<ContestTypeView> = {
  name: 'contest-types',
  title: { zh: '竞赛种类', en: 'Types of contests' },
  columns: [
    { key: 'code', title: { zh: '代码', en: 'Code' }, type: 'text' },
    { key: 'zh', title: { zh: '中文名', en: 'Chinese name' }, type: 'text' },
    { key: 'en', title: { zh: '英文名', en: 'English name' }, type: 'text' },
    { key: 'takes', title: { zh: '收取', en: 'Takes' }, type: 'text', words: takesWords },
  ],
};
