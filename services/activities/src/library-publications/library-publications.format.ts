import type { PrintedList, Words } from '@shulian/service-kit';
import type { LibraryPublicationView, SheetLine } from './library-publications.http.js';
import type { Channel, PublicationColumn, PublicationStatus } from './rules/publication.js';

const columnWords: Readonly<Record<PublicationColumn, Words>> = {
  'new-books': { zh: '新书', en: 'new books' },
  reviews: { zh: '书评', en: 'reviews' },
  activities: { zh: '活动', en: 'activities' },
  essays: { zh: '学生征文', en: 'essays of pupils' },
};
const channelWords: Readonly<Record<Channel, Words>> = {
  web: { zh: '网络', en: 'web' },
  display: { zh: '实物', en: 'display' },
  board: { zh: '展示板', en: 'board' },
  window: { zh: '橱窗', en: 'window' },
  blackboard: { zh: '黑板报', en: 'blackboard' },
  'e-screen': { zh: '电子屏', en: 'screen' },
  broadcast: { zh: '广播', en: 'broadcast' },
  'school-paper': { zh: '校报', en: 'school paper' },
};
const statusWords: Readonly<Record<PublicationStatus, Words>> = {
  draft: { zh: '草稿', en: 'draft' },
  published: { zh: '已发布', en: 'published' },
  withdrawn: { zh: '已撤下', en: 'withdrawn' },
};

export const printedPublications: PrintedList<LibraryPublicationView> = {
  name: 'library-publications',
  title: { zh: '图书宣传记录', en: 'What the library publishes' },
  columns: [
    { key: 'column', title: { zh: '栏目', en: 'Column' }, type: 'text', words: columnWords },
    { key: 'title', title: { zh: '标题', en: 'Title' }, type: 'text' },
    {
      key: 'channels',
      title: { zh: '渠道', en: 'Channels' },
      type: 'text',
      of: ({ channels }, language) => channels.map((channel) => channelWords[channel][language]).join('、'),
    },
    {
      key: 'titles',
      title: { zh: '书目', en: 'Titles' },
      type: 'integer',
      of: ({ titles }) => titles.length,
    },
    { key: 'status', title: { zh: '状态', en: 'State' }, type: 'text', words: statusWords },
    { key: 'showsFrom', title: { zh: '发布', en: 'From' }, type: 'day' },
    { key: 'showsUntil', title: { zh: '截止', en: 'Until' }, type: 'day' },
  ],
};

/** A sheet to hang up, under the title of its publication. */
export const printedSheet = ({ title }: LibraryPublicationView): PrintedList<SheetLine> => ({
  name: 'publication-sheet',
  title: { zh: title, en: title },
  columns: [
    { key: 'number', title: { zh: '序号', en: 'No.' }, type: 'integer' },
    { key: 'title', title: { zh: '书名', en: 'Title' }, type: 'text' },
  ],
});
