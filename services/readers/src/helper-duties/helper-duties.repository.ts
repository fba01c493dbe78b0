import { statement, type Session } from '@shulian/service-kit';
import type { CalendarDay } from '@shulian/contracts/ids';
import { IS_TRAINED } from '../helper-office/standing.query.js';
import type { HelperDuty } from '../helper-office/rules/class-helper.js';
import {
  dutyEntryTable,
  dutySlotTable,
  ENTRY_VIEW,
  SLOT_VIEW,
  toEntryView,
  toSlotView,
  type FoundEntry,
  type FoundSlot,
} from './duty.row.js';
import type { DutyEntryView, DutySlotView } from './helper-duties.http.js';
import type { DutyEntry, DutySlot } from './rules/duty.js';

/** Locked, so that two lines for one helper come one after the other. */
const HELPER = statement(
  'helperDuties.helper',
  `select h.id, h.school_id as "schoolId", h.class_id as "classId", h.duties, h.status, h.starts_on::text as "startsOn",
     h.ends_on::text as "endsOn", ${IS_TRAINED} as trained
   from class_helper h where h.id = $1 for no key update of h`,
);
/** Lines of the pupil, under this or another office. */
const SLOTS_OF_PUPIL = statement(
  'helperDuties.slotsOfPupil',
  `select d.id, d.weekday, d.period, d.starts_on::text as "startsOn", d.ends_on::text as "endsOn"
   from class_helper h join class_helper o on o.reader_id = h.reader_id join duty_slot d on d.helper_id = o.id
   where h.id = $1 and o.status = 'appointed'`,
);
/** Whether the pupil stood in for somebody else at that time. */
const STANDS_IN = statement(
  'helperDuties.standsIn',
  `select 1 from duty_entry e join duty_slot d on d.id = e.slot_id
   where e.stand_in_id = $1 and e.on_day = $2 and d.period = $3 and e.id <> $4`,
);
const HAS_ENTRIES = statement(
  'helperDuties.hasEntries',
  'select 1 from duty_entry where slot_id = $1 limit 1',
);
const SLOT = statement('helperDuties.slotView', `${SLOT_VIEW} where d.id = $2`);
const ENTRY = statement('helperDuties.entryView', `${ENTRY_VIEW} where e.id = $1`);

export type HelperOnRoster = {
  readonly id: string;
  readonly schoolId: DutySlot['schoolId'];
  readonly classId: DutySlot['classId'];
  readonly duties: readonly HelperDuty[];
  readonly status: string;
  readonly startsOn: CalendarDay;
  readonly endsOn: CalendarDay;
  readonly trained: boolean;
};

export class HelperDutiesRepository {
  constructor(private readonly session: Session) {}

  /** Locked to the end of the transaction. */
  async helper(id: string): Promise<HelperOnRoster | null> {
    const [row] = await this.session.rows<HelperOnRoster>(HELPER, [id]);
    return row ?? null;
  }

  slotsOfPupil(
    helperId: string,
  ): Promise<Pick<DutySlot, 'id' | 'weekday' | 'period' | 'startsOn' | 'endsOn'>[]> {
    return this.session.rows(SLOTS_OF_PUPIL, [helperId]);
  }

  async standsIn(helperId: string, { id, onDay }: DutyEntry, { period }: DutySlot): Promise<boolean> {
    return (await this.session.rows(STANDS_IN, [helperId, onDay, period, id])).length > 0;
  }

  async addSlot(slot: DutySlot): Promise<void> {
    await this.session.manager.insert(dutySlotTable, slot);
  }

  /** Locked to the end of the transaction; before its helper and its entries. */
  lockedSlot(id: string): Promise<DutySlot | null> {
    return this.session.manager.findOne(dutySlotTable, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async changeSlot(slot: DutySlot): Promise<void> {
    await this.session.manager.update(dutySlotTable, { id: slot.id }, slot);
  }

  async removeSlot(id: string): Promise<void> {
    await this.session.manager.delete(dutySlotTable, { id });
  }

  async hasEntries(slotId: string): Promise<boolean> {
    return (await this.session.rows(HAS_ENTRIES, [slotId])).length > 0;
  }

  async addEntry(entry: DutyEntry): Promise<void> {
    await this.session.manager.insert(dutyEntryTable, entry);
  }

  entry(id: string): Promise<DutyEntry | null> {
    return this.session.manager.findOne(dutyEntryTable, { where: { id } });
  }

  async changeEntry(entry: DutyEntry): Promise<void> {
    await this.session.manager.update(dutyEntryTable, { id: entry.id }, entry);
  }

  async removeEntry(id: string): Promise<void> {
    await this.session.manager.delete(dutyEntryTable, { id });
  }

  async slotView(id: string, today: CalendarDay): Promise<DutySlotView> {
    const [found] = await this.session.rows<FoundSlot>(SLOT, [null, id]);
    if (found === undefined) throw new Error('a duty that is there is shown');
    return toSlotView(found, today);
  }

  async entryView(id: string): Promise<DutyEntryView> {
    const [found] = await this.session.rows<FoundEntry>(ENTRY, [id]);
    if (found === undefined) throw new Error('an entry that is there is shown');
    return toEntryView(found);
  }
}
