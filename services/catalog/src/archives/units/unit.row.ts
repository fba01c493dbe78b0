import type { SchoolId } from '@shulian/contracts/ids';
import { EntitySchema } from 'typeorm';

/** A department that hands in, and its archive officer (CAT-102). */
export type UnitRow = {
  readonly id: string;
  readonly version: number;
  readonly schoolId: SchoolId;
  readonly name: string;
  readonly officer: string | null;
  readonly contact: string | null;
  readonly closed: boolean;
};

export const unitTable = new EntitySchema<UnitRow>({
  name: 'archive_unit',
  columns: {
    id: { type: 'uuid', primary: true },
    version: { type: 'int' },
    schoolId: { type: 'uuid', name: 'school_id' },
    name: { type: 'text' },
    officer: { type: 'text', nullable: true },
    contact: { type: 'text', nullable: true },
    closed: { type: 'boolean' },
  },
});

export const INTAKES = `select i.unit_id as "unitId", u.name as unit, u.officer, i.year, i.items,
    (select count(*)::int from jsonb_array_elements(i.items) e where e->>'doneOn' is not null) as done, i.changed_on::text as "changedOn"
  from archive_intake i join archive_unit u on u.id = i.unit_id`;
