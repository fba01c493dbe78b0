import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { LocationId, SchoolId } from '@shulian/contracts/ids';
import { percentFull, treeOf, type PlacedVolumes } from './location-tree.js';

const placed = (id: string, parentId: string | null, volumes = 0, capacity: number | null = null): PlacedVolumes => ({
  volumes,
  location: {
    id: id as LocationId, version: 1, schoolId: 's' as SchoolId, parentId: parentId as LocationId | null, kind: 'room',
    name: id, position: 0, capacity, theme: null, closed: false, ancestors: [], path: id,
  },
}); // prettier-ignore

describe('the tree of places', () => {
  it('has each place before what is in it, sisters by number in their names', () => {
    const lines = treeOf([placed('10架', '室'), placed('2架', '室'), placed('室', null), placed('甲', null)]);
    expect(lines.map(({ location, depth }) => [location.name, depth])).toEqual([
      ['甲', 0],
      ['室', 0],
      ['2架', 1],
      ['10架', 1],
    ]);
  });

  it('adds up: what stands in all is what stands in the roots, and nothing is told twice', () => {
    const places = fc
      .array(fc.tuple(fc.nat(50), fc.nat(300), fc.option(fc.nat(500))), { maxLength: 40 })
      .map((made) =>
        made.map(([parent, volumes, capacity], at) =>
          // A parent is always made before its child.
          placed(`p${String(at)}`, at === 0 || parent >= at ? null : `p${String(parent)}`, volumes, capacity),
        ),
      );
    fc.assert(
      fc.property(places, (all) => {
        const lines = treeOf(all);
        expect(lines).toHaveLength(all.length);
        const roots = lines.filter(({ depth }) => depth === 0);
        const sum = (of: readonly { volumes: number }[]) =>
          of.reduce((total, { volumes }) => total + volumes, 0);
        expect(roots.reduce((total, { volumesInAll }) => total + volumesInAll, 0)).toBe(sum(all));
      }),
    );
  });

  it('takes the capacity that is said before that of what is inside', () => {
    const [room] = treeOf([placed('室', null, 1, 5), placed('a', '室', 2, 10)]);
    expect(room).toMatchObject({ capacityInAll: 5, volumesInAll: 3 });
    const [other] = treeOf([
      placed('室', null, 1),
      placed('a', '室', 2, 10),
      placed('b', '室', 2, 20),
      placed('c', '室'),
    ]);
    expect(other).toMatchObject({ capacityInAll: 30, volumesInAll: 5 });
    expect(treeOf([placed('室', null)])[0]?.capacityInAll).toBeNull();
  });

  it('a place is full at its capacity, and not one before', () => {
    expect([99, 100, 101].map((volumes) => percentFull(volumes, 100))).toEqual([99, 100, 101]);
    expect(percentFull(999, 1_000)).toBe(99);
    expect([percentFull(1, null), percentFull(1, 0)]).toEqual([null, null]);
  });
});
