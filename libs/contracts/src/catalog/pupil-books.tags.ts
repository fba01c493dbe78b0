import type { Tags } from '../access/tags.js';

export const pupilBooksTags = {
  'pupil-book-payments': { zh: '学生用书缴费', en: 'Pupil book payments' },
  'pupil-books': { zh: '学生用书', en: 'Pupil books' },
} as const satisfies Tags;
