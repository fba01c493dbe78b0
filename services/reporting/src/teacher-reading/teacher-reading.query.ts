import { Injectable } from '@nestjs/common';
import type { SchoolId } from '@shulian/contracts/ids';
import { Clock, idAfter, invalid, Lists, pageOf, statement, type Page } from '@shulian/service-kit';
import type { TeacherReadingAsked, TeacherReadingOf } from './teacher-reading.http.js';

/** A school year is the longest that staff is assessed for. */
const MOST_DAYS = 366;
const DAY_MS = 86_400_000;
/** Where a school has set nothing, each teacher borrows five times a term (P-13). */
const USUAL_TARGET = 5;

/** Teachers of the school on the last day, with what they borrowed anywhere and read in its rooms; the target is the one of that day. */
const OF = statement(
  'teacher-reading.of',
  `with target as (
     select coalesce((
       select t.loans from known_target k cross join lateral jsonb_to_recordset(k.targets) as t(of text, loans int)
       where k.school_id = $1 and k.what = 'loans' and t.of = 'teacher'
         and k.since = (select max(since) from known_target where school_id = $1 and what = 'loans' and since <= $4::date)
       limit 1), ${String(USUAL_TARGET)}) as loans
   ), teacher as (
     select distinct reader_id from reader_stay
     where school_id = $1 and kind = 'teacher' and since <= $4::date and (until is null or until > $4::date)
       and ($5::uuid is null or reader_id > $5)
     order by reader_id limit $6)
   select t.reader_id as "readerId", l.loans, l.times, a.loans as target, l.loans >= a.loans as reached, v.visits, v.minutes
   from teacher t cross join target a
     cross join lateral (
       select count(*)::int as loans, count(distinct loaned_on)::int as times from known_loan
       where reader_id = t.reader_id and loaned_on between $2::date and $3::date and reader_kind in ('teacher', 'staff')
         and not in_room) l
     cross join lateral (
       select count(*)::int as visits, coalesce(sum(minutes), 0)::int as minutes from known_visit
       where reader_id = t.reader_id and on_day between $2::date and $3::date and reader_kind in ('teacher', 'staff')
         and not taken_back and school_id = $1) v
   order by t.reader_id`,
);

/** What teachers read, one by one: only their own school asks for it. */
@Injectable()
export class TeacherReadingQuery {
  constructor(
    private readonly lists: Lists,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 400 for days in the wrong order, or more than a year */
  async of(schoolId: SchoolId, input: TeacherReadingAsked): Promise<Page<TeacherReadingOf>> {
    const { from, to, limit } = input;
    const days = (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;
    if (days < 1 || days > MOST_DAYS) throw invalid({ pointer: '?to', code: 'out-of-range' });
    const today = this.clock.today();
    const on = to < today ? to : today;
    const values = [schoolId, from, to, on, idAfter(input.cursor), limit + 1];
    return pageOf(
      await this.lists.rows<TeacherReadingOf>(OF, values),
      limit,
      (row) => row,
      ({ readerId }) => [readerId],
    );
  }
}
