import type { Operations } from '../access/operation.js';
import { county, librarian, school } from '../access/role-sets.js';

const keepers = { ...county, ...librarian } as const;
const lookers = { ...county, ...school } as const;
const readers = { ...lookers, teacher: 'school' } as const;
const states = ['pupil-book.state-refused'] as const;

export const pupilBooksAccess = {
  'pupil-books.enter': {
    says: {
      zh: '登记学生上交的自购图书、发票与读书心得，可分次上交',
      en: 'Enters a book that a pupil bought and hands in, with invoice and reflection, at once or one after the other.',
    },
    roles: keepers,
    scope: 'catalog.write',
    problems: { 409: ['pupil-book.note-used', 'pupil-book.invoice-used'] },
  },
  'pupil-books.list': {
    says: {
      zh: '学生自购图书清单，尚缺何物、报销到哪一步；format 给出可打印的清单',
      en: 'Books that pupils bought, what of each is missing and how far it has come; `format` prints them.',
    },
    roles: readers,
    scope: 'catalog.read',
    namesReaders: true,
  },
  'pupil-books.read': {
    says: { zh: '查看一册学生自购图书及其经过', en: 'One such book with its trail.' },
    roles: readers,
    scope: 'catalog.read',
    namesReaders: true,
  },
  'pupil-books.change': {
    says: {
      zh: '补交图书、发票或读书笔记，更正金额；If-Match 注明所依据的版本',
      en: 'Adds what is handed in later, or puts the price right; If-Match names the version it builds on.',
    },
    roles: keepers,
    scope: 'catalog.write',
    problems: { 409: [...states, 'pupil-book.note-used', 'pupil-book.invoice-used'] },
  },
  'pupil-books.confirm-reflection': {
    says: {
      zh: '教师确认纸本读书心得，并说明为何不是读书笔记',
      en: 'A teacher confirms a reflection on paper, and says why it is no reading note.',
    },
    roles: { teacher: 'school', 'school-head': 'school' },
    scope: 'catalog.write',
    problems: { 409: states },
  },
  'pupil-books.take-back-reflection': {
    says: { zh: '撤回对纸本心得的确认', en: 'Takes the confirmation of a paper back.' },
    roles: { teacher: 'school', 'school-head': 'school' },
    scope: 'catalog.write',
    problems: { 409: states },
  },
  'pupil-books.decide': {
    says: {
      zh: '批准报销（书、发票、心得缺一不可，随即待验收入藏）或不予报销',
      en: 'Approves a reimbursement, with all three there and not otherwise, which brings the book to acceptance; or refuses it.',
    },
    roles: { ...county, 'school-head': 'school' },
    scope: 'catalog.write',
    problems: { 409: [...states, 'pupil-book.refused', 'delivery.refused'] },
    reasons: [
      'pupil-book.book-missing',
      'pupil-book.invoice-missing',
      'pupil-book.reflection-missing',
      'pupil-book.own-entry',
      'pupil-book.own-confirmation',
      'order.review-unsuitable',
      'order.review-retracted',
    ],
  },
  'pupil-books.pay': {
    says: {
      zh: '登记报销付款；该册须已验收入藏',
      en: 'Records that it was paid out; the book must have been accepted.',
    },
    roles: lookers,
    scope: 'catalog.write',
    problems: { 409: [...states, 'pupil-book.not-accepted'] },
  },
  'pupil-books.undo': {
    says: {
      zh: '撤回上一步：付款，或尚未入藏时的审批，并说明理由',
      en: 'Takes the last step back, with the reason: the payment, or the decision while the book is not in the registers.',
    },
    roles: { ...county, 'school-head': 'school' },
    scope: 'catalog.write',
    problems: {
      409: [...states, 'pupil-book.accepted-already', 'pupil-book.note-used', 'pupil-book.invoice-used'],
    },
  },
  'pupil-books.payments': {
    says: {
      zh: '学生自购图书报销登记表，按日期；format 给出可打印并签名的登记表',
      en: 'The register of what was paid out to pupils, by day; `format` prints it, to be signed.',
    },
    roles: lookers,
    scope: 'reports.read',
    namesReaders: true,
  },
} as const satisfies Operations;
