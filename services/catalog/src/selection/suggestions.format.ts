import type { PrintedList } from '@shulian/service-kit';
import type { SuggestionView } from './suggestions.http.js';

const statusWords = {
  open: { zh: '待处理', en: 'open' },
  ordered: { zh: '已订购', en: 'ordered' },
  declined: { zh: '未采纳', en: 'declined' },
} as const;
const channelWords = {
  form: { zh: '荐购单', en: 'form' },
  message: { zh: '网络留言', en: 'message' },
  survey: { zh: '阅读调查', en: 'survey' },
} as const;
const askerWords = {
  teacher: { zh: '教师', en: 'teacher' },
  reader: { zh: '学生', en: 'reader' },
  staff: { zh: '馆员', en: 'staff' },
} as const;

/** Who wished for it stands nowhere on the paper. */
export const printedSuggestions: PrintedList<SuggestionView> = {
  name: 'suggestions',
  title: { zh: '读者荐购清单', en: 'Wishes of readers' },
  columns: [
    { key: 'suggestedOn', title: { zh: '日期', en: 'Date' }, type: 'day' },
    { key: 'name', title: { zh: '题名', en: 'Title' }, type: 'text' },
    { key: 'contributor', title: { zh: '著者', en: 'Author' }, type: 'text' },
    { key: 'publisher', title: { zh: '出版者', en: 'Publisher' }, type: 'text' },
    { key: 'isbn', title: { zh: 'ISBN', en: 'ISBN' }, type: 'text' },
    { key: 'channel', title: { zh: '途径', en: 'By' }, type: 'text', words: channelWords },
    { key: 'asker', title: { zh: '荐购人', en: 'Of' }, type: 'text', words: askerWords },
    { key: 'course', title: { zh: '课程', en: 'Course' }, type: 'text' },
    { key: 'neededOn', title: { zh: '需用日期', en: 'Needed by' }, type: 'day' },
    { key: 'votes', title: { zh: '票数', en: 'Votes' }, type: 'integer' },
    { key: 'status', title: { zh: '结果', en: 'Fate' }, type: 'text', words: statusWords },
    { key: 'words', title: { zh: '答复', en: 'Answer' }, type: 'text' },
  ],
};
