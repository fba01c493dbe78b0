import type { SchoolId } from '@shulian/contracts/ids';
import type { School, SchoolKind, SchoolSystem } from './rules/school.js';

export type SchoolRow = {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly system: string;
  readonly version: number;
  readonly announced: number;
};

export const toSchool = (row: SchoolRow): School => ({
  id: row.id as SchoolId,
  code: row.code,
  name: row.name,
  kind: row.kind as SchoolKind,
  system: row.system as SchoolSystem,
  version: row.version,
  announced: row.announced,
});

/** Values in the order of `id, code, name, kind, system, version, announced`. */
export const toRow = ({ id, code, name, kind, system, version, announced }: School): unknown[] => [
  id,
  code,
  name,
  kind,
  system,
  version,
  announced,
];
