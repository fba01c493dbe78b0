import type { ProblemTitles } from '../envelope/problem.js';

export const pupilBooksProblems = {
  'pupil-book.refused': { zh: '不能批准报销', en: 'The reimbursement cannot be approved' },
  'pupil-book.book-missing': { zh: '书尚未上交', en: 'The book was not handed in' },
  'pupil-book.invoice-missing': { zh: '发票尚未上交', en: 'The invoice was not handed in' },
  'pupil-book.reflection-missing': { zh: '读书心得尚未上交', en: 'There is no reflection on the book' },
  'pupil-book.own-entry': {
    zh: '不得审批本人登记的报销',
    en: 'Nobody decides on what they entered themselves',
  },
  'pupil-book.own-confirmation': {
    zh: '心得由本人确认，须由他人审批',
    en: 'Nobody decides on a reflection that they confirmed themselves',
  },
  'pupil-book.state-refused': { zh: '当前状态下不能这样做', en: 'Not in this state' },
  'pupil-book.note-used': {
    zh: '该读书笔记已用于另一册报销',
    en: 'The reading note stands with another book already',
  },
  'pupil-book.invoice-used': {
    zh: '该发票上的这种书已登记报销',
    en: 'This work of this invoice was entered already',
  },
  'pupil-book.not-accepted': { zh: '该册尚未验收入藏', en: 'The book was not accepted yet' },
  'pupil-book.accepted-already': { zh: '该册已验收入藏', en: 'The book is in the registers already' },
} as const satisfies ProblemTitles;
