import { Injectable } from '@nestjs/common';
import {
  afterCursor,
  Clock,
  Database,
  Lists,
  pageOf,
  statement,
  type Caller,
  type Page,
} from '@shulian/service-kit';
import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';
import { classesInReach, refuseOutOfReach } from '../classes-in-reach.step.js';
import {
  ENTRY_VIEW,
  SLOT_VIEW,
  toEntryView,
  toSlotView,
  type FoundEntry,
  type FoundSlot,
} from './duty.row.js';
import { weekdayOf } from './rules/duty.js';
import type { DutyEntriesAsked, DutyEntryView, DutySlotsAsked, DutySlotView } from './helper-duties.http.js';

const SLOT = statement('helperDuties.slot', `${SLOT_VIEW} where d.id = $2`);
const ENTRY = statement('helperDuties.entry', `${ENTRY_VIEW} where e.id = $1`);
/** By weekday; of a day, those that are on it. */
const SLOTS = `${SLOT_VIEW}
  where d.school_id = $2 and ($3::uuid[] is null or d.class_id = any($3)) and ($4::uuid is null or d.class_id = $4)
    and ($5::int is null or d.weekday = $5) and ($1::date is null or $1::date between d.starts_on and d.ends_on)
    and h.status = 'appointed' and ($6::int is null or (d.weekday, d.id) > ($6::int, $7::uuid))
  order by d.weekday, d.id limit $8`;
const ENTRIES = `${ENTRY_VIEW}
  where e.school_id = $1 and ($2::uuid[] is null or e.class_id = any($2)) and ($3::uuid is null or e.class_id = $3)
    and ($4::uuid is null or $4 in (e.helper_id, e.stand_in_id))
    and e.on_day between coalesce($5::date, '-infinity') and coalesce($6::date, 'infinity')
    and ($7::date is null or (e.on_day, e.id) < ($7::date, $8::uuid))
  order by e.on_day desc, e.id desc limit $9`;

/** The duty roster by weekday, and the work log, the newest day first. */
@Injectable()
export class HelperDuties {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 also for a duty of a class out of reach */
  async slot(caller: Caller, id: string): Promise<DutySlotView> {
    const [found] = await this.database.rows<FoundSlot>(SLOT, [null, id]);
    refuseOutOfReach(caller, found);
    return toSlotView(found, this.clock.today());
  }

  /** @throws Problem 404 also for an entry of a class out of reach */
  async entry(caller: Caller, id: string): Promise<DutyEntryView> {
    const [found] = await this.database.rows<FoundEntry>(ENTRY, [id]);
    refuseOutOfReach(caller, found);
    return toEntryView(found);
  }

  async slots(caller: Caller, input: DutySlotsAsked, schoolId: SchoolId): Promise<Page<DutySlotView>> {
    const after = afterCursor(input.cursor, 2);
    const ofDay = input.on === undefined ? null : weekdayOf(input.on as CalendarDay);
    // No line is on a day of another weekday.
    const weekday =
      input.weekday !== undefined && ofDay !== null && input.weekday !== ofDay ? 0 : (ofDay ?? input.weekday);
    const rows = await this.lists.rows<FoundSlot>(SLOTS, [
      input.on ?? null,
      schoolId,
      classesInReach(caller, schoolId, input.classId),
      input.classId ?? null,
      weekday ?? null,
      after?.[0] ?? null,
      after?.[1] ?? null,
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      (row) => toSlotView(row, this.clock.today()),
      (row) => [row.weekday, row.id],
    );
  }

  async entries(caller: Caller, input: DutyEntriesAsked, schoolId: SchoolId): Promise<Page<DutyEntryView>> {
    const after = afterCursor(input.cursor, 2);
    const rows = await this.lists.rows<FoundEntry>(ENTRIES, [
      schoolId,
      classesInReach(caller, schoolId, input.classId),
      input.classId ?? null,
      input.helperId ?? null,
      input.from ?? null,
      input.to ?? null,
      after?.[0] ?? null,
      after?.[1] ?? null,
      input.limit + 1,
    ]);
    return pageOf(rows, input.limit, toEntryView, ({ onDay, id }) => [onDay, id]);
  }
}
