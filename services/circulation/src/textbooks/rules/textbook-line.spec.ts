import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  changesOf,
  counterLine,
  effectOf,
  holderFault,
  HOLDER_KINDS,
  shortagesOf,
  TEXTBOOK_EVENTS,
  type Holder,
  type TextbookLine,
} from './textbook-line.js';

const aLine = (given: Partial<TextbookLine>): TextbookLine => ({
  id: 'l',
  schoolId: 's' as never,
  textbookId: 'maths',
  termId: 't',
  what: 'received',
  occasion: null,
  quantity: 1,
  holder: null,
  onDay: '2026-09-01' as never,
  note: null,
  by: 'librarian',
  documentId: null,
  counterOf: null,
  ...given,
});
const anyHolder = fc.record({ kind: fc.constantFrom(...HOLDER_KINDS), ref: fc.constantFrom('1', '2') });
const anyLine = fc
  .record({
    what: fc.constantFrom(...TEXTBOOK_EVENTS),
    textbookId: fc.constantFrom('maths', 'music'),
    quantity: fc.integer({ min: 1, max: 9 }),
    holder: fc.option(anyHolder, { nil: null }),
  })
  .filter(({ what, holder }) => holderFault(what, holder) === null)
  .map(aLine);

describe('lines of textbooks', () => {
  it('what came, less what was lost and discarded, is on hand or with somebody, whatever happened in between', () => {
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 40 }), (lines) => {
        const [onHand, held] = [new Map<string, number>(), new Map<string, number>()];
        const keyOf = (id: string, { kind, ref }: Holder): string => `${id} ${kind} ${ref}`;
        const written = lines.filter((line) => {
          const changes = changesOf([line]);
          const present = {
            onHand: (id: string) => onHand.get(id) ?? 0,
            held: (id: string, holder: Holder) => held.get(keyOf(id, holder)) ?? 0,
          };
          if (shortagesOf(changes, present).length > 0) return false;
          for (const { textbookId, by } of changes.stock)
            onHand.set(textbookId, present.onHand(textbookId) + by);
          for (const { textbookId, holder, by } of changes.held)
            held.set(keyOf(textbookId, holder), present.held(textbookId, holder) + by);
          return true;
        });
        const sum = (numbers: Iterable<number>): number =>
          [...numbers].reduce((one, other) => one + other, 0);
        const of = (...what: readonly string[]): number =>
          sum(written.filter((line) => what.includes(line.what)).map(({ quantity }) => quantity));
        expect(sum(onHand.values()) + sum(held.values())).toBe(of('received') - of('lost', 'discarded'));
        expect([...onHand.values(), ...held.values()].every((each) => each >= 0)).toBe(true);
      }),
    );
  });

  it('a line and its counter-line together do nothing', () => {
    fc.assert(
      fc.property(anyLine, (line) => {
        const counter = counterLine(line, { id: 'c', onDay: line.onDay, by: 'other', note: null });
        const { stock, held } = changesOf([line, counter]);
        expect([...stock, ...held].every(({ by }) => by === 0)).toBe(true);
        expect(counter.counterOf).toBe(line.id);
      }),
    );
  });

  it('says who lacks how many, and lets the last one go', () => {
    const holder = { kind: 'class', ref: '1' } as const;
    const present = { onHand: () => 3, held: () => 2 };
    const of = (what: 'issued' | 'returned', quantity: number) =>
      shortagesOf(changesOf([aLine({ what, quantity, holder })]), present);
    expect(of('issued', 3)).toEqual([]);
    expect(of('issued', 4)).toEqual([
      { code: 'textbook-stock.not-enough', textbookId: 'maths', there: 3, wanted: 4 },
    ]);
    expect(of('returned', 2)).toEqual([]);
    expect(of('returned', 3)).toEqual([
      { code: 'textbook-stock.not-held', textbookId: 'maths', there: 2, wanted: 3 },
    ]);
    expect(effectOf(aLine({ what: 'lost', quantity: 2, holder }))).toEqual({ onHand: 0, held: -2 });
  });
});
