import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  changesOf,
  counterLine,
  effectOf,
  holderFault,
  isTeachingMaterial,
  shortagesOf,
  TEACHING_EVENTS,
} from './teaching-line.js';

const holder = { kind: 'office', ref: '语文组' } as const;
const line = fc.record({
  what: fc.constantFrom(...TEACHING_EVENTS),
  quantity: fc.integer({ min: 1, max: 5_000 }),
  holder: fc.constantFrom(null, holder),
});

describe('a line of teaching material', () => {
  it('and its counter-line together do nothing', () => {
    fc.assert(
      fc.property(line, (written) => {
        const whole = {
          ...written,
          id: 'a',
          schoolId: 's' as never,
          titleId: 't' as never,
          termId: 'x',
          onDay: '2026-03-01' as never,
          note: null,
          by: 'x',
          counterOf: null,
        };
        const counter = counterLine(whole, { id: 'b', onDay: whole.onDay, by: 'y', note: null });
        const [one, other] = [effectOf(whole), effectOf(counter)];
        expect([one.onHand + other.onHand, one.held + other.held]).toEqual([0, 0]);
        expect(counter.counterOf).toBe('a');
      }),
    );
  });

  it('changes what there is in all only where something comes or is lost', () => {
    fc.assert(
      fc.property(line, (written) => {
        const { onHand, held } = effectOf(written);
        const inAll = { received: 1, issued: 0, recalled: 0, lost: -1 }[written.what] * written.quantity;
        expect(onHand + held).toBe(inAll);
      }),
    );
  });

  it('names who has it where it goes out or comes back, and nobody where it comes in', () => {
    expect(holderFault('issued', null)).toBe('is-defined');
    expect(holderFault('recalled', holder)).toBeNull();
    expect(holderFault('received', holder)).toBe('not-of-this-line');
    expect([holderFault('lost', null), holderFault('lost', holder)]).toEqual([null, null]);
  });

  it('is of teaching material only', () => {
    expect(isTeachingMaterial('wall-chart')).toBe(true);
    expect([isTeachingMaterial('book'), isTeachingMaterial(null)]).toEqual([false, false]);
  });

  it.each([
    [4, []],
    [5, []],
    [6, ['teaching-stock.not-enough']],
  ])('goes out only where there are so many: %i of 5', (quantity, codes) => {
    const changes = changesOf([{ titleId: 't' as never, what: 'issued', quantity, holder }]);
    const present = { onHand: () => 5, held: () => 0 };
    expect(shortagesOf(changes, present).map(({ code }) => code)).toEqual(codes);
  });

  it('comes back only from who has so many, several lines of one call together', () => {
    const recalled = (quantity: number) =>
      ({ titleId: 't' as never, what: 'recalled', quantity, holder }) as const;
    const present = { onHand: () => 0, held: () => 5 };
    expect(shortagesOf(changesOf([recalled(2), recalled(3)]), present)).toEqual([]);
    expect(shortagesOf(changesOf([recalled(3), recalled(3)]), present)).toEqual([
      { code: 'teaching-stock.not-held', titleId: 't' },
    ]);
  });
});
