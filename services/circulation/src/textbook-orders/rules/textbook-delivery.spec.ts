import { expect, it } from '@jest/globals';
import { arrivedAs } from './textbook-delivery.js';

it('a delivery arrives as expected, but for what was counted otherwise, or came without being asked for', () => {
  const expected = [
    { textbookId: 'a', expected: 50 },
    { textbookId: 'b', expected: 20 },
  ];
  const counted = [
    { textbookId: 'b', delivered: 18, unusable: 3, note: '水渍' },
    { textbookId: 'c', delivered: 5, unusable: 5, note: '错发' },
  ];
  expect(arrivedAs(expected, counted)).toEqual([
    { textbookId: 'a', expected: 50, delivered: 50, unusable: 0, note: null },
    { textbookId: 'b', expected: 20, delivered: 18, unusable: 3, note: '水渍' },
    { textbookId: 'c', expected: 0, delivered: 5, unusable: 5, note: '错发' },
  ]);
});
