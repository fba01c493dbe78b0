import type { Operations } from '../access/operation.js';
import { librarian, school } from '../access/role-sets.js';

const ofClass = { teacher: 'class', 'class-helper': 'class' } as const;

export const cornerDonationsAccess = {
  'corner-donations.create': {
    says: {
      zh: '登记向图书角捐书：班级、读者或校外人士；审查后上架',
      en: 'Enters books that a class, a reader or somebody else offers to a corner; they are looked at before they stand there.',
    },
    roles: { ...librarian, ...ofClass },
    scope: 'circulation.desk',
    namesReaders: true,
    problems: { 409: ['book-corner.closed'] },
  },
  'corner-donations.list': {
    says: {
      zh: '图书角捐书登记；format 给出可打印的表',
      en: 'What was given to the corners of a school, newest first; `format` prints it.',
    },
    roles: { ...school, ...ofClass },
    scope: 'circulation.read',
    namesReaders: true,
  },
  'corner-donations.judge': {
    says: {
      zh: '审查捐书的思想性、科学性、趣味性：三项都好则接受，否则说明理由不接受；可改判',
      en: 'Judges a donation by ideas, science and interest: accepted when all are sound, else refused with the reason; may be put right.',
    },
    roles: librarian,
    scope: 'circulation.desk',
    namesReaders: true,
    problems: { 409: ['corner-donation.removed'] },
  },
  'corner-donations.remove': {
    says: { zh: '撤下已接受的捐书', en: 'Takes accepted books of a donation from their corner.' },
    roles: librarian,
    scope: 'circulation.desk',
    namesReaders: true,
    problems: { 409: ['corner-donation.not-accepted'] },
  },
} as const satisfies Operations;
