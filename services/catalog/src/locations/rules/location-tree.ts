import type { LocationId } from '@shulian/contracts/ids';
import type { Location } from './location.js';

/** A place with the volumes that stand in it, and not in what is below it. */
export type PlacedVolumes = { readonly location: Location; readonly volumes: number };

/** A place in the tree with all that stands in it and below it. */
export type TreeLine = PlacedVolumes & {
  readonly depth: number;
  readonly volumesInAll: number;
  /** Its own capacity, else what the places in it hold together; null where neither is said. */
  readonly capacityInAll: number | null;
};

const byName = new Intl.Collator('zh', { numeric: true });
const bySister = (one: PlacedVolumes, other: PlacedVolumes): number =>
  one.location.position - other.location.position ||
  byName.compare(one.location.name, other.location.name) ||
  (one.location.id < other.location.id ? -1 : 1);

/** The places as one reads a tree: each followed by what is in it. A place whose parent is not among them is a root. */
export const treeOf = (places: readonly PlacedVolumes[]): TreeLine[] => {
  const known = new Set(places.map(({ location }) => location.id));
  const below = new Map<LocationId | null, PlacedVolumes[]>();
  for (const place of places) {
    const { parentId } = place.location;
    const parent = parentId !== null && known.has(parentId) ? parentId : null;
    below.set(parent, [...(below.get(parent) ?? []), place]);
  }
  const linesBelow = (parent: LocationId | null, depth: number): TreeLine[] =>
    [...(below.get(parent) ?? [])].sort(bySister).flatMap((place) => {
      const inside = linesBelow(place.location.id, depth + 1);
      return [
        withSums(
          place,
          depth,
          inside.filter((line) => line.depth === depth + 1),
        ),
        ...inside,
      ];
    });
  return linesBelow(null, 0);
};

const withSums = (place: PlacedVolumes, depth: number, children: readonly TreeLine[]): TreeLine => {
  const capacities = children.flatMap(({ capacityInAll }) => capacityInAll ?? []);
  return {
    ...place,
    depth,
    volumesInAll: children.reduce((sum, { volumesInAll }) => sum + volumesInAll, place.volumes),
    capacityInAll:
      place.location.capacity ??
      (capacities.length === 0 ? null : capacities.reduce((sum, capacity) => sum + capacity, 0)),
  };
};

/** How full a place is, in whole percent, rounded down: 100 only when it is. Null where its capacity is not known or 0. */
export const percentFull = (volumes: number, capacity: number | null): number | null =>
  capacity === null || capacity === 0 ? null : Math.floor((volumes * 100) / capacity);
