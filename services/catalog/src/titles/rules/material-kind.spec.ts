import { describe, expect, it } from '@jest/globals';
import { MATERIAL_KINDS } from '@shulian/contracts/words';
import { carrierOfKind, copyKindOf, isCarriedSo, kindOf } from './material-kind.js';
import { describedOnlyBy, mergedDescription } from './title.js';

describe('the kind of material', () => {
  it.each([
    ['monograph', 'print', 'book'],
    ['serial', 'print', 'periodical'],
    ['monograph', 'electronic', 'electronic'],
    ['monograph', 'video', null],
    ['monograph', 'audio', null],
    ['monograph', 'object', null],
    ['monograph', 'kit', 'kit'],
  ])('of level %s on %s is %s', (level, carrier, kind) => {
    expect(kindOf(level, carrier)).toBe(kind);
  });

  it('that level and carrier tell may be carried so', () => {
    for (const level of ['monograph', 'serial'])
      for (const carrier of ['print', 'manuscript', 'braille', 'music', 'electronic', 'kit']) {
        const kind = kindOf(level, carrier);
        if (kind !== null) expect(carrierOfKind(kind) ?? [carrier]).toContain(carrier);
      }
  });

  it('says what its copies are, each kind in one way', () => {
    const copies = new Map(MATERIAL_KINDS.map((kind) => [kind, copyKindOf(kind)]));
    expect(copies.get('dvd')).toBe('audiovisual');
    expect(copies.get('newspaper')).toBe('periodical');
    expect(copies.get('recyclable-textbook')).toBe('textbook');
    expect(copyKindOf(null)).toBe('book');
  });

  it('is open where two sources contradict each other', () => {
    expect(isCarriedSo({ kind: 'dvd', carrier: 'print' })).toBe(false);
    const book = describedOnlyBy('故宫');
    const film = { ...book, carrier: 'video', kind: null };
    expect(mergedDescription(book, film, 'newer')).toMatchObject({ carrier: 'video', kind: null });
    expect(mergedDescription(book, { ...film, kind: 'dvd' }, 'newer')).toMatchObject({ kind: 'dvd' });
    expect(mergedDescription(book, film, 'other')).toMatchObject({ carrier: 'print', kind: 'book' });
  });
});
