import { Injectable } from '@nestjs/common';
import { afterCursor, Clock, Lists, pageOf, type Page } from '@shulian/service-kit';
import type { SchoolId } from '@shulian/contracts/ids';
import { takenAt } from '../check-in/issue.row.js';
import { missingAt } from './claim.row.js';
import type { MissingAsked, MissingView, SerialYearView, YearsAsked } from './claims.http.js';

const MISSING = `select * from (${missingAt('$1', '$2')} and i.year = $3) m
  where ($4::text is null or m.state = $4) and ($5::date is null or (m."dueOn"::date, m."issueId") > ($5::date, $6::uuid))
  order by m."dueOn", m."issueId" limit $7`;
const YEARS = `select i.title_id as "serialId", t.title, s.kind, s.postal_code as "postalCode", max(e.copies)::int as copies,
    (count(*) filter (where i.first is not null and i.due_on <= $2::date))::int as due,
    (count(*) filter (where i.first is not null and c.copies >= e.copies))::int as received,
    (count(*) filter (where i.first is not null and c.received_on >= i.missing_from))::int as late,
    (count(*) filter (where i.first is not null and i.missing_from <= $2::date and coalesce(c.copies, 0) < e.copies))::int as missing,
    (count(*) filter (where k.state = 'claimed'))::int as claimed, (count(*) filter (where k.state = 'refunded'))::int as refunded,
    (count(*) filter (where k.state = 'given-up'))::int as "givenUp",
    (count(*) filter (where i.first is null and c.id is not null))::int as supplements
  from serial_issue i join serial s on s.title_id = i.title_id join title t on t.id = i.title_id ${takenAt('$1')}
  left join serial_receipt c on c.issue_id = i.id and c.school_id = $1
  left join serial_claim k on k.issue_id = i.id and k.school_id = $1
  where i.year = $3 and e.copies is not null and ($4::text is null or s.kind = $4) and ($5::uuid is null or i.title_id > $5)
  group by i.title_id, t.title, s.kind, s.postal_code order by i.title_id limit $6`;

/** The register of what is missing, by itself; and what became of each serial in a year. */
@Injectable()
export class ClaimsQuery {
  constructor(
    private readonly lists: Lists,
    private readonly clock: Clock,
  ) {}

  async missing(asked: MissingAsked, schoolId: SchoolId): Promise<Page<MissingView>> {
    const today = this.clock.today();
    const after = afterCursor(asked.cursor, 2);
    const rows = await this.lists.rows<MissingView>(MISSING, [
      schoolId,
      today,
      asked.year ?? Number(today.slice(0, 4)),
      asked.state ?? null,
      after?.[0] ?? null,
      after?.[1] ?? null,
      asked.limit + 1,
    ]);
    return pageOf(
      rows,
      asked.limit,
      (row) => row,
      ({ dueOn, issueId }) => [dueOn, issueId],
    );
  }

  async years(asked: YearsAsked, schoolId: SchoolId): Promise<Page<SerialYearView>> {
    const today = this.clock.today();
    const rows = await this.lists.rows<SerialYearView>(YEARS, [
      schoolId,
      today,
      asked.year ?? Number(today.slice(0, 4)),
      asked.kind ?? null,
      afterCursor(asked.cursor, 1)?.[0] ?? null,
      asked.limit + 1,
    ]);
    return pageOf(
      rows,
      asked.limit,
      (row) => row,
      ({ serialId }) => [serialId],
    );
  }
}
