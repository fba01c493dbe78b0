import type { Operations } from '../access/operation.js';
import { school } from '../access/role-sets.js';

const seeing = {
  roles: { ...school, teacher: 'class', 'class-helper': 'class', reader: 'self' },
  scope: 'activities.read',
} as const;
const keeping = { roles: { ...school, teacher: 'class' }, scope: 'activities.write' } as const;

export const readerBoardsAccess = {
  'reader-boards.open': {
    says: {
      zh: '开设读者园地：留言、书评专栏、读书心语或在线书社；教师只为本班开设',
      en: 'Opens a board: messages, reviews, words from the heart or a book club; a teacher for the own class.',
    },
    ...keeping,
    problems: { 422: ['request.unknown-reference'] },
  },
  'reader-boards.list': {
    says: {
      zh: '本校的读者园地；班级的只有该班可见；format 给出可打印的表',
      en: 'Boards of the school; those of a class are seen by it alone; `format` prints them.',
    },
    ...seeing,
  },
  'reader-boards.read': { says: { zh: '查看一个园地', en: 'One board.' }, ...seeing },
  'reader-boards.change': {
    says: {
      zh: '修改名称与题目，关闭或重新开放',
      en: 'Changes name and task, closes a board or opens it again.',
    },
    ...keeping,
  },
  'reader-boards.participants': {
    says: {
      zh: '参与情况：每名读者的篇数、回复与检索训练；format 给出可打印的表',
      en: 'Who took part: posts, answers, and reviews with what was looked up; `format` prints it.',
    },
    roles: { ...school, teacher: 'class' },
    scope: 'activities.read',
    namesReaders: true,
  },
  'board-posts.write': {
    says: {
      zh: '发表书评、心语、讨论或留言；读者的须经审核才显示',
      en: 'Writes a review, a word, an answer or a message; what a reader writes is seen once somebody let it through.',
    },
    roles: { ...school, teacher: 'class', reader: 'self' },
    scope: 'activities.write',
    problems: { 409: ['reader-board.closed'], 422: ['request.unknown-reference'] },
    namesReaders: true,
  },
  'board-posts.list': {
    says: {
      zh: '已展示的文章与自己的文章，最新在前；审核者可见全部；format 给出可打印的表',
      en: 'What is shown and what is the own, newest first; those who look through it see all; `format` prints it.',
    },
    ...seeing,
    namesReaders: true,
  },
  'board-posts.decide': {
    says: {
      zh: '审核：展示或移除；教师审核本班的园地',
      en: 'Lets a post through or removes it; a teacher on the board of the own class.',
    },
    ...keeping,
    problems: { 409: ['board-post.decided-already'] },
    namesReaders: true,
  },
  'library-pages.messages': {
    says: {
      zh: '读者留言与答复，经审核，不含姓名，无需登录',
      en: 'Messages of readers with their answers as they were let through, with nobody named; nobody has to sign in.',
    },
    public: true,
  },
} as const satisfies Operations;
