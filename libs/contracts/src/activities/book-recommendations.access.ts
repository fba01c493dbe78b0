import type { Operations } from '../access/operation.js';
import { school } from '../access/role-sets.js';

const NOT_NOW = 'recommendation.not-now' as const;
const keeping = { roles: school, scope: 'activities.write' } as const;
const seeing = {
  roles: { ...school, teacher: 'class', 'class-helper': 'class', reader: 'self' },
  scope: 'activities.read',
} as const;
const counted = { roles: { ...school, teacher: 'class' }, scope: 'activities.read' } as const;

export const bookRecommendationsAccess = {
  'recommendation-issues.write': {
    says: {
      zh: '编一期新书推荐：所属周、主题、书目与推荐理由；尚不可见',
      en: 'Writes an issue of recommended books for a week; nobody sees it yet.',
    },
    ...keeping,
  },
  'recommendation-issues.list': {
    says: {
      zh: '各期新书推荐，最新的周在前；师生只见已发布的；format 给出可打印的表',
      en: 'The issues, newest week first; pupils and teachers see those that are out; `format` prints them.',
    },
    ...seeing,
  },
  'recommendation-issues.read': {
    says: { zh: '查看一期新书推荐', en: 'One issue.' },
    ...seeing,
  },
  'recommendation-issues.change': {
    says: { zh: '修改未发布的一期', en: 'Changes an issue that is not out yet.' },
    ...keeping,
    problems: { 409: [NOT_NOW] },
  },
  'recommendation-issues.publish': {
    says: {
      zh: '发布一期，按学年编号',
      en: 'Publishes an issue, which gets the next number of the school year.',
    },
    ...keeping,
    problems: { 409: [NOT_NOW] },
  },
  'recommendation-issues.withdraw': {
    says: { zh: '撤下一期；期号不再使用', en: 'Takes an issue back; its number is not given again.' },
    ...keeping,
    problems: { 409: [NOT_NOW] },
  },
  'recommendation-coverage.list': {
    says: {
      zh: '各学期推荐的新书占当年新书的比例，是否达到目标（默认 15%）；format 给出可打印的表',
      en: 'How much of the new titles of the year each term has recommended, and whether it reaches the goal (15 % by default); `format` prints it.',
    },
    ...counted,
  },
  'recommendation-weeks.list': {
    says: {
      zh: '一学期逐周的推荐与两周一次的书展：按时、迟、缺、未到期；format 给出可打印的表',
      en: 'Week by week of a term: its issue, and the exhibition of its two weeks, in time, late, missing or not yet due; `format` prints it.',
    },
    ...counted,
  },
  'book-exhibitions.enter': {
    says: {
      zh: '登记一次新书书展及展出的读书心得篇数',
      en: 'Enters an exhibition of new books, with how many notes of pupils were shown.',
    },
    ...keeping,
  },
  'book-exhibitions.list': {
    says: {
      zh: '书展，最近的在前；format 给出可打印的表',
      en: 'Exhibitions, latest first; `format` prints them.',
    },
    ...counted,
  },
  'book-exhibitions.remove': {
    says: { zh: '删除误登的书展', en: 'Removes an exhibition that was entered by mistake.' },
    ...keeping,
  },
} as const satisfies Operations;
