import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';
import { statement, type Tx } from '@shulian/service-kit';
import type { ReportKind, ReportLine } from './rules/report.js';

/**
 * The three ledgers on a day, each summed in its own way: copies in and out, batches, classes. In each the balance must be the
 * same; a reader of the report sees that it is.
 */
const LEDGERS = statement(
  'workReports.ledgers',
  `with line as (select * from register_line where school_id = $1 and day <= $2::date),
   part as (
     select 1 as place, 'individual-in' as line, null::bigint as titles, sum(volumes) as volumes, sum(fen) as fen
     from line where kind not in ('withdrawal', 'reclassified-out', 'reclassified-in')
     union all
     select 2, 'individual-out', null, -sum(volumes), -sum(fen) from line where kind = 'withdrawal'
     union all
     select 3, 'individual-balance', null, sum(volumes), sum(fen)
     from line where kind not in ('reclassified-out', 'reclassified-in')
     union all
     select 4, 'summary-balance', sum(titles), sum(volumes), sum(fen)
     from (select batch, sum(titles) as titles, sum(volumes) as volumes, sum(fen) as fen from line group by batch) batches
     union all
     select 5, 'class-' || main_class, sum(titles), sum(volumes), sum(fen) from line group by main_class
     union all
     select 6, 'classified-balance', sum(titles), sum(volumes), sum(fen)
     from (select main_class, sum(titles) as titles, sum(volumes) as volumes, sum(fen) as fen from line group by main_class) classes
   )
   select line, titles::int, coalesce(volumes, 0)::int as volumes, coalesce(fen, 0)::float8 as fen
   from part order by place, line`,
);

/** What came into the catalogue and left it between two days, the steps of processing that were done, and what waits now. */
const CATALOGUING = statement(
  'workReports.cataloguing',
  `with part as (
     select 1 as place, 'entered' as line, count(distinct title_id) as titles, count(*) as volumes, sum(fen) as fen
     from register_line where school_id = $1 and kind = 'accession' and day between $3::date and $2::date
     union all
     select 2, 'withdrawn', count(distinct title_id), count(*), -sum(fen)
     from register_line where school_id = $1 and kind = 'withdrawal' and day between $3::date and $2::date
     union all
     select 3, 'reclassified', count(distinct title_id), count(*), null
     from register_line where school_id = $1 and kind = 'reclassified-in' and day between $3::date and $2::date
     union all
     select 4, 'stage-' || stage, null, count(*), null
     from processing_step where school_id = $1 and undone_at is null and done_on between $3::date and $2::date group by stage
     union all
     select 5, 'waiting', count(distinct title_id), count(*), null from copy where school_id = $1 and stock_state = 'processing'
     union all
     select 6, 'mended', null, count(*), null
     from repair where school_id = $1 and state = 'mended' and ended_on between $3::date and $2::date
   )
   select line, titles::int, volumes::int, case when place < 3 then coalesce(fen, 0) else fen end::float8 as fen
   from part order by place, line`,
);

/** The figures of a report, read once, when it is sent. */
export const figuresOf = (
  tx: Tx,
  schoolId: SchoolId,
  kind: ReportKind,
  days: { readonly from: CalendarDay | null; readonly asOf: CalendarDay },
): Promise<ReportLine[]> =>
  kind === 'ledgers'
    ? tx.session.rows<ReportLine>(LEDGERS, [schoolId, days.asOf])
    : tx.session.rows<ReportLine>(CATALOGUING, [schoolId, days.asOf, days.from]);
