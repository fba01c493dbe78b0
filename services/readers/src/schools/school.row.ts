import type { SchoolId } from '@shulian/contracts/ids';
import type { School, SchoolKind } from './rules/school.js';

export type SchoolRow = {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly version: number;
  readonly announced: number;
};

export const toSchool = (row: SchoolRow): School => ({
  id: row.id as SchoolId,
  code: row.code,
  name: row.name,
  kind: row.kind as SchoolKind,
  version: row.version,
  announced: row.announced,
});

/** Values in the order of `id, code, name, kind, version, announced`. */
export const toRow = ({ id, code, name, kind, version, announced }: School): unknown[] => [
  id,
  code,
  name,
  kind,
  version,
  announced,
];
