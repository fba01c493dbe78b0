import type { PrintedList, Words } from '@shulian/service-kit';
import type { GiftCountView, GiftView, ResultView, VoteView } from './book-votes.http.js';
import type { GiftGoesTo, VoteStatus } from './rules/book-vote.js';

const statusWords: Readonly<Record<VoteStatus, Words>> = {
  open: { zh: '投票中', en: 'open' },
  closed: { zh: '已结束', en: 'closed' },
};
const goesToWords: Readonly<Record<GiftGoesTo, Words>> = {
  gallery: { zh: '开放书廊', en: 'gallery' },
  'book-corner': { zh: '图书角', en: 'book corner' },
  stock: { zh: '馆藏', en: 'stock' },
};

export const printedVotes: PrintedList<VoteView> = {
  name: 'book-votes',
  title: { zh: '最喜爱的书评选', en: 'Votes for favourite books' },
  columns: [
    { key: 'name', title: { zh: '名称', en: 'Name' }, type: 'text' },
    { key: 'opensOn', title: { zh: '自', en: 'From' }, type: 'day' },
    { key: 'closesOn', title: { zh: '至', en: 'To' }, type: 'day' },
    { key: 'status', title: { zh: '状态', en: 'State' }, type: 'text', words: statusWords },
    { key: 'ballots', title: { zh: '选票', en: 'Ballots' }, type: 'integer' },
    { key: 'copies', title: { zh: '捐书（册）', en: 'Copies given' }, type: 'integer' },
  ],
};
export const printedResults: PrintedList<ResultView> = {
  name: 'favourite-books',
  title: { zh: '学生最喜爱的书', en: 'Favourite books' },
  columns: [
    { key: 'rank', title: { zh: '名次', en: 'Rank' }, type: 'integer' },
    { key: 'title', title: { zh: '书名', en: 'Title' }, type: 'text' },
    { key: 'votes', title: { zh: '票数', en: 'Votes' }, type: 'integer' },
    {
      key: 'favourite',
      title: { zh: '入选', en: 'Favourite' },
      type: 'text',
      of: ({ favourite }, language) => (favourite ? (language === 'zh' ? '入选' : 'yes') : null),
    },
  ],
};
export const printedGifts: PrintedList<GiftView> = {
  name: 'book-gifts',
  title: { zh: '捐书登记', en: 'Books given' },
  columns: [
    { key: 'givenOn', title: { zh: '日期', en: 'Given' }, type: 'day' },
    { key: 'className', title: { zh: '班级', en: 'Class' }, type: 'text' },
    {
      key: 'reader',
      title: { zh: '学生', en: 'Pupil' },
      type: 'who',
      of: ({ readerId }) => (readerId === null ? null : { kind: 'reader', id: readerId }),
    },
    { key: 'book', title: { zh: '书名', en: 'Book' }, type: 'text' },
    { key: 'copies', title: { zh: '册数', en: 'Copies' }, type: 'integer', total: 'sum' },
    { key: 'goesTo', title: { zh: '去向', en: 'Goes to' }, type: 'text', words: goesToWords },
  ],
};
export const printedGiftCounts: PrintedList<GiftCountView> = {
  name: 'gift-counts',
  title: { zh: '各班捐书与投票', en: 'Gifts and ballots by class' },
  columns: [
    { key: 'className', title: { zh: '班级', en: 'Class' }, type: 'text' },
    { key: 'givers', title: { zh: '捐书人数', en: 'Givers' }, type: 'integer' },
    { key: 'copies', title: { zh: '册数', en: 'Copies' }, type: 'integer' },
    { key: 'toGallery', title: { zh: '书廊', en: 'Gallery' }, type: 'integer' },
    { key: 'toBookCorner', title: { zh: '图书角', en: 'Corner' }, type: 'integer' },
    { key: 'toStock', title: { zh: '馆藏', en: 'Stock' }, type: 'integer' },
    { key: 'ballots', title: { zh: '选票', en: 'Ballots' }, type: 'integer' },
  ],
};
