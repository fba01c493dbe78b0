import type { ProblemTitles } from '../envelope/problem.js';

export const collectionsProblems = {
  'collection.name-taken': { zh: '已有同名的专藏', en: 'There is a collection of that name' },
  'collection.not-empty': { zh: '专藏中还有书，不能撤销', en: 'There are copies in the collection' },
  'collection.closed': { zh: '专藏已撤销', en: 'The collection is closed' },
  'collection.unknown-barcodes': { zh: '有的条码不存在', en: 'Some of the barcodes are of no copy' },
  'collection.withdrawn-copies': { zh: '有的册已注销', en: 'Some of the copies are withdrawn' },
  'collection.too-many': { zh: '册数过多，请缩小范围', en: 'Too many copies at once' },
  'collection.no-copies': { zh: '没有可放入或取出的册', en: 'No copy would be put in or taken out' },
  'collection.already-undone': { zh: '已撤销过', en: 'It was taken back before' },
  'collection.built-upon': {
    zh: '其后又放入或取出过，不能撤销',
    en: 'Some of its copies were put elsewhere since',
  },
} as const satisfies ProblemTitles;
