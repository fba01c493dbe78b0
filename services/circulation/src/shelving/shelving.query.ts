import { Injectable } from '@nestjs/common';
import type { SchoolId } from '@shulian/contracts/ids';
import { plusDays } from '@shulian/lending-rules/calendar/day';
import { afterCursor, Clock, Lists, pageOf, type Page } from '@shulian/service-kit';
import type { CyclesAsked, DailyCycle, ReturnedCopiesAsked, ReturnedCopy } from './shelving.http.js';

/** Days in which something that came back is looked for. */
export const LOOKED_BACK = 30;
/** Days a page of the daily cycle shows at most. */
const MOST_DAYS = 366;

/**
 * Each copy once, by its last loan: what was lent again is out, and what somebody waits for lies on the hold shelf, so neither
 * waits to be shelved.
 */
const LIST = `select l.id as "loanId", l.copy_id as "copyId", t.title, k.barcode as "copyBarcode", k.call_number as "callNumber",
    l.class_id as "classId", l.closed_on::text as "returnedOn", coalesce(s.state, 'waiting') as state,
    s.marked_on::text as "markedOn", s.marked_by as "markedBy"
  from loan l left join shelved_return s on s.loan_id = l.id left join known_copy k on k.copy_id = l.copy_id
  left join known_title t on t.title_id = l.title_id
  where l.closed_school_id = $1 and l.closed_how = 'returned' and l.closed_on between $2::date and $3::date and l.mode <> 'in-room'
    and case when $4 = 'waiting'
      then s.loan_id is null and exists (select from lent_copy c where c.copy_id = l.copy_id and c.state = 'in')
        and not exists (select from loan n where n.copy_id = l.copy_id and n.id > l.id)
      else s.state = $4 end
    and ($5::uuid is null or l.class_id = $5)
    and ($6::date is null or (l.closed_on, l.id) < ($6::date, $7::uuid))
  order by l.closed_on desc, l.id desc limit $8`;
const CYCLES = `select day::date::text as day, r.returned, r.shelved, r.missing, r.classes,
    (select count(*)::int from loan l where l.lending_school_id = $1 and l.loaned_on = day::date) as lent,
    t.id as "tidyingId", t.tidied_by as "tidiedBy"
  from generate_series($2::date::timestamp, least($3::date, coalesce($4::date - 1, $3::date))::timestamp, interval '1 day') day
  cross join lateral (
    select count(*)::int as returned, (count(*) filter (where s.state = 'shelved'))::int as shelved,
      (count(*) filter (where s.state = 'missing'))::int as missing, count(distinct l.class_id)::int as classes
    from loan l left join shelved_return s on s.loan_id = l.id
    where l.closed_school_id = $1 and l.closed_how = 'returned' and l.closed_on = day::date) r
  left join shelf_tidying t on t.school_id = $1 and t.tidied_on = day::date
  order by day desc limit $5`;

/** What came back to a school and where it is, and the daily cycle (CIR-037). */
@Injectable()
export class ShelvingQuery {
  constructor(
    private readonly lists: Lists,
    private readonly clock: Clock,
  ) {}

  async list(input: ReturnedCopiesAsked, schoolId: SchoolId): Promise<Page<ReturnedCopy>> {
    const today = this.clock.today();
    const after = afterCursor(input.cursor, 2);
    const rows = await this.lists.rows<ReturnedCopy>(LIST, [
      schoolId,
      input.from ?? plusDays(today, -LOOKED_BACK),
      input.to ?? today,
      input.state ?? 'waiting',
      input.classId ?? null,
      after?.[0] ?? null,
      after?.[1] ?? null,
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      ({ returnedOn, loanId }) => [returnedOn, loanId],
    );
  }

  async cycles(input: CyclesAsked, schoolId: SchoolId): Promise<Page<DailyCycle>> {
    const today = this.clock.today();
    const to = input.to ?? today;
    const from = input.from ?? plusDays(today, -6);
    const earliest = plusDays(today, -MOST_DAYS);
    const rows = await this.lists.rows<DailyCycle>(CYCLES, [
      schoolId,
      from < earliest ? earliest : from,
      to > today ? today : to,
      afterCursor(input.cursor, 1)?.[0] ?? null,
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      ({ day }) => [day],
    );
  }
}
