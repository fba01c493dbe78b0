import type { PrintedList, Words } from '@shulian/service-kit';
import type { NoticeView } from './library-pages.http.js';
import type { NoticeColumn, NoticeStatus } from './rules/notice.js';

const columnWords: Readonly<Record<NoticeColumn, Words>> = {
  rules: { zh: '规章制度', en: 'rules' },
  'new-books': { zh: '新书快递', en: 'new books' },
  lending: { zh: '借阅安排', en: 'lending' },
  activities: { zh: '读书活动', en: 'activities' },
  messages: { zh: '读者留言答复', en: 'messages' },
  reviews: { zh: '书评', en: 'reviews' },
  essays: { zh: '学生征文', en: 'essays of pupils' },
};
const statusWords: Readonly<Record<NoticeStatus, Words>> = {
  draft: { zh: '草稿', en: 'draft' },
  published: { zh: '已发布', en: 'published' },
  withdrawn: { zh: '已撤下', en: 'withdrawn' },
};

export const printedNotices: PrintedList<NoticeView> = {
  name: 'library-notices',
  title: { zh: '图书馆公告发布记录', en: 'Notices of the library' },
  columns: [
    { key: 'writtenOn', title: { zh: '拟稿日期', en: 'Written' }, type: 'day' },
    { key: 'column', title: { zh: '栏目', en: 'Column' }, type: 'text', words: columnWords },
    { key: 'title', title: { zh: '标题', en: 'Title' }, type: 'text' },
    { key: 'words', title: { zh: '内容', en: 'Words' }, type: 'text' },
    { key: 'status', title: { zh: '状态', en: 'Status' }, type: 'text', words: statusWords },
    { key: 'showsFrom', title: { zh: '发布', en: 'From' }, type: 'day' },
    { key: 'showsUntil', title: { zh: '截止', en: 'Until' }, type: 'day' },
  ],
};
