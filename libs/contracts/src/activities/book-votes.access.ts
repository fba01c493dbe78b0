import type { Operations } from '../access/operation.js';
import { school } from '../access/role-sets.js';

const NOT_OPEN = 'book-vote.not-open' as const;
const seeing = {
  roles: { ...school, teacher: 'class', 'class-helper': 'class', reader: 'self' },
  scope: 'activities.read',
} as const;
const keeping = { roles: school, scope: 'activities.write' } as const;
const classes = { ...school, teacher: 'class' } as const;

export const bookVotesAccess = {
  'book-votes.open': {
    says: {
      zh: '发起“学生最喜爱的一百本书”评选：起止日期、入选本数、每票最多几本',
      en: 'Opens a vote for the favourite books: its days, how many books are favourites, how many a ballot names.',
    },
    ...keeping,
  },
  'book-votes.list': {
    says: {
      zh: '各次评选，最新在前；format 给出可打印的表',
      en: 'The votes, newest first; `format` prints them.',
    },
    ...seeing,
  },
  'book-votes.read': { says: { zh: '查看一次评选', en: 'One vote.' }, ...seeing },
  'book-votes.change': {
    says: {
      zh: '改截止日期，结束或重新开放',
      en: 'Changes the last day, closes the vote or opens it again.',
    },
    ...keeping,
    problems: { 409: [NOT_OPEN] },
  },
  'book-votes.cast': {
    says: {
      zh: '投票，每名学生一张，结束前可改；教师可代录纸质选票',
      en: 'Casts a ballot, one a pupil, that may be changed while the vote is open; a teacher enters those on paper.',
    },
    roles: { ...classes, reader: 'self' },
    scope: 'activities.write',
    problems: { 409: [NOT_OPEN], 422: ['request.unknown-reference'] },
  },
  'book-votes.results': {
    says: {
      zh: '结果，同票同名次；投票中只有教师和图书馆可看；format 给出可打印的表',
      en: 'The results, ties sharing a rank; while the vote is open for teachers and the library only; `format` prints them.',
    },
    ...seeing,
  },
  'book-gifts.enter': {
    says: {
      zh: '登记“捐一本好书”：班级、学生、书名、册数、去向',
      en: 'Enters a book that a class or a pupil gave.',
    },
    roles: classes,
    scope: 'activities.write',
    problems: { 422: ['request.unknown-reference'] },
    namesReaders: true,
  },
  'book-gifts.list': {
    says: {
      zh: '捐书登记，最新在前；format 给出可打印的表',
      en: 'What was given, newest first; `format` prints it.',
    },
    roles: classes,
    scope: 'activities.read',
    namesReaders: true,
  },
  'book-gifts.counts': {
    says: {
      zh: '各班捐书册数、去向与选票数；format 给出可打印的表',
      en: 'Copies given, where they went, and ballots by class; `format` prints it.',
    },
    roles: classes,
    scope: 'activities.read',
  },
} as const satisfies Operations;
