import { Injectable } from '@nestjs/common';
import { afterCursor, Clock, Lists, pageOf, type Page } from '@shulian/service-kit';
import type { SchoolId } from '@shulian/contracts/ids';
import { BACK_ISSUE_COLUMNS, FROM_BACK_ISSUE } from './back-issue.row.js';
import { runsAt } from './binding.row.js';
import type { BackIssuesAsked, BackIssueView, RunsAsked, RunView } from './bindings.http.js';

const RUNS = `select r."serialId", r.title, r.kind, r.year, r.month, r.issues, r.received, r.copies, r.missing, r."firstLabel",
    r."lastLabel", r."endsOn"::text as "endsOn", r.complete, r.ended, r."bindingId", r."boundOn", r.volumes, r."incompleteReason"
  from (${runsAt('$1', '$2', 'i.year = $3 and ($4::text is null or s.kind = $4)')}) r
  where case $5::text when 'bound' then r."bindingId" is not null
      when 'to-bind' then r."bindingId" is null and r.received > 0 and (r.complete or r.ended) else true end
    and ($6::uuid is null or (r."serialId", r.month) > ($6::uuid, $7::int))
  order by r."serialId", r.month limit $8`;
/** As they stand on the shelf. */
const BACK_ISSUES = `select ${BACK_ISSUE_COLUMNS} ${FROM_BACK_ISSUE}
  where c.school_id = $1 and ($2::uuid is null or b.title_id = $2)
    and case when $3::text is null then c.stock_state <> 'withdrawn' else c.stock_state = $3 end
    and ($4::uuid is null or (filing_key(c.call_number) collate "C", c.id)
      > ((select filing_key(k.call_number) collate "C" from copy k where k.id = $4), $4))
  order by filing_key(c.call_number) collate "C", c.id limit $5`;

/** What is to be bound, and what stands in the store of back issues. */
@Injectable()
export class BindingsQuery {
  constructor(
    private readonly lists: Lists,
    private readonly clock: Clock,
  ) {}

  async runs(asked: RunsAsked, schoolId: SchoolId): Promise<Page<RunView>> {
    const today = this.clock.today();
    const after = afterCursor(asked.cursor, 2);
    const rows = await this.lists.rows<RunView>(RUNS, [
      schoolId,
      today,
      asked.year ?? Number(today.slice(0, 4)),
      asked.kind ?? null,
      asked.show,
      after?.[0] ?? null,
      after?.[1] ?? null,
      asked.limit + 1,
    ]);
    return pageOf(
      rows,
      asked.limit,
      (row) => row,
      ({ serialId, month }) => [serialId, month],
    );
  }

  async backIssues(asked: BackIssuesAsked, schoolId: SchoolId): Promise<Page<BackIssueView>> {
    const rows = await this.lists.rows<BackIssueView>(BACK_ISSUES, [
      schoolId,
      asked.serialId ?? null,
      asked.status ?? null,
      afterCursor(asked.cursor, 1)?.[0] ?? null,
      asked.limit + 1,
    ]);
    return pageOf(
      rows,
      asked.limit,
      (row) => row,
      ({ copyId }) => [copyId],
    );
  }
}
