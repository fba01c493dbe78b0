import type { PrintedList } from '@shulian/service-kit';
import type { EssayView } from './lesson-essays.http.js';

export const printedEssays: PrintedList<EssayView> = {
  name: 'lesson-essays',
  title: { zh: '阅读课评论', en: 'Essays of reading lessons' },
  columns: [
    { key: 'lessonOn', title: { zh: '上课日期', en: 'Lesson' }, type: 'day' },
    {
      key: 'who',
      title: { zh: '学生', en: 'Pupil' },
      type: 'who',
      of: ({ readerId }) => ({ kind: 'reader', id: readerId }) as const,
    },
    { key: 'bookTitle', title: { zh: '书名', en: 'Book' }, type: 'text' },
    { key: 'text', title: { zh: '评论', en: 'Essay' }, type: 'text' },
  ],
};
