import { Injectable } from '@nestjs/common';
import type { SchoolId } from '@shulian/contracts/ids';
import { afterCursor, Clock, Lists, pageOf, type Page } from '@shulian/service-kit';
import { termOn } from '../lists/terms.query.js';
import type { OverLongAsked, OverLongLoan } from './over-long.http.js';

/** Longest out first; along the open loans of a school by their due day. */
const LIST = `select l.id as "loanId",
    json_build_object('kind', case when l.reader_id is null then 'class' else 'reader' end, 'id', coalesce(l.reader_id, l.class_id)) as borrower,
    l.reader_id as "readerId", coalesce(r.class_id, l.class_id) as "classId", t.title, k.barcode as "copyBarcode",
    k.call_number as "callNumber", k.kind, l.loaned_on::text as "loanedOn", l.due_on::text as "dueOn",
    $2::date - l.loaned_on as "daysOut", greatest($2::date - l.due_on, 0) as "daysLate", v.decision,
    v.reviewed_on::text as "reviewedOn", v.reviewed_by as "reviewedBy", v.note,
    (select max(d.made_on)::text from dunning_line n join dunning_run d on d.id = n.run_id where n.loan_id = l.id) as "dunnedOn"
  from loan l left join known_reader r on r.reader_id = l.reader_id left join known_copy k on k.copy_id = l.copy_id
  left join known_title t on t.title_id = l.title_id
  left join over_long_review v on v.loan_id = l.id and v.term_starts_on = $3::date
  where l.lending_school_id = $1 and l.closed_how is null and l.mode <> 'in-room'
    and case when $4::int is null then l.due_on < $2::date else l.loaned_on <= $2::date - $4::int end
    and ($5::uuid is null or coalesce(r.class_id, l.class_id) = $5)
    and ($6::boolean is null or (v.loan_id is not null) = $6) and ($7::text is null or v.decision = $7)
    and ($8::date is null or (l.loaned_on, l.id) > ($8::date, $9::uuid))
  order by l.loaned_on, l.id limit $10`;

/** What has been out for too long at a school, with the marks of this term (CIR-022). */
@Injectable()
export class OverLongQuery {
  constructor(
    private readonly lists: Lists,
    private readonly clock: Clock,
  ) {}

  async list(input: OverLongAsked, schoolId: SchoolId): Promise<Page<OverLongLoan>> {
    const today = this.clock.today();
    const { startsOn } = await termOn(this.lists, schoolId, today);
    const after = afterCursor(input.cursor, 2);
    const rows = await this.lists.rows<OverLongLoan>(LIST, [
      schoolId,
      today,
      startsOn,
      input.days ?? null,
      input.classId ?? null,
      input.reviewed ?? null,
      input.decision ?? null,
      after?.[0] ?? null,
      after?.[1] ?? null,
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      ({ loanedOn, loanId }) => [loanedOn, loanId],
    );
  }
}
