import { Injectable } from '@nestjs/common';
import {
  afterCursor,
  Lists,
  numberAfter,
  pageOf,
  unknownThing,
  type Caller,
  type ListAsked,
  type Page,
} from '@shulian/service-kit';
import type { SchoolId } from '@shulian/contracts/ids';
import { REPORT_VIEW } from './work-report.row.js';
import type { ReportLineView, ReportsAsked, ReportView } from './work-reports.http.js';

const LIST = `${REPORT_VIEW}
  where r.school_id = $1 and ($2::text is null or r.kind = $2) and ($3::text is null or r.status = $3)
    and ($4::date is null or (r.sent_on, r.id) < ($4::date, $5::uuid))
  order by r.sent_on desc, r.id desc limit $6`;
const LINES = `select l.line, l.titles, l.volumes, l.fen, at::int as at
  from work_report r cross join lateral jsonb_array_elements(r.lines) with ordinality as e(each, at)
  cross join lateral jsonb_to_record(e.each) as l(line text, titles int, volumes int, fen float8)
  where r.id = $1 and at > $2::int order by at limit $3`;

/** The reports of a school, and the figures of one. */
@Injectable()
export class WorkReportsQuery {
  constructor(private readonly lists: Lists) {}

  async list(input: ReportsAsked, schoolId: SchoolId): Promise<Page<ReportView>> {
    const after = afterCursor(input.cursor, 2);
    const rows = await this.lists.rows<ReportView>(LIST, [
      schoolId,
      input.kind ?? null,
      input.status ?? null,
      after?.[0] ?? null,
      after?.[1] ?? null,
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      (row) => [row.sentOn, row.id],
    );
  }

  /** @throws Problem 404 out of reach */
  async byId(caller: Caller, id: string): Promise<ReportView> {
    const [row] = await this.lists.rows<ReportView>(`${REPORT_VIEW} where r.id = $1`, [id]);
    if (row === undefined || !caller.mayWorkAt(row.schoolId)) throw unknownThing();
    return row;
  }

  async lines({ id }: ReportView, input: ListAsked): Promise<Page<ReportLineView>> {
    const rows = await this.lists.rows<ReportLineView & { readonly at: number }>(LINES, [
      id,
      numberAfter(input.cursor),
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      ({ at: _, ...line }): ReportLineView => line,
      ({ at }) => [at],
    );
  }
}
