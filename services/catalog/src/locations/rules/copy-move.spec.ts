import { describe, expect, it } from '@jest/globals';
import type { CopyId, LocationId } from '@shulian/contracts/ids';
import { overCapacity, plannedMove, undoRefusals, type MoveFacts } from './copy-move.js';

const facts = (more: Partial<MoveFacts> = {}): MoveFacts => ({
  to: null,
  copies: [{ id: 'c' as CopyId, locationId: 'x' as LocationId, withdrawn: false }],
  tooMany: false,
  unknownBarcodes: [],
  rooms: [],
  evenIfFull: false,
  ...more,
});
const room = { id: 'r' as LocationId, path: '室', capacity: 10 };

describe('a move that is planned', () => {
  it('leaves what stands there already, and says when nothing is left', () => {
    expect(plannedMove(facts()).moving).toHaveLength(1);
    const there = facts({ copies: [{ id: 'c' as CopyId, locationId: null, withdrawn: false }] });
    expect(plannedMove(there)).toEqual({ moving: [], refusals: [{ code: 'move.no-copies' }] });
  });

  it('tells all reasons at once', () => {
    const copies = [{ id: 'c' as CopyId, locationId: null, withdrawn: true }];
    const { refusals } = plannedMove(facts({ copies, tooMany: true, unknownBarcodes: ['A', 'B'] }));
    expect(refusals.map(({ code }) => code)).toEqual([
      'move.too-many',
      'move.unknown-barcodes',
      'move.withdrawn-copies',
      'move.no-copies',
    ]);
  });

  it('fills a place to its capacity and not one more; what stands there takes no room again', () => {
    expect(overCapacity({ ...room, volumes: 7, chosen: 0 }, 3)).toEqual([]);
    expect(overCapacity({ ...room, volumes: 7, chosen: 0 }, 4)).toMatchObject([{ volumes: 11 }]);
    expect(overCapacity({ ...room, volumes: 10, chosen: 4 }, 4)).toEqual([]);
    const full = { rooms: [{ ...room, volumes: 10, chosen: 0 }] };
    expect(plannedMove(facts(full)).refusals).toHaveLength(1);
    expect(plannedMove(facts({ ...full, evenIfFull: true })).refusals).toEqual([]);
  });

  it('is undone as the last one, with nothing built on it, once', () => {
    const last = { undone: false, isLast: true, movedOn: 0, closedOrigins: 0 };
    expect(undoRefusals(last)).toEqual([]);
    expect(undoRefusals({ ...last, undone: true, isLast: false })).toEqual([{ code: 'move.already-undone' }]);
    expect(
      undoRefusals({ ...last, isLast: false, movedOn: 1, closedOrigins: 1 }).map(({ code }) => code),
    ).toEqual(['move.not-last', 'move.built-upon', 'move.origin-closed']);
  });
});
