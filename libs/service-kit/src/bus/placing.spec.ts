import { describe, expect, it } from '@jest/globals';
import type { FoundLog, Position, Positions } from './event-bus.js';
import { beginningOf, placeLanes } from './placing.js';

const at = (nextOffset: bigint, over: Partial<Position> = {}): Position => ({
  topic: 't',
  part: 0,
  nextOffset,
  logId: 'ours',
  lastEventId: 'e',
  ...over,
});
const ends = { low: 5n, high: 10n };

describe('where a group begins in a partition', () => {
  it.each([
    ['nothing is known', undefined, ends, 'start'],
    ['within the log', at(7n), ends, 'position'],
    ['at its end', at(10n), ends, 'position'],
    ['one beyond its end', at(11n), ends, 'what may be new'],
    ['at its start', at(5n), ends, 'position'],
    ['one before its start', at(4n), ends, 'start'],
    ['in another log', at(7n, { logId: 'theirs' }), ends, 'what may be new'],
    ['in a log that was not noted', at(7n, { logId: '' }), ends, 'position'],
    ['behind our event', at(7n), { ...ends, before: 'e' }, 'position'],
    ['behind another event', at(7n), { ...ends, before: 'f' }, 'what may be new'],
    ['behind a hole', at(7n), { ...ends, before: null }, 'what may be new'],
    [
      'behind a record that was no event',
      at(7n, { lastEventId: null }),
      { ...ends, before: 'f' },
      'position',
    ],
    ['at the start, before which nothing is', at(5n), { ...ends, before: null }, 'position'],
    ['in an empty log, at nothing', at(0n, { lastEventId: null }), { low: 0n, high: 0n }, 'position'],
    ['in an empty log, beyond it', at(1n), { low: 0n, high: 0n }, 'what may be new'],
  ] as const)('%s', (_where, position, edges, from) => {
    const beginning = beginningOf(position, 'ours', edges, false);
    expect(beginning.from).toBe(from);
    expect(beginning.why === null).toBe(from === 'position' || position === undefined);
  });

  it('what may be new, when the reader has seen another event', () => {
    expect(beginningOf(at(7n), 'ours', ends, true).from).toBe('what may be new');
  });

  it('changes no position but those that must be, and tells of what is odd', async () => {
    const kept = [at(7n), at(11n, { part: 1 }), at(3n, { part: 2, logId: 'theirs' })];
    const begun: unknown[] = [];
    const positions: Positions = {
      read: () => Promise.resolve(kept),
      begin: (places) => {
        begun.push(
          ...places.map(({ was, now }) => [now.part, was?.nextOffset, now.nextOffset, now.lastEventId]),
        );
        return Promise.resolve(places.map(({ now }) => now));
      },
    };
    const log: FoundLog = {
      logId: 'ours',
      lanes: [0, 1, 2, 3].map((part) => ({ topic: 't', part })),
      edges: () => ends,
      since: () => Promise.resolve(8n),
    };
    const said: unknown[] = [];
    await placeLanes(
      positions,
      () => Promise.resolve(log),
      null,
      new Set(),
      ({ part }) => said.push(part),
    );
    expect(begun).toEqual([
      [1, 11n, 8n, null],
      [2, 3n, 8n, null],
      [3, undefined, 5n, null],
    ]);
    expect(said).toEqual([1, 2]);
  });
});
