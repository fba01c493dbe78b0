import { Injectable } from '@nestjs/common';
import type { SchoolId } from '@shulian/contracts/ids';
import {
  allOf,
  Clock,
  Database,
  denied,
  idAfter,
  Lists,
  pageOf,
  refuseCursor,
  sql,
  unknownThing,
  words,
  type Caller,
  type Page,
  type Sql,
} from '@shulian/service-kit';
import { seesRequest, SERVICE_KINDS, type ServiceRequest } from './rules/service-request.js';
import { ANSWERS, isLate, REQUEST, summaryOn } from './service-request.row.js';
import type {
  ServiceAnswerView,
  ServiceCountsAsked,
  ServiceCountView,
  ServiceRequestsAsked,
  ServiceRequestSummary,
  ServiceRequestView,
} from './service-requests.http.js';

const COUNTS = `select r.kind, count(*)::int as asked, count(*) filter (where r.status = 'open')::int as open,
    count(*) filter (where a.answers > 0)::int as answered, count(*) filter (where r.status = 'declined')::int as declined,
    count(*) filter (where r.status = 'withdrawn')::int as withdrawn, count(*) filter (where ${isLate('$4')})::int as late,
    sum(a.answers)::int as answers, sum(a.items)::int as items, max(a.first_on - r.asked_on)::int as "longestDays"
  from service_request r ${ANSWERS}
  where r.school_id = $1 and r.asked_on between $2::date and $3::date group by r.kind`;

/** What was asked of the library, as far as the caller may see it. */
@Injectable()
export class ServiceRequestsQuery {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 out of reach */
  async one(caller: Caller, id: string): Promise<ServiceRequestView> {
    const [found] = await this.database.rows<ServiceRequest & { classId: string | null }>(
      `${REQUEST} where r.id = $1`,
      [id],
    );
    if (found === undefined || !seesRequest(caller.reach, caller.id, found)) throw unknownThing();
    const [row] = await this.database.rows<ServiceRequestSummary>(`${summaryOn('$2')} where r.id = $1`, [
      id,
      this.clock.today(),
    ]);
    if (row === undefined) throw unknownThing();
    const given = await this.database.rows<ServiceAnswerView>(
      `select id, on_day::text as "onDay", words, partner, items from service_answer
       where request_id = $1 and not taken_back order by id`,
      [id],
    );
    return { ...row, given };
  }

  /** @throws Problem 403 for a school out of reach */
  async list(caller: Caller, input: ServiceRequestsAsked): Promise<Page<ServiceRequestSummary>> {
    if (input.schoolId !== undefined && !caller.mayWorkAt(input.schoolId)) throw denied();
    const after = idAfter(input.cursor);
    const conditions = [
      isSeen(caller),
      ...(input.schoolId === undefined ? [] : [sql`r.school_id = ${input.schoolId}`]),
      ...(input.readerId === undefined ? [] : [sql`r.reader_id = ${input.readerId}`]),
      ...(input.kind === undefined ? [] : [sql`r.kind = ${input.kind}`]),
      ...(input.status === undefined ? [] : [sql`r.status = ${input.status}`]),
      ...(input.from === undefined ? [] : [sql`r.asked_on >= ${input.from}::date`]),
      ...(input.to === undefined ? [] : [sql`r.asked_on <= ${input.to}::date`]),
      ...(after === null ? [] : [sql`r.id > ${after}`]),
    ];
    const today = this.clock.today();
    const rows = await this.lists.rows<ServiceRequestSummary>(
      ...sql`${words(summaryOn(`'${today}'`))} where ${allOf(conditions)} order by r.id limit ${input.limit + 1}`.numbered(),
    );
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      ({ id }) => [id],
    );
  }

  /** A line for each kind, also where nothing was asked. */
  async counts(input: ServiceCountsAsked, schoolId: SchoolId): Promise<Page<ServiceCountView>> {
    refuseCursor(input.cursor);
    const values = [schoolId, input.from, input.to, this.clock.today()];
    const rows = await this.lists.rows<ServiceCountView>(COUNTS, values);
    const byKind = new Map(rows.map((row) => [row.kind, row]));
    return { items: SERVICE_KINDS.map((kind) => byKind.get(kind) ?? { ...NOTHING, kind }), nextCursor: null };
  }
}

const NOTHING: Omit<ServiceCountView, 'kind'> = {
  asked: 0,
  open: 0,
  answered: 0,
  declined: 0,
  withdrawn: 0,
  late: 0,
  answers: 0,
  items: 0,
  longestDays: null,
};

const isSeen = ({ reach, id }: Caller): Sql =>
  reach.county
    ? sql`true`
    : sql`(r.school_id = any(${[...reach.schools]}::uuid[]) or r.asked_by = ${id}
        or r.reader_id = any(${[...reach.readers]}::uuid[])
        or (k.class_id = any(${[...reach.classes.keys()]}::uuid[]) and r.school_id = any(${[...reach.classes.values()]}::uuid[])))`;
