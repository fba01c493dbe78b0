import type { PrintedList, Words } from '@shulian/service-kit';
import type { BookForMeView, MatchedReaderView, MatchView } from './book-matches.http.js';
import type { Occasion } from './rules/book-match.js';

const occasionWords: Readonly<Record<Occasion, Words>> = {
  'asked-for': { zh: '读者所求', en: 'asked for' },
  subject: { zh: '学科', en: 'subject' },
  'grade-band': { zh: '学段', en: 'age' },
  'reads-little': { zh: '借阅较少', en: 'reads little' },
  other: { zh: '其他', en: 'other' },
};
const titlesOf = ({ titles }: Pick<MatchView, 'titles'>): string =>
  titles.map(({ title, titleId }) => title ?? titleId).join('\n');

export const printedMatches: PrintedList<MatchView> = {
  name: 'book-matches',
  title: { zh: '为人找书、为书找人', en: 'Books brought to readers' },
  columns: [
    { key: 'sentOn', title: { zh: '日期', en: 'Sent' }, type: 'day' },
    { key: 'name', title: { zh: '名称', en: 'Name' }, type: 'text' },
    { key: 'occasion', title: { zh: '缘由', en: 'Why' }, type: 'text', words: occasionWords },
    { key: 'titles', title: { zh: '书目', en: 'Titles' }, type: 'text', of: titlesOf },
    { key: 'readers', title: { zh: '人数', en: 'Readers' }, type: 'integer' },
    { key: 'declined', title: { zh: '谢绝', en: 'Declined' }, type: 'integer' },
    { key: 'borrowers', title: { zh: '借阅人数', en: 'Borrowers' }, type: 'integer' },
    { key: 'loans', title: { zh: '借阅册次', en: 'Loans' }, type: 'integer' },
  ],
};
export const printedMatchedReaders: PrintedList<MatchedReaderView> = {
  name: 'matched-readers',
  title: { zh: '推送对象', en: 'To whom it was brought' },
  columns: [
    {
      key: 'reader',
      title: { zh: '读者', en: 'Reader' },
      type: 'who',
      of: ({ readerId }) => ({ kind: 'reader', id: readerId }),
    },
    { key: 'declinedOn', title: { zh: '谢绝', en: 'Declined' }, type: 'day' },
    { key: 'loans', title: { zh: '借阅册次', en: 'Loans' }, type: 'integer' },
  ],
};
export const printedBooksForMe: PrintedList<BookForMeView> = {
  name: 'books-for-me',
  title: { zh: '为我推荐', en: 'Books for me' },
  columns: [
    { key: 'sentOn', title: { zh: '日期', en: 'Sent' }, type: 'day' },
    { key: 'name', title: { zh: '名称', en: 'Name' }, type: 'text' },
    { key: 'titles', title: { zh: '书目', en: 'Titles' }, type: 'text', of: titlesOf },
  ],
};
