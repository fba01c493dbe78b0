import { Injectable } from '@nestjs/common';
import { reachesSchool } from '@shulian/contracts/access';
import type { HoldId } from '@shulian/contracts/ids';
import {
  afterCursor,
  Database,
  denied,
  Lists,
  pageOf,
  queryId,
  unknownThing,
  type Caller,
  type Page,
} from '@shulian/service-kit';
import { shownCopyColumns, toShownCopy, type ShownCopyRow } from '../desk/shown-copy.row.js';
import {
  isSeen,
  newestFirst,
  ofOne,
  schoolsOf,
  Values,
  waysOfReaders,
  type Way,
} from '../lists/newest-first.query.js';
import { holdColumns, toHold, type HoldRow } from './hold.row.js';
import { toHoldView, type HoldsAsked, type HoldView } from './holds.http.js';

/** Schools that may see a hold: of the pickup, and that of the reader. */
const SCHOOLS = ['pickup_school_id', 'reader_school_id'] as const;

/** Holds with their place in the queue of the pickup school, for those that wait; each queue is read once. */
const placed = (holds: string): string => `
  with shown as materialized (${holds}), queue as (
    select w.id, row_number() over (partition by w.title_id, w.pickup_school_id order by w.placed_at, w.id) as position
    from hold w
    where w.status = 'waiting' and w.title_id = any(array(select title_id from shown where status = 'waiting'))
  )
  select shown.*, queue.position, way.id as way_id, way.from_school_id as way_from, way.status as way_status, ${shownCopyColumns('k', 'kt')}
  from shown left join queue on queue.id = shown.id
  left join lateral (
    select t.id, t.from_school_id, t.status from copy_transfer t
    where t.hold_id = shown.id and t.status in ('requested', 'packed') limit 1) way on true
  left join known_title kt on kt.title_id = shown.title_id
  left join known_copy k on k.copy_id = coalesce(shown.copy_id, shown.wanted_copy_id)
  order by shown.id desc`;
type ShownRow = HoldRow &
  ShownCopyRow & {
    readonly position: string | null;
    readonly way_id: string | null;
    readonly way_from: string;
    readonly way_status: 'requested' | 'packed';
  };

const show = (row: ShownRow): HoldView =>
  toHoldView(
    toHold(row),
    row.position === null ? null : Number(row.position),
    toShownCopy(row),
    row.way_id === null
      ? null
      : { transferId: row.way_id, fromSchoolId: row.way_from, status: row.way_status },
  );

/** All holds of readers, who have but few: for one title, its queue must not be read for each of them. */
const holdsOf = (readers: string): string =>
  `select held.id from hold held where held.reader_id = any(${readers})`;

/** A page of holds as a statement. */
export function holdsAsked(
  caller: Caller,
  input: Omit<HoldsAsked, 'format'>,
): { readonly text: string; readonly values: readonly unknown[] } {
  const values = new Values();
  const { reach } = caller;
  const own = input.schoolId !== undefined && reachesSchool(reach, input.schoolId) ? input.schoolId : null;
  const after = afterCursor(input.cursor, 1)?.[0];
  const ways: Way[] = [];
  const where: string[] = [];
  if (input.status !== undefined) where.push(`h.status = ${values.of(input.status, 'text')}`);
  if (input.titleId !== undefined) where.push(`h.title_id = ${values.of(input.titleId, 'uuid')}`);
  if (input.readerId !== undefined) {
    ways.push({ column: 'reader_id', ...ofOne(input.readerId, values) });
    where.push(isSeen(caller, 'h', SCHOOLS, values));
  } else {
    const schools = own === null ? schoolsOf(reach, values) : ofOne(own, values);
    if (schools !== null) {
      ways.push({ column: 'pickup_school_id', ...schools });
      ways.push({
        column: 'reader_school_id',
        ...schools,
        where: 'h.reader_school_id <> h.pickup_school_id',
      });
    }
    if (own === null)
      ways.push(...waysOfReaders(reach, values, input.titleId === undefined ? undefined : holdsOf));
  }
  if (input.schoolId !== undefined && (own === null || input.readerId !== undefined)) {
    const school = values.of(input.schoolId, 'uuid');
    where.push(`(h.pickup_school_id = ${school} or h.reader_school_id = ${school})`);
  }
  const holds = newestFirst(
    {
      table: 'hold',
      of: 'h',
      columns: holdColumns,
      ways,
      where,
      after: after === undefined ? undefined : queryId('cursor', String(after)),
      limit: input.limit + 1,
    },
    values,
  );
  return { text: placed(holds), values: values.all };
}

@Injectable()
export class HoldsQuery {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
  ) {}

  async list(caller: Caller, input: HoldsAsked): Promise<Page<HoldView>> {
    if (input.schoolId !== undefined && !caller.mayWorkAt(input.schoolId)) throw denied();
    const { text, values } = holdsAsked(caller, input);
    const rows = await this.lists.rows<ShownRow>(text, values);
    return pageOf(rows, input.limit, show, (row) => [row.id]);
  }

  /** @throws Problem 404, also for a hold the caller may not know of */
  async one(caller: Caller, id: HoldId): Promise<HoldView> {
    const values = new Values();
    const [row] = await this.database.rows<ShownRow>(
      placed(`select ${holdColumns} from hold h
              where h.id = ${values.of(id, 'uuid')} and ${isSeen(caller, 'h', SCHOOLS, values)}`),
      values.all,
    );
    if (row === undefined) throw unknownThing();
    return show(row);
  }
}
