import type { PrintedList, Words } from '@shulian/service-kit';
import type { NoteKind } from '../../reading-notes/rules/reading-note.js';
import type { NoteMarkView } from './note-marks.http.js';

export const noteKindWords: Readonly<Record<NoteKind, Words>> = {
  note: { zh: '笔记', en: 'note' },
  excerpt: { zh: '摘抄', en: 'excerpt' },
  reflection: { zh: '读后感', en: 'reflection' },
  card: { zh: '文摘卡', en: 'digest card' },
  recommendation: { zh: '推荐理由', en: 'recommendation' },
};

export const printedNoteMarks: PrintedList<NoteMarkView> = {
  name: 'note-marks',
  title: { zh: '读书笔记批阅表', en: 'Marks of reading notes' },
  columns: [
    { key: 'handedInOn', title: { zh: '日期', en: 'Day' }, type: 'day' },
    {
      key: 'who',
      title: { zh: '学生', en: 'Pupil' },
      type: 'who',
      of: ({ readerId }) => ({ kind: 'reader', id: readerId }) as const,
    },
    { key: 'kind', title: { zh: '种类', en: 'Kind' }, type: 'text', words: noteKindWords },
    { key: 'text', title: { zh: '内容', en: 'Text' }, type: 'text' },
    {
      key: 'score',
      title: { zh: '得分', en: 'Score' },
      type: 'decimal',
      of: ({ tenths }) => (tenths === null ? null : tenths / 10),
    },
    { key: 'remark', title: { zh: '评语', en: 'Remark' }, type: 'text' },
    { key: 'nominated', title: { zh: '推荐', en: 'Nominated' }, type: 'yes-no' },
    { key: 'markedOn', title: { zh: '批阅日期', en: 'Marked' }, type: 'day' },
  ],
};
