import type { CalendarDay, CopyId, HoldId, ReaderId, SchoolId, TitleId } from '@shulian/contracts/ids';
import type { Hold, HoldState } from './rules/hold.js';

export type HoldRow = {
  readonly id: HoldId;
  readonly title_id: TitleId;
  readonly wanted_copy_id: CopyId | null;
  readonly reader_id: ReaderId;
  readonly reader_school_id: SchoolId;
  readonly pickup_school_id: SchoolId;
  readonly status: HoldState['is'];
  readonly copy_id: CopyId | null;
  readonly placed_at: Date;
  readonly ready_on: CalendarDay | null;
  readonly pick_up_by_on: CalendarDay | null;
  readonly shelf_days: number | null;
  readonly ended_on: CalendarDay | null;
  readonly suspended_on: CalendarDay | null;
  readonly suspended_until: CalendarDay | null;
};

export const holdColumns = `h.id, h.title_id, h.wanted_copy_id, h.reader_id, h.reader_school_id, h.pickup_school_id,
  h.status, h.copy_id, h.placed_at, h.ready_on::text as ready_on, h.pick_up_by_on::text as pick_up_by_on, h.shelf_days,
  h.ended_on::text as ended_on, h.suspended_on::text as suspended_on, h.suspended_until::text as suspended_until`;

export const toHold = (row: HoldRow): Hold => ({
  id: row.id,
  titleId: row.title_id,
  wantedCopyId: row.wanted_copy_id,
  readerId: row.reader_id,
  readerSchoolId: row.reader_school_id,
  pickupSchoolId: row.pickup_school_id,
  placedAt: row.placed_at.toISOString(),
  suspended: row.suspended_on === null ? null : { untilOn: row.suspended_until },
  state: stateOf(row),
});

function stateOf(row: HoldRow): HoldState {
  switch (row.status) {
    case 'waiting':
      return { is: 'waiting' };
    case 'ready':
      if (row.copy_id === null || row.ready_on === null || row.pick_up_by_on === null)
        throw new Error('a check of the table forbids this');
      return {
        is: 'ready',
        copyId: row.copy_id,
        readyOn: row.ready_on,
        pickUpByOn: row.pick_up_by_on,
        shelfDays: row.shelf_days,
      };
    case 'fulfilled':
    case 'cancelled':
    case 'expired':
      if (row.ended_on === null) throw new Error('a check of the table forbids this');
      return { is: row.status, copyId: row.copy_id, endedOn: row.ended_on };
  }
}
