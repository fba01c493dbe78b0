import { describe, expect, it } from '@jest/globals';
import { canGo, hasOf, issuedOf, packsFor, PACK_STATUSES, type PackStep } from './textbook-pack.js';

const classes = [
  { classId: 'a', grade: 11, stream: 'arts', pupils: 50 },
  { classId: 's', grade: 11, stream: 'science', pupils: 48 },
  { classId: 'x', grade: 12, stream: null, pupils: 40 },
  { classId: 'empty', grade: 11, stream: 'arts', pupils: 0 },
] as const;
const needs = [
  { textbookId: '语文', grade: 11, stream: 'all', perPupil: 1 },
  { textbookId: '历史', grade: 11, stream: 'arts', perPupil: 1 },
] as const;

describe('packs of textbooks', () => {
  it('are made for classes that get something, less what they have already', () => {
    const packs = (already = new Map<string, Map<string, number>>()) =>
      packsFor(classes, needs, already, () => 'id').map(({ holder, lines }) => [holder.ref, lines]);
    expect(packs()).toEqual([
      ['a', [{ textbookId: '语文', planned: 50 }, { textbookId: '历史', planned: 50 }]],
      ['s', [{ textbookId: '语文', planned: 48 }]],
    ]); // prettier-ignore
    const early = new Map([['a', new Map([['语文', 50]])], ['s', new Map([['语文', 47]])]]); // prettier-ignore
    expect(packs(early)).toEqual([
      ['a', [{ textbookId: '历史', planned: 50 }]],
      ['s', [{ textbookId: '语文', planned: 1 }]],
    ]);
  });

  it('go their way step by step', () => {
    const may = (step: PackStep, occasion: 'registration' | 'collection'): string[] =>
      PACK_STATUSES.filter((status) => canGo(step, { status, occasion }));
    expect(may('count', 'registration')).toEqual(['planned', 'packed']);
    expect(may('issue', 'registration')).toEqual(['packed']);
    expect(may('issue', 'collection')).toEqual(['planned', 'packed']);
    expect(may('check', 'registration')).toEqual(['issued', 'checked']);
    expect(may('undo', 'registration')).toEqual(['packed', 'issued', 'checked']);
    expect(may('cancel', 'collection')).toEqual(['planned', 'packed']);
  });

  it('hand out what was counted, and what was received is what the class has', () => {
    expect(issuedOf({ textbookId: 'a', planned: 5, counted: null })).toBe(5);
    expect(issuedOf({ textbookId: 'a', planned: 5, counted: 0 })).toBe(0);
    expect(hasOf({ textbookId: 'a', planned: 5, counted: 4, received: null })).toBe(4);
    expect(hasOf({ textbookId: 'a', planned: 5, counted: 4, received: 3 })).toBe(3);
  });
});
