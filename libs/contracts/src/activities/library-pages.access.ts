import type { Operations } from '../access/operation.js';
import { county, school } from '../access/role-sets.js';

const keeping = { roles: { ...county, ...school } } as const;
const NOT_NOW = 'library-notice.not-now' as const;

export const libraryPagesAccess = {
  'library-pages.list': {
    says: { zh: '各校图书馆主页目录，无需登录', en: 'The libraries of the county; nobody has to sign in.' },
    public: true,
  },
  'library-pages.read': {
    says: {
      zh: '一校图书馆主页：简介、开放时间与各栏目最新公告，无需登录',
      en: 'The page of a library: who it is, when it is open, the newest notices of each column; nobody has to sign in.',
    },
    public: true,
  },
  'library-pages.notices': {
    says: {
      zh: '今日可见的公告，供电子屏滚动；置顶在前',
      en: 'Notices that are shown today, pinned ones first: what a screen in the lobby rolls.',
    },
    public: true,
  },
  'library-introduction.put': {
    says: { zh: '编写图书馆简介与开放时间', en: 'Says who the library is and when it is open.' },
    ...keeping,
  },
  'library-notices.create': {
    says: {
      zh: '拟公告：规章、新书、借阅安排、活动、留言答复；县馆可拟全县公告',
      en: 'Writes a notice; the county office also one for all pages. Nobody sees it yet.',
    },
    ...keeping,
  },
  'library-notices.list': {
    says: {
      zh: '公告及其状态，最新在前；format 给出发布记录',
      en: 'The notices with their state, newest first; `format` prints the record.',
    },
    ...keeping,
  },
  'library-notices.read': { says: { zh: '查看一则公告', en: 'One notice.' }, ...keeping },
  'library-notices.change': {
    says: { zh: '更正公告，已发布的也可', en: 'Puts a notice right, also one that is shown.' },
    ...keeping,
    problems: { 409: [NOT_NOW] },
  },
  'library-notices.publish': {
    says: { zh: '发布公告，可定起止日期', en: 'Shows a notice to everybody, from one day to another.' },
    ...keeping,
    problems: { 409: [NOT_NOW] },
  },
  'library-notices.withdraw': {
    says: { zh: '撤下公告', en: 'Takes a notice back; it may be published again.' },
    ...keeping,
    problems: { 409: [NOT_NOW] },
  },
} as const satisfies Operations;
