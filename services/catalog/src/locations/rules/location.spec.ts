import { describe, expect, it } from '@jest/globals';
import type { LocationId, SchoolId } from '@shulian/contracts/ids';
import {
  additionRefusals,
  changedLocation,
  changeRefusals,
  LOCATION_KINDS,
  MOST_LOCATIONS,
  parentRefusals,
  placedUnder,
  type Location,
  type LocationKind,
} from './location.js';

const aPlace = (kind: LocationKind, more: Partial<Location> = {}): Location => ({
  ...placedUnder(null, {
    id: kind as LocationId, version: 1, schoolId: 's' as SchoolId, kind, name: kind, position: 0, capacity: null, theme: null, closed: false,
  }),
  ...more,
}); // prettier-ignore
const codes = (refusals: readonly { code: string }[]): string[] => refusals.map(({ code }) => code);
const EMPTY = { volumes: 0, openBelow: 0 };

describe('where a place may stand', () => {
  it('a place stands in a wider one, and never in one of its own kind', () => {
    for (const kind of LOCATION_KINDS) {
      expect(codes(parentRefusals(kind, aPlace(kind)))).toEqual(['location.parent-not-wider']);
      expect(parentRefusals(kind, null)).toEqual([]);
    }
    expect(parentRefusals('shelf', aPlace('campus'))).toEqual([]);
    expect(codes(parentRefusals('corner', aPlace('department')))).toEqual(['location.parent-not-wider']);
    expect(parentRefusals('zone', aPlace('corner'))).toEqual([]);
  });

  it('no two kinds may stand in each other, so that no place ever stands in itself', () => {
    for (const one of LOCATION_KINDS)
      for (const other of LOCATION_KINDS)
        expect(
          parentRefusals(one, aPlace(other)).length + parentRefusals(other, aPlace(one)).length,
        ).toBeGreaterThan(0);
  });

  it('a school has so many places and not one more', () => {
    expect(additionRefusals('room', null, MOST_LOCATIONS - 1)).toEqual([]);
    expect(codes(additionRefusals('room', null, MOST_LOCATIONS))).toEqual(['location.too-many']);
    expect(codes(additionRefusals('room', aPlace('campus', { closed: true }), 0))).toEqual([
      'location.parent-closed',
    ]);
  });
});

describe('changing a place', () => {
  it('is refused while copies or open places would be left in a closed one', () => {
    const room = aPlace('room');
    expect(changeRefusals(room, { closed: true }, null, EMPTY)).toEqual([]);
    expect(changeRefusals(room, { closed: true }, null, { volumes: 1, openBelow: 2 })).toEqual([
      { code: 'location.holds-copies', volumes: 1 },
      { code: 'location.holds-locations', locations: 2 },
    ]);
    expect(
      changeRefusals({ ...room, closed: true }, { closed: true }, null, { volumes: 1, openBelow: 0 }),
    ).toEqual([]);
  });

  it('an open place goes into no closed one; a closed place does not open in one', () => {
    const closed = aPlace('campus', { closed: true });
    expect(codes(changeRefusals(aPlace('room'), { parentId: closed.id }, closed, EMPTY))).toEqual([
      'location.parent-closed',
    ]);
    expect(changeRefusals(aPlace('room', { closed: true }), { parentId: closed.id }, closed, EMPTY)).toEqual(
      [],
    );
    expect(codes(changeRefusals(aPlace('room', { closed: true }), { closed: false }, closed, EMPTY))).toEqual(
      ['location.parent-closed'],
    );
    expect(changeRefusals(aPlace('room'), { name: '另名' }, closed, EMPTY)).toEqual([]);
  });

  it('leads another way after it', () => {
    const campus = aPlace('campus', { name: '东校区', path: '东校区' });
    expect(changedLocation(aPlace('room'), { name: '一室' }, campus)).toMatchObject({
      version: 2, parentId: 'campus', ancestors: ['campus', 'room'], path: '东校区 / 一室',
    }); // prettier-ignore
  });
});
