import { Injectable } from '@nestjs/common';
import { afterCursor, Lists, numberAfter, pageOf, type Page } from '@shulian/service-kit';
import type { SchoolId } from '@shulian/contracts/ids';
import type {
  IndividualLine,
  PeriodView,
  RegisterAsked,
  RegisterLine,
  SummaryLine,
  WithdrawalLine,
} from './registers.http.js';
import { stretchAsked } from './stretch-asked.http.js';

/** What every book says of a copy; `$1` is the school. */
const COPY_IN_BOOK = `l.number, l.day::text as day, l.period, coalesce(l.day <= p.closed_on, false) as "afterClose", l.batch,
  l.copy_id as "copyId", c.accession_number as "accessionNumber", c.barcode, t.title, l.clc`;
const FROM_LINES = `from register_line l
  join copy c on c.id = l.copy_id
  join title t on t.id = l.title_id
  join register_batch b on b.school_id = l.school_id and b.number = l.batch
  left join register_period p on p.school_id = l.school_id and p.number = l.period - 1`;
/** A document number that was put right stands in the newest correction of the line. */
const RIGHT_DOCUMENT = (line: string, batch: string): string => `coalesce((
  select cb.document_number from register_line k
  join register_batch cb on cb.school_id = k.school_id and cb.number = k.batch
  where k.copy_id = ${line}.copy_id and k.kind = 'correction' and k.corrects = ${line}.number
    and cb.document_number is not null
  order by k.number desc limit 1), ${batch}.document_number)`;
/** Lines of one kind after a cursor: days go up with numbers, so both books walk along one index. */
const OF_KIND = (kind: 'accession' | 'withdrawal'): string => `l.school_id = $1 and l.kind = '${kind}'
  and l.day between coalesce($2::date, '-infinity') and coalesce($3::date, 'infinity')
  and ($4::int is null or l.period = $4) and (l.day, l.number) > ($5::date, $6::int)
  order by l.day, l.number limit $7`;

const INDIVIDUAL = `select ${COPY_IN_BOOK}, c.volume, t.contributors[1] as contributor, t.publisher, t.edition,
    t.published_year as "publishedYear", t.extent, t.binding, t.isbns[1] as isbn, c.call_number as "callNumber",
    l.fen + coalesce(v.fen, 0)::int as "valueFen", b.source, l.note,
    ${RIGHT_DOCUMENT('l', 'b')} as "documentNumber", w.day::text as "withdrawnOn",
    case when w.number is null then null else ${RIGHT_DOCUMENT('w', 'wb')} end as "withdrawalDocumentNumber"
  ${FROM_LINES}
  left join lateral (
    select sum(r.fen) as fen from register_line r where r.copy_id = l.copy_id and r.kind in ('reprice', 'correction')) v on true
  left join register_line w on w.copy_id = l.copy_id and w.kind = 'withdrawal'
  left join register_batch wb on wb.school_id = w.school_id and wb.number = w.batch
  where ${OF_KIND('accession')}`;

/** The totals go on from all withdrawals before the page. */
const WITHDRAWALS = `with page as (
    select ${COPY_IN_BOOK}, -l.fen as fen, b.source as reason, ${RIGHT_DOCUMENT('l', 'b')} as "documentNumber",
      l.note, l.approved_by as "approvedBy"
    ${FROM_LINES} where ${OF_KIND('withdrawal')}
  ), first as (
    select day::date as day, number from page order by 1, 2 limit 1
  ), before as (
    select count(*) as volumes, coalesce(-sum(e.fen), 0) as fen
    from register_line e join first on (e.day, e.number) < (first.day, first.number)
    where e.school_id = $1 and e.kind = 'withdrawal'
  )
  select page.*, (count(*) over so_far + before.volumes)::int as "volumesSoFar",
    (sum(page.fen) over so_far + before.fen)::float8 as "fenSoFar"
  from page cross join before
  window so_far as (order by page.day, page.number)
  order by page.day, page.number`;

/** Between schools a copy goes and comes; the line says so, whoever wrote it. */
const SHOWN_KIND = `case when l.kind = 'withdrawal' and b.source = 'transferred' then 'transfer-out'
    when l.kind = 'accession' and b.source = 'transfer' then 'transfer-in' else l.kind end as kind`;
const LINES = `select ${COPY_IN_BOOK}, ${SHOWN_KIND}, l.titles, l.volumes, l.fen, b.source, b.document_number as "documentNumber",
    l.corrects, l.note, l.by_whom as by
  ${FROM_LINES}
  where l.school_id = $1 and l.day between coalesce($2::date, '-infinity') and coalesce($3::date, 'infinity')
    and ($4::int is null or l.period = $4) and l.number > $5::int
  order by l.number limit $6`;

/** The balance goes on from what all batches before the page add up to. */
const SUMMARY = `with page as (
    select * from register_batch b
    where b.school_id = $1 and b.day between coalesce($2::date, '-infinity') and coalesce($3::date, 'infinity')
      and ($4::int is null or b.period = $4) and b.number > $5::int
    order by b.number limit $6
  ), before as (
    select sum(l.titles) as titles, sum(l.volumes) as volumes, sum(l.fen) as fen
    from register_line l where l.school_id = $1 and l.batch < (select min(number) from page)
  )
  select b.number, b.day::text as day, b.period, b.side, b.source, b.document_number as "documentNumber",
    s.first as "firstAccessionNumber", s.last as "lastAccessionNumber",
    case b.side when 'in' then s.distinct_titles else 0 end as "titlesIn",
    case b.side when 'in' then s.volumes else 0 end as "volumesIn",
    (case b.side when 'out' then 0 else s.fen end)::float8 as "fenIn",
    case b.side when 'out' then s.distinct_titles else 0 end as "titlesOut",
    case b.side when 'out' then -s.volumes else 0 end as "volumesOut",
    (case b.side when 'out' then -s.fen else 0 end)::float8 as "fenOut",
    (sum(s.titles) over so_far + coalesce(before.titles, 0))::int as "titlesBalance",
    (sum(s.volumes) over so_far + coalesce(before.volumes, 0))::int as "volumesBalance",
    (sum(s.fen) over so_far + coalesce(before.fen, 0))::float8 as "fenBalance"
  from page b cross join before
  cross join lateral (
    select count(distinct l.title_id)::int as distinct_titles, sum(l.titles)::int as titles, sum(l.volumes)::int as volumes,
           sum(l.fen) as fen, min(c.accession_number) as first, max(c.accession_number) as last
    from register_line l join copy c on c.id = l.copy_id
    where l.school_id = $1 and l.batch = b.number
  ) s
  window so_far as (order by b.number)
  order by b.number`;

const PERIODS = `select school_id as "schoolId", number, name, closed_on::text as "closedOn", last_line as "lastLine",
    titles, volumes, fen::float8 as fen
  from register_period where school_id = $1 and number > $2::int order by number limit $3`;

/** The books of a school: questions to its lines. */
@Injectable()
export class RegistersQuery {
  constructor(private readonly lists: Lists) {}

  individual(input: RegisterAsked, schoolId: SchoolId): Promise<Page<IndividualLine>> {
    return this.byDay(INDIVIDUAL, input, schoolId);
  }

  withdrawals(input: RegisterAsked, schoolId: SchoolId): Promise<Page<WithdrawalLine>> {
    return this.byDay(WITHDRAWALS, input, schoolId);
  }

  summary(input: RegisterAsked, schoolId: SchoolId): Promise<Page<SummaryLine>> {
    return this.byNumber(SUMMARY, input, schoolId);
  }

  lines(input: RegisterAsked, schoolId: SchoolId): Promise<Page<RegisterLine>> {
    return this.byNumber(LINES, input, schoolId);
  }

  async periods(input: RegisterAsked, schoolId: SchoolId): Promise<Page<PeriodView>> {
    const rows = await this.lists.rows<PeriodView>(PERIODS, [
      schoolId,
      numberAfter(input.cursor),
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      (row) => [row.number],
    );
  }

  private async byDay<Line extends { readonly day: string; readonly number: number }>(
    text: string,
    input: RegisterAsked,
    schoolId: SchoolId,
  ): Promise<Page<Line>> {
    const after = afterCursor(input.cursor, 2);
    const rows = await this.lists.rows<Line>(text, [
      ...stretchAsked(input, schoolId),
      after === null ? '-infinity' : String(after[0]),
      after === null ? 0 : Number(after[1]),
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      (row) => [row.day, row.number],
    );
  }

  private async byNumber<Line extends { readonly number: number }>(
    text: string,
    input: RegisterAsked,
    schoolId: SchoolId,
  ): Promise<Page<Line>> {
    const rows = await this.lists.rows<Line>(text, [
      ...stretchAsked(input, schoolId),
      numberAfter(input.cursor),
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      (row) => [row.number],
    );
  }
}
