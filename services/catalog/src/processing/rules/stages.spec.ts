import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CalendarDay, CopyId } from '@shulian/contracts/ids';
import {
  backlogOf,
  counted,
  lastStep,
  plannedSteps,
  RECORDED_STAGES,
  STAGES,
  undoStepRefusals,
  type CopyOnItsWay,
  type DoneStep,
} from './stages.js';

const day = (text: string): CalendarDay => text as CalendarDay;
const TODAY = day('2026-10-12');
const aCopy = (done: readonly DoneStep[] = [], more: Partial<CopyOnItsWay> = {}): CopyOnItsWay => ({
  id: 'c' as CopyId, kind: 'book', stockState: 'processing', clc: 'I287', done, ...more,
}); // prettier-ignore
const stage = fc.constantFrom(...RECORDED_STAGES);

describe('the steps of a copy', () => {
  it('are always a beginning of the whole way, whatever is recorded and taken back in whatever order', () => {
    const doing = fc.record({ stage, undo: fc.boolean(), withEarlier: fc.boolean() });
    fc.assert(
      fc.property(fc.array(doing, { maxLength: 40 }), (all) => {
        let copy = aCopy();
        for (const { stage: one, undo, withEarlier } of all) {
          if (undo) {
            if (undoStepRefusals(copy, one, 'in').length > 0) continue;
            copy = aCopy(copy.done.filter((step) => step.stage !== one));
          } else {
            const { steps } = plannedSteps(copy, one, TODAY, withEarlier);
            const done = [...copy.done, ...steps.map((each) => ({ stage: each, on: TODAY }))];
            const stockState = done.length === RECORDED_STAGES.length ? 'lendable' : 'processing';
            copy = aCopy(done, { stockState });
          }
          expect(copy.done.map((step) => step.stage)).toEqual(RECORDED_STAGES.slice(0, copy.done.length));
          expect(lastStep(copy.done)).toBe(copy.done.at(-1)?.stage ?? null);
        }
      }),
    );
  });

  it('may be of one day, not of a day before', () => {
    const received = aCopy([{ stage: 'received', on: TODAY }]);
    expect(plannedSteps(received, 'accepted', TODAY, false).steps).toEqual(['accepted']);
    expect(plannedSteps(received, 'accepted', day('2026-10-11'), false).refusals).toEqual([
      { code: 'processing.day-before-earlier' },
    ]);
  });

  it('of a copy without a class number end before it is classified', () => {
    const unclassed = aCopy([], { clc: null });
    expect(plannedSteps(unclassed, 'stamped', TODAY, true).steps).toHaveLength(3);
    expect(plannedSteps(unclassed, 'classified', TODAY, false).refusals.map(({ code }) => code)).toEqual([
      'processing.earlier-missing',
      'processing.no-class',
    ]);
  });

  it('that put it on loan are not taken back while it is out', () => {
    const lent = aCopy(
      RECORDED_STAGES.map((one) => ({ stage: one, on: TODAY })),
      { stockState: 'lendable' },
    );
    expect(undoStepRefusals(lent, 'lendable', 'in')).toEqual([]);
    expect(undoStepRefusals(lent, 'lendable', 'on-loan')).toEqual([{ code: 'copy.on-loan' }]);
  });
});

describe('refusals of many copies', () => {
  it('are told once each, with how many and one of them', () => {
    const one = { code: 'a' } as const;
    expect(
      counted([
        { barcode: '1', refusals: [one] },
        { barcode: '2', refusals: [] },
        { barcode: '3', refusals: [one, { code: 'b' }] },
      ]),
    ).toEqual([
      { code: 'a', copies: 2, barcode: '1' },
      { code: 'b', copies: 1, barcode: '3' },
    ]);
  });
});

describe('the backlog', () => {
  it('is done in whole days at the pace of the last fourteen', () => {
    const line = (waiting: number, doneLately: number) =>
      backlogOf([{ stage: 'received', waiting, doneLately }])[0];
    expect([line(99, 140), line(100, 140), line(101, 140)].map((each) => each?.daysToGo)).toEqual([
      10, 10, 11,
    ]);
    expect(line(1, 0)?.daysToGo).toBeNull();
    expect(line(0, 0)?.daysToGo).toBe(0);
  });

  it('hands what waits on to every later stage', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(1_000), { minLength: STAGES.length, maxLength: STAGES.length }),
        (waiting) => {
          const lines = backlogOf(
            STAGES.map((one, at) => ({ stage: one, waiting: waiting[at] ?? 0, doneLately: 1 })),
          );
          expect(lines.at(-1)?.toDo).toBe(waiting.reduce((sum, each) => sum + each, 0));
        },
      ),
    );
  });
});
