import type { PrintedList, Words } from '@shulian/service-kit';
import type { BoardView, ParticipantView, PostView } from './reader-boards.http.js';
import type { BoardKind, PostStatus } from './rules/reader-board.js';

const kindWords: Readonly<Record<BoardKind, Words>> = {
  messages: { zh: '读者留言', en: 'messages' },
  reviews: { zh: '书评专栏', en: 'reviews' },
  'words-from-the-heart': { zh: '读书心语', en: 'words from the heart' },
  'book-club': { zh: '在线书社', en: 'book club' },
};
const statusWords: Readonly<Record<PostStatus, Words>> = {
  waiting: { zh: '待审', en: 'waiting' },
  shown: { zh: '已展示', en: 'shown' },
  removed: { zh: '已移除', en: 'removed' },
};
const ofReader = {
  key: 'reader',
  title: { zh: '读者', en: 'Reader' },
  type: 'who',
  of: ({ readerId }: { readonly readerId: string | null }) =>
    readerId === null ? null : ({ kind: 'reader', id: readerId } as const),
} as const;

export const printedBoards: PrintedList<BoardView> = {
  name: 'reader-boards',
  title: { zh: '读者园地', en: 'Boards of readers' },
  columns: [
    { key: 'kind', title: { zh: '栏目', en: 'Kind' }, type: 'text', words: kindWords },
    { key: 'name', title: { zh: '名称', en: 'Name' }, type: 'text' },
    { key: 'posts', title: { zh: '篇数', en: 'Posts' }, type: 'integer' },
    { key: 'participants', title: { zh: '人数', en: 'Readers' }, type: 'integer' },
    { key: 'waiting', title: { zh: '待审', en: 'Waiting' }, type: 'integer' },
  ],
};
export const printedPosts: PrintedList<PostView> = {
  name: 'board-posts',
  title: { zh: '读者园地文章', en: 'Posts of a board' },
  columns: [
    { key: 'writtenOn', title: { zh: '日期', en: 'Written' }, type: 'day' },
    ofReader,
    { key: 'title', title: { zh: '书名', en: 'Title' }, type: 'text' },
    { key: 'words', title: { zh: '内容', en: 'Words' }, type: 'text' },
    { key: 'status', title: { zh: '状态', en: 'State' }, type: 'text', words: statusWords },
  ],
};
export const printedParticipants: PrintedList<ParticipantView> = {
  name: 'board-participants',
  title: { zh: '参与情况', en: 'Who took part' },
  columns: [
    ofReader,
    { key: 'posts', title: { zh: '篇数', en: 'Posts' }, type: 'integer' },
    { key: 'answers', title: { zh: '回复', en: 'Answers' }, type: 'integer' },
    { key: 'withRetrieval', title: { zh: '检索训练', en: 'With retrieval' }, type: 'integer' },
  ],
};
