import { Injectable } from '@nestjs/common';
import { reachesSchool } from '@shulian/contracts/access';
import type { SchoolId } from '@shulian/contracts/ids';
import {
  afterCursor,
  allOf,
  Clock,
  idAfter,
  Lists,
  pageOf,
  queryId,
  sql,
  unknownThing,
  words,
  type Caller,
  type Page,
  type Sql,
} from '@shulian/service-kit';
import { RUN_VIEW } from './courier-run.row.js';
import {
  toCourierRun,
  type CourierRunRow,
  type CourierRunsAsked,
  type CourierRunView,
  type RunLinesAsked,
} from './courier-runs.http.js';
import { toTransferView, type TransferRow, type TransferView } from './transfers.http.js';
import { viewOn } from './transfers.query.js';

/** Runs of the courier, and what they take along. Seen by the school they leave, and by those something on them concerns. */
@Injectable()
export class CourierRunsQuery {
  constructor(
    private readonly lists: Lists,
    private readonly clock: Clock,
  ) {}

  /** Those that leave the school, or bring something to it; the newest first. */
  async list(input: CourierRunsAsked, schoolId: SchoolId): Promise<Page<CourierRunView>> {
    const after = idAfter(input.cursor);
    const conditions: Sql[] = [
      // Each half by an index of its own: a school that little comes to must not read the runs of the county.
      sql`r.id = any(array(select own.id from courier_run own where own.school_id = ${schoolId}
        union select t.run_id from copy_transfer t join courier_run sent on sent.id = t.run_id and sent.state = 'left'
        where t.to_school_id = ${schoolId}))`,
      ...(input.state === undefined ? [] : [sql`r.state = ${input.state}`]),
      ...(input.from === undefined ? [] : [sql`r.run_on >= ${input.from}`]),
      ...(input.to === undefined ? [] : [sql`r.run_on <= ${input.to}`]),
      ...(after === null ? [] : [sql`r.id < ${after}`]),
    ];
    const rows = await this.lists.rows<CourierRunRow>(
      ...sql`${words(RUN_VIEW)} where ${allOf(conditions)} order by r.id desc limit ${input.limit + 1}`.numbered(),
    );
    return pageOf(rows, input.limit, toCourierRun, ({ id }) => [id]);
  }

  /** @throws Problem 404 for a run of other schools */
  async one(caller: Caller, id: string): Promise<CourierRunView> {
    const [row] = await this.lists.rows<CourierRunRow & { readonly to: string[] }>(
      ...sql`select one.*, array(select distinct t.to_school_id::text from copy_transfer t where t.run_id = one.id) as to
        from (${words(RUN_VIEW)} where r.id = ${id}) one`.numbered(),
    );
    const schools = row === undefined ? [] : [row.schoolId, ...(row.state === 'left' ? row.to : [])];
    if (row === undefined || !schools.some((schoolId) => reachesSchool(caller.reach, schoolId)))
      throw unknownThing();
    const { to: _to, ...run } = row;
    return toCourierRun(run);
  }

  /** The manifest, school by school; who does not send it sees what comes to them. */
  async lines(caller: Caller, run: CourierRunView, input: RunLinesAsked): Promise<Page<TransferView>> {
    const after = afterCursor(input.cursor, 2)?.map((part) => queryId('cursor', String(part)));
    const sends = reachesSchool(caller.reach, run.schoolId);
    const conditions: Sql[] = [
      sql`t.run_id = ${run.id}`,
      ...(sends ? [] : [sql`t.to_school_id = any(${[...caller.reach.schools]}::uuid[])`]),
      ...(input.toSchoolId === undefined ? [] : [sql`t.to_school_id = ${input.toSchoolId}`]),
      ...(after === undefined ? [] : [sql`(t.to_school_id, t.id) > (${after[0]}::uuid, ${after[1]}::uuid)`]),
    ];
    const rows = await this.lists.rows<TransferRow>(
      ...sql`${viewOn(this.clock.today())} where ${allOf(conditions)} order by t.to_school_id, t.id
        limit ${input.limit + 1}`.numbered(),
    );
    return pageOf(rows, input.limit, toTransferView, ({ toSchoolId, id }) => [toSchoolId, id]);
  }
}
