import { Injectable } from '@nestjs/common';
import { afterCursor, Lists, pageOf, type Page } from '@shulian/service-kit';
import type { SchoolId } from '@shulian/contracts/ids';
import { COMPLETION, REMINDERS } from './recall.row.js';
import type {
  CompletionAsked,
  CompletionView,
  RecallsAsked,
  RecallView,
  RemindersAsked,
  ReminderView,
} from './recalls.http.js';

const RECALLS = `select u.id as "unitId", u.name as unit, u.officer, f.year, f.files, f.with_unit as "withUnit",
    f.called_in as "calledIn", f.received, f.filed, f.shelved, m.reminders, l.on_day::text as "lastRemindedOn", l.reminded as "lastReminded"
  from archive_unit u cross join lateral (
    select f.year, count(*)::int as files, (count(*) filter (where f.state = 'with-unit'))::int as with_unit,
      (count(*) filter (where f.state = 'called-in'))::int as called_in, (count(*) filter (where f.state = 'received'))::int as received,
      (count(*) filter (where f.state = 'filed'))::int as filed, (count(*) filter (where f.state = 'shelved'))::int as shelved
    from archive_file f where f.unit_id = u.id and ($2::int is null or f.year = $2) and f.state not in ('void', 'destroyed')
    group by f.year) f
  cross join lateral (select count(*)::int as reminders from archive_reminder m where m.unit_id = u.id and m.year = f.year) m
  left join lateral (select m.on_day, m.reminded from archive_reminder m where m.unit_id = u.id and m.year = f.year
    order by m.id desc limit 1) l on true
  where u.school_id = $1 and ($3::uuid is null or u.id = $3) and ($4::uuid is null or (u.id, f.year) > ($4::uuid, $5::int))
  order by u.id, f.year limit $6`;
const REMINDERS_OF = `${REMINDERS} where u.school_id = $1 and ($2::int is null or m.year = $2) and ($3::uuid is null or m.unit_id = $3)
    and ($4::uuid is null or m.id < $4) order by m.id desc limit $5`;
const COMPLETION_OF = `select * from (${COMPLETION}) c where ($2::text is null or c.class = $2)
    and ($3::text is null or (c.class, c.year) > ($3::text, $4::int)) order by c.class, c.year limit $5`;

/** What units still have and who was reminded when; how much of the archive is entered. */
@Injectable()
export class RecallsQuery {
  constructor(private readonly lists: Lists) {}

  async recalls(asked: RecallsAsked, schoolId: SchoolId): Promise<Page<RecallView>> {
    const after = afterCursor(asked.cursor, 2);
    const { year = null, unitId = null } = asked;
    const values = [schoolId, year, unitId, after?.[0] ?? null, after?.[1] ?? null, asked.limit + 1];
    return pageOf(
      await this.lists.rows<RecallView>(RECALLS, values),
      asked.limit,
      (row) => row,
      (row) => [row.unitId, row.year],
    );
  }

  async reminders(asked: RemindersAsked, schoolId: SchoolId): Promise<Page<ReminderView>> {
    const { year = null, unitId = null } = asked;
    const values = [schoolId, year, unitId, afterCursor(asked.cursor, 1)?.[0] ?? null, asked.limit + 1];
    return pageOf(
      await this.lists.rows<ReminderView>(REMINDERS_OF, values),
      asked.limit,
      (row) => row,
      ({ id }) => [id],
    );
  }

  async completion(asked: CompletionAsked, schoolId: SchoolId): Promise<Page<CompletionView>> {
    const after = afterCursor(asked.cursor, 2);
    const values = [schoolId, asked.class ?? null, after?.[0] ?? null, after?.[1] ?? null, asked.limit + 1];
    return pageOf(
      await this.lists.rows<CompletionView>(COMPLETION_OF, values),
      asked.limit,
      (row) => row,
      (row) => [row.class, row.year],
    );
  }
}
