import { expect, it } from '@jest/globals';
import { shareOf, type Need } from './textbook.js';

const need = (textbookId: string, grade: number, stream: Need['stream'], perPupil = 1): Need => ({
  textbookId,
  grade,
  stream,
  perPupil,
});
const needs = [
  need('语文', 11, 'all'),
  need('历史', 11, 'arts'),
  need('物理', 11, 'science'),
  need('练习簿', 11, 'all', 5),
  need('练习簿', 11, 'science', 2),
  need('数学', 10, 'all'),
];

it('a class gets what is for its grade and for its stream, as many as it has pupils', () => {
  const share = (stream: 'arts' | 'science' | null, pupils: number) =>
    Object.fromEntries(shareOf({ classId: 'c', grade: 11, stream, pupils }, needs));
  expect(share('arts', 50)).toEqual({ 语文: 50, 历史: 50, 练习簿: 250 });
  expect(share('science', 48)).toEqual({ 语文: 48, 物理: 48, 练习簿: 336 });
  expect(share(null, 40)).toEqual({ 语文: 40, 练习簿: 200 });
});
