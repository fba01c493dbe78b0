import type { Operations } from '../access/operation.js';
import { librarian, school } from '../access/role-sets.js';

const seeing = { ...school, teacher: 'class', reader: 'self' } as const;

export const readingNotesAccess = {
  'reading-notes.create': {
    says: {
      zh: '提交读书笔记；读者只能提交自己的',
      en: 'Hands in a reading note; a reader hands in the own.',
    },
    roles: { ...librarian, teacher: 'class', reader: 'self' },
    scope: 'activities.write',
    problems: { 409: ['reading-note.not-as-required'] },
    reasons: [
      'reading-note.kind-not-taken',
      'reading-note.too-short',
      'reading-note.not-sorted',
      'reading-note.no-title',
    ],
  },
  'reading-notes.list': {
    says: { zh: '列出可见的读书笔记，最新的在前', en: 'Reading notes within reach, newest first.' },
    roles: seeing,
    scope: 'activities.read',
    namesReaders: true,
  },
  'reading-notes.read': {
    says: { zh: '查看一篇读书笔记', en: 'One reading note.' },
    roles: seeing,
    scope: 'activities.read',
    namesReaders: true,
  },
  'reading-notes.accept': {
    says: {
      zh: '通过一篇读书笔记；欠笔记的读者可再借书',
      en: 'Accepts a reading note; the reader may borrow again where a note was owed.',
    },
    roles: { ...librarian, teacher: 'class' },
    scope: 'activities.write',
    problems: { 409: ['reading-note.already-accepted'] },
  },
} as const satisfies Operations;
