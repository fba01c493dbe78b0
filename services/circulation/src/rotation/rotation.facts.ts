import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';
import { isOpen } from '@shulian/lending-rules/calendar/school-calendar';
import type { Rows } from '@shulian/service-kit';
import { SchoolRulesFacts } from '../policies/school-rules.facts.js';
import { CHANGE_COLUMNS, SLOT_COLUMNS, TIMETABLE_FROM } from './rotation.row.js';
import {
  occurrencesBetween,
  type ChangeOfDay,
  type Occurrence,
  type SlotOfTerm,
} from './rules/occurrences.js';

const SLOTS = `select ${SLOT_COLUMNS}, k.starts_on::text as "startsOn", k.ends_on::text as "endsOn"
  from ${TIMETABLE_FROM} join rotation_slot s on s.timetable_id = r.id
  where r.school_id = $1 and r.published_version is not null and k.starts_on <= $3 and k.ends_on >= $2`;
const CHANGES = `select ${CHANGE_COLUMNS}
  from rotation_timetable r join rotation_slot s on s.timetable_id = r.id join rotation_change c on c.slot_id = s.id
  where r.school_id = $1 and r.published_version is not null
    and (c.on_day between $2 and $3 or c.moved_on between $2 and $3)`;

/** What the published timetables of a school say of its days. */
export class RotationFacts {
  constructor(private readonly rows: Rows) {}

  async between(schoolId: SchoolId, from: CalendarDay, to: CalendarDay): Promise<Occurrence[]> {
    const slots = await this.rows.rows<SlotOfTerm>(SLOTS, [schoolId, from, to]);
    const changes = await this.rows.rows<ChangeOfDay>(CHANGES, [schoolId, from, to]);
    const { calendar } = await new SchoolRulesFacts(this.rows).of(schoolId);
    return occurrencesBetween(slots, changes, (day) => isOpen(calendar, day), from, to);
  }
}
