import type { LocationId, SchoolId } from '@shulian/contracts/ids';
import type { Location, LocationKind } from './rules/location.js';

export type LocationRow = {
  readonly id: LocationId;
  readonly version: number;
  readonly school_id: SchoolId;
  readonly parent_id: LocationId | null;
  readonly kind: LocationKind;
  readonly name: string;
  readonly position: number;
  readonly capacity: number | null;
  readonly theme: string | null;
  readonly closed: boolean;
  readonly ancestors: readonly LocationId[];
  readonly path: string;
};

export const LOCATION_COLUMNS = `p.id, p.version, p.school_id, p.parent_id, p.kind, p.name, p.position, p.capacity, p.theme,
  p.closed, p.ancestors, p.path`;

export const toLocation = ({ school_id, parent_id, ...row }: LocationRow): Location => ({
  ...row,
  schoolId: school_id,
  parentId: parent_id,
});

export const toRow = ({ schoolId, parentId, ...location }: Location): LocationRow => ({
  ...location,
  school_id: schoolId,
  parent_id: parentId,
});
