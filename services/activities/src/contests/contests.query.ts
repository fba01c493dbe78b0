import { Injectable } from '@nestjs/common';
import {
  Database,
  idAfter,
  Lists,
  pageOf,
  refuseCursor,
  statement,
  unknownThing,
  type Caller,
  type Page,
} from '@shulian/service-kit';
import type { ContestId } from '@shulian/contracts/ids';
import { CallerSchoolQuery } from './caller-school.query.js';
import { CONTEST_VIEW } from './contest.row.js';
import type { SchoolContestsAsked, ContestTypesAsked } from './contests.http.js';
import type { ContestTypeView, SchoolContestView } from './contest-views.http.js';
import { SHIPPED_TYPES } from './rules/contest-types.js';

const BY_ID = statement('contests.byId', `${CONTEST_VIEW} where c.id = $1`);
const LIST = `${CONTEST_VIEW}
  where c.school_id = $1 and ($2::text is null or c.status = $2) and ($3::text is null or c.type = $3)
    and ($4::uuid is null or c.series_id = $4) and ($5::date is null or c.due_on >= $5) and ($6::date is null or c.opens_on <= $6)
    and ($7::boolean or c.status not in ('planned', 'cancelled')) and ($8::uuid is null or c.id < $8)
  order by c.id desc limit $9`;
const OWN_TYPES = `select code, zh, en, takes, retired from contest_type where school_id = $1 order by code`;

/** Contests as the people of a school see them; a pupil none that is only planned. */
@Injectable()
export class ContestsQuery {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
    private readonly schools: CallerSchoolQuery,
  ) {}

  /** @throws Problem 404 also for one of another school */
  async byId(caller: Caller, id: ContestId): Promise<SchoolContestView> {
    const [contest] = await this.database.rows<SchoolContestView>(BY_ID, [id]);
    if (contest === undefined) throw unknownThing();
    await this.schools.refuseForeign(caller, contest.schoolId);
    return contest;
  }

  /** The newest first. @throws Problem 403 for another school */
  async list(caller: Caller, input: SchoolContestsAsked): Promise<Page<SchoolContestView>> {
    const after = idAfter(input.cursor);
    const schoolId = await this.schools.meant(caller, input.schoolId);
    const rows = await this.lists.rows<SchoolContestView>(LIST, [
      schoolId,
      input.status ?? null,
      input.type ?? null,
      input.seriesId ?? null,
      input.from ?? null,
      input.to ?? null,
      caller.mayWorkAt(schoolId),
      after,
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      (contest) => contest,
      ({ id }) => [id],
    );
  }

  /** On one page: what comes with the system, as the school calls it, and its own. @throws Problem 403 */
  async types(
    caller: Caller,
    { schoolId: asked, cursor }: ContestTypesAsked,
  ): Promise<Page<ContestTypeView>> {
    refuseCursor(cursor);
    const schoolId = await this.schools.meant(caller, asked);
    const own = await this.lists.rows<Omit<ContestTypeView, 'ofSchool'>>(OWN_TYPES, [schoolId]);
    const byCode = new Map<string, ContestTypeView>(
      SHIPPED_TYPES.map((type) => [type.code, { ...type, ofSchool: false, retired: false }]),
    );
    for (const type of own) byCode.set(type.code, { ...type, ofSchool: true });
    return { items: [...byCode.values()], nextCursor: null };
  }
}
