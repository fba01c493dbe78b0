import { EntitySchema } from 'typeorm';
import type { AllocationLine, AllocationScheme } from './rules/allocation-scheme.js';

export const allocationSchemeTable = new EntitySchema<AllocationScheme>({
  name: 'allocation_scheme',
  columns: {
    id: { type: 'uuid', primary: true },
    schoolId: { type: 'uuid', name: 'school_id' },
    effectiveOn: { type: 'date', name: 'effective_on' },
    reason: { type: 'text' },
    writtenOn: { type: 'date', name: 'written_on' },
    writtenBy: { type: 'text', name: 'written_by' },
  },
});

export const allocationLineTable = new EntitySchema<AllocationLine>({
  name: 'allocation_line',
  columns: {
    schemeId: { type: 'uuid', primary: true, name: 'scheme_id' },
    number: { type: 'int', primary: true },
    locationId: { type: 'uuid', name: 'location_id' },
    clc: { type: 'text', nullable: true },
    share: { type: 'int', nullable: true },
    volumes: { type: 'int', nullable: true },
  },
});

/** A scheme as it is shown on the day `$1`. */
export const SCHEME_VIEW = `select s.id, s.school_id as "schoolId", s.effective_on::text as "effectiveOn", s.reason,
    s.written_on::text as "writtenOn",
    case when s.effective_on > $1::date then 'planned'
      when exists (select from allocation_scheme n where n.school_id = s.school_id and n.effective_on <= $1::date
        and n.effective_on > s.effective_on) then 'replaced'
      else 'in-force' end as standing,
    (select count(*)::int from allocation_line l where l.scheme_id = s.id) as lines
  from allocation_scheme s`;
