import { Injectable } from '@nestjs/common';
import {
  afterCursor,
  Clock,
  invalid,
  Lists,
  numberAfter,
  pageOf,
  unknownThing,
  type Caller,
  type Page,
} from '@shulian/service-kit';
import type { CopyId, SchoolId } from '@shulian/contracts/ids';
import type {
  LateAsked,
  LateLine,
  LeadTimeLine,
  LeadTimesAsked,
  QueueAsked,
  QueueLine,
  RecordedStep,
} from './processing.http.js';
import {
  backlogOf,
  DAYS_LOOKED_BACK,
  RECORDED_STAGES,
  STAGES,
  type BacklogLine,
  type StageCounts,
} from './rules/stages.js';

/** Steps are done in their order: how many stand tells which is next. */
const QUEUE = `select c.id as "copyId", c.accession_number as "accessionNumber", c.barcode, c.call_number as "callNumber", t.title,
    c.kind, ($3::text[])[s.steps] as "lastStage", s.last_on::text as "lastOn", ($3::text[])[s.steps + 1] as "nextStage",
    coalesce(s.received_on, c.accessioned_on)::text as since,
    $2::date - coalesce(s.received_on, c.accessioned_on) as days
  from copy c join title t on t.id = c.title_id
  cross join lateral (
    select count(*)::int as steps, max(p.done_on) as last_on, min(p.done_on) filter (where p.stage = 'received') as received_on
    from processing_step p where p.copy_id = c.id and p.undone_at is null) s
  where c.school_id = $1 and c.stock_state = 'processing' and c.accession_number > $4
    and ($5::text is null or s.steps = array_position($3::text[], $5) - 1)
    and ($6::date is null or coalesce(s.received_on, c.accessioned_on) <= $6)
  order by c.accession_number limit $7`;

const BACKLOG = `with waiting as (
    select s.steps, count(*)::int as copies
    from copy c
    cross join lateral (
      select count(*)::int as steps from processing_step p where p.copy_id = c.id and p.undone_at is null) s
    where c.school_id = $1 and c.stock_state = 'processing' group by 1
  ), done as (
    select p.stage, count(*)::int as copies from processing_step p
    where p.school_id = $1 and p.undone_at is null and p.done_on > $2::date - $3::int group by 1
    union all
    select 'accessioned', count(*)::int from register_line l
    where l.school_id = $1 and l.kind = 'accession' and l.day > $2::date - $3::int
  )
  select stage.name as stage, coalesce(w.copies, 0) as waiting, coalesce(d.copies, 0) as "doneLately"
  from unnest($4::text[]) with ordinality as stage (name, at)
  left join done d on d.stage = stage.name
  left join waiting w on w.steps = array_position($5::text[], stage.name) - 1
  order by stage.at`;

const LEAD_TIMES = `select r.done_on::text as "receivedOn", count(*)::int as volumes, count(s.id)::int as shelved,
    round(avg(s.done_on - r.done_on), 1)::float8 as "averageDays",
    percentile_disc(0.5) within group (order by s.done_on - r.done_on) as "medianDays",
    max(s.done_on - r.done_on) as "longestDays",
    case when bool_or(s.id is null and c.stock_state = 'processing') then $2::date - r.done_on end as "waitingDays"
  from processing_step r join copy c on c.id = r.copy_id
  left join processing_step s on s.copy_id = r.copy_id and s.stage = 'shelved' and s.undone_at is null
  where r.school_id = $1 and r.stage = 'received' and r.undone_at is null
    and r.done_on between coalesce($3::date, '-infinity') and coalesce($4::date, 'infinity')
    and r.done_on < coalesce($5::date, 'infinity')
  group by r.done_on order by r.done_on desc limit $6`;

const TERM = `select ends_on::text as "endsOn" from known_term where school_id = $1 and starts_on <= $2
  order by starts_on desc limit 1`;
const SCHOOL_OF = 'select school_id as "schoolId" from copy where id = $1';
/** The register says who entered the copy, and when. */
const STEPS = `select stage, done_on::text as on, done_by as by, undone_at as "undoneAt", undone_by as "undoneBy"
  from (
    select id, stage, done_on, done_by, undone_at, undone_by from processing_step where copy_id = $1
    union all
    select 0, 'accessioned', day, by_whom, null, null from register_line where copy_id = $1 and kind = 'accession'
  ) s
  order by done_on, array_position($2::text[], stage), id`;

type StepRow = Omit<RecordedStep, 'undoneAt'> & { readonly undoneAt: Date | null };

/** What is on its way to the shelf, how fast, and since when. */
@Injectable()
export class ProcessingQuery {
  constructor(
    private readonly lists: Lists,
    private readonly clock: Clock,
  ) {}

  queue(input: QueueAsked, schoolId: SchoolId): Promise<Page<QueueLine>> {
    return this.onItsWay(input, schoolId, input.stage ?? null, null);
  }

  /** Copies that came in by a day and are not lendable yet. @throws Problem 400 where no term is known and no day is said */
  async late(input: LateAsked, schoolId: SchoolId): Promise<Page<LateLine>> {
    const today = this.clock.today();
    const [term] =
      input.by === undefined ? await this.lists.rows<{ endsOn: string }>(TERM, [schoolId, today]) : [];
    const dueOn = input.by ?? term?.endsOn;
    if (dueOn === undefined) throw invalid({ pointer: '?by', code: 'is-defined' });
    const daysLeft = Math.round((Date.parse(dueOn) - Date.parse(today)) / 86_400_000);
    const { items, nextCursor } = await this.onItsWay(input, schoolId, null, dueOn);
    return { items: items.map((line) => ({ ...line, dueOn, daysLeft })), nextCursor };
  }

  async backlog(cursor: string | undefined, schoolId: SchoolId): Promise<Page<BacklogLine>> {
    // All stages come at once; what is no cursor is refused as it is everywhere.
    if (afterCursor(cursor, 1) !== null) return { items: [], nextCursor: null };
    const rows = await this.lists.rows<StageCounts>(BACKLOG, [
      schoolId,
      this.clock.today(),
      DAYS_LOOKED_BACK,
      STAGES,
      RECORDED_STAGES,
    ]);
    return { items: backlogOf(rows), nextCursor: null };
  }

  async leadTimes(input: LeadTimesAsked, schoolId: SchoolId): Promise<Page<LeadTimeLine>> {
    const [after = null] = afterCursor(input.cursor, 1) ?? [];
    const rows = await this.lists.rows<LeadTimeLine>(LEAD_TIMES, [
      schoolId,
      this.clock.today(),
      input.from ?? null,
      input.to ?? null,
      after,
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      ({ receivedOn }) => [receivedOn],
    );
  }

  /** The way of one copy, with what was undone. @throws Problem 404 for a copy of another school */
  async stepsOf(id: CopyId, cursor: string | undefined, caller: Caller): Promise<Page<RecordedStep>> {
    const [copy] = await this.lists.rows<{ schoolId: SchoolId }>(SCHOOL_OF, [id]);
    if (copy === undefined || !caller.mayWorkAt(copy.schoolId)) throw unknownThing();
    if (afterCursor(cursor, 1) !== null) return { items: [], nextCursor: null };
    const rows = await this.lists.rows<StepRow>(STEPS, [id, STAGES]);
    const items = rows.map((row) => ({ ...row, undoneAt: row.undoneAt?.toISOString() ?? null }));
    return { items, nextCursor: null };
  }

  private async onItsWay(
    input: QueueAsked | LateAsked,
    schoolId: SchoolId,
    stage: string | null,
    by: string | null,
  ): Promise<Page<QueueLine>> {
    const rows = await this.lists.rows<QueueLine>(QUEUE, [
      schoolId,
      this.clock.today(),
      RECORDED_STAGES,
      numberAfter(input.cursor),
      stage,
      by,
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      (row) => [row.accessionNumber],
    );
  }
}
