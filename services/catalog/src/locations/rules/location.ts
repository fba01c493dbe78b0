import type { LocationId, SchoolId } from '@shulian/contracts/ids';

/** From wide to narrow: what a place is. A department's shelves and a class corner may stand anywhere down to a room. */
export const LOCATION_KINDS = [
  'campus',
  'building',
  'floor',
  'room',
  'department',
  'corner',
  'zone',
  'bookcase',
  'shelf',
] as const;
export type LocationKind = (typeof LOCATION_KINDS)[number];

/** How narrow a place is; a narrower one stands in a wider one, and so no place ever stands in itself. */
const NARROWNESS: Readonly<Record<LocationKind, number>> = {
  campus: 0,
  building: 1,
  floor: 2,
  room: 3,
  department: 4,
  corner: 4,
  zone: 5,
  bookcase: 6,
  shelf: 7,
};

/** Places of one school: its tree is read and shown as a whole. */
export const MOST_LOCATIONS = 2_000;

/** A place (馆藏地点) in the tree of its school. */
export type Location = {
  readonly id: LocationId;
  readonly version: number;
  readonly schoolId: SchoolId;
  readonly parentId: LocationId | null;
  readonly kind: LocationKind;
  readonly name: string;
  /** Its place among its sisters; those with the same go by name. */
  readonly position: number;
  /** Volumes; null where nobody has said. */
  readonly capacity: number | null;
  /** What it collects, for a thematic room or bookcase. */
  readonly theme: string | null;
  readonly closed: boolean;
  /** Ids from the root down to the place itself. */
  readonly ancestors: readonly LocationId[];
  /** The same in words. */
  readonly path: string;
};

export type LocationRefusal =
  | { readonly code: 'location.parent-not-wider'; readonly kind: LocationKind; readonly parent: LocationKind }
  | { readonly code: 'location.parent-closed' }
  | { readonly code: 'location.too-many'; readonly most: number }
  | { readonly code: 'location.holds-copies'; readonly volumes: number }
  | { readonly code: 'location.holds-locations'; readonly locations: number };

/** Why a place may not stand in another; null is the school itself. */
export const parentRefusals = (kind: LocationKind, parent: Location | null): LocationRefusal[] =>
  parent === null
    ? []
    : [
        ...(NARROWNESS[parent.kind] < NARROWNESS[kind]
          ? []
          : [{ code: 'location.parent-not-wider' as const, kind, parent: parent.kind }]),
        ...(parent.closed ? [{ code: 'location.parent-closed' as const }] : []),
      ];

/** Why a school may not have one more place. */
export const additionRefusals = (
  kind: LocationKind,
  parent: Location | null,
  placesOfSchool: number,
): LocationRefusal[] => [
  ...parentRefusals(kind, parent),
  ...(placesOfSchool < MOST_LOCATIONS ? [] : [{ code: 'location.too-many' as const, most: MOST_LOCATIONS }]),
];

export type LocationChange = Partial<
  Pick<Location, 'name' | 'parentId' | 'position' | 'capacity' | 'theme' | 'closed'>
>;

/** What stands in a place now, all that is below it included. */
export type Standing = { readonly volumes: number; readonly openBelow: number };

/** Why a place may not be changed so: nothing may be left standing in a place that is no more. */
export const changeRefusals = (
  location: Location,
  change: LocationChange,
  parent: Location | null,
  standing: Standing,
): LocationRefusal[] => {
  const closes = change.closed === true && !location.closed;
  const staysOpen = !(change.closed ?? location.closed);
  const moves = change.parentId !== undefined && change.parentId !== location.parentId;
  const opens = change.closed === false && location.closed;
  return [
    ...(moves || opens
      ? parentRefusals(location.kind, parent).filter(
          ({ code }) => staysOpen || code !== 'location.parent-closed',
        )
      : []),
    ...(closes && standing.volumes > 0
      ? [{ code: 'location.holds-copies' as const, volumes: standing.volumes }]
      : []),
    ...(closes && standing.openBelow > 0
      ? [{ code: 'location.holds-locations' as const, locations: standing.openBelow }]
      : []),
  ];
};

const SEPARATOR = ' / ';

/** A place under its parent; `ancestors` and `path` follow from where it stands. */
export const placedUnder = (
  parent: Location | null,
  location: Omit<Location, 'ancestors' | 'path' | 'parentId'>,
): Location => ({
  ...location,
  parentId: parent?.id ?? null,
  ancestors: [...(parent?.ancestors ?? []), location.id],
  path: parent === null ? location.name : `${parent.path}${SEPARATOR}${location.name}`,
});

/** The place after a change that nothing speaks against. */
export const changedLocation = (
  location: Location,
  change: LocationChange,
  parent: Location | null,
): Location => placedUnder(parent, { ...location, ...change, version: location.version + 1 });
