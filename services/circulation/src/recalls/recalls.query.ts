import { Injectable } from '@nestjs/common';
import { reachesSchool } from '@shulian/contracts/access';
import type { SchoolId } from '@shulian/contracts/ids';
import {
  afterCursor,
  idAfter,
  ListAsked,
  Lists,
  pageOf,
  unknownThing,
  type Caller,
  type Page,
} from '@shulian/service-kit';
import type {
  CampaignsAsked,
  CampaignView,
  RecallClass,
  RecallLoan,
  RecallLoansAsked,
} from './recalls.http.js';
import { CAMPAIGN_VIEW } from './recalls.row.js';

const LIST = `${CAMPAIGN_VIEW} where c.school_id = $1 and ($2::uuid is null or c.id < $2) order by c.id desc limit $3`;
/** Teachers and others stand last; a class in the order of its id. */
const NONE = `'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid`;
const CLASSES = `select r.class_id as "classId", r.kind, count(*)::int as expected,
    (count(*) filter (where l.closed_how = 'returned'))::int as returned, (count(*) filter (where l.closed_how = 'lost'))::int as lost,
    (count(*) filter (where l.closed_how is null))::int as open,
    (count(distinct coalesce(l.reader_id, l.class_id)) filter (where l.closed_how is null))::int as borrowers
  from recall_loan r join loan l on l.id = r.loan_id
  where r.campaign_id = $1 and ($2::uuid[] is null or r.class_id = any($2))
    and ($3::uuid is null or (coalesce(r.class_id, ${NONE}), r.kind) > ($3, $4))
  group by r.class_id, r.kind order by coalesce(r.class_id, ${NONE}), r.kind limit $5`;
const LOANS = `select l.id as "loanId",
    json_build_object('kind', case when l.reader_id is null then 'class' else 'reader' end, 'id', coalesce(l.reader_id, l.class_id)) as borrower,
    l.reader_id as "readerId", r.class_id as "classId", r.kind, t.title, k.barcode as "copyBarcode", k.call_number as "callNumber",
    l.loaned_on::text as "loanedOn", l.due_on::text as "dueOn", coalesce(l.closed_how, 'open') as since,
    l.closed_on::text as "closedOn"
  from recall_loan r join loan l on l.id = r.loan_id left join known_copy k on k.copy_id = l.copy_id
  left join known_title t on t.title_id = l.title_id
  where r.campaign_id = $1 and ($2::uuid[] is null or r.class_id = any($2)) and ($3::uuid is null or r.class_id = $3)
    and ($4::text is null or r.kind = $4) and ($5::text is null or coalesce(l.closed_how, 'open') = $5)
    and ($6::uuid is null or (coalesce(r.class_id, ${NONE}), coalesce(l.reader_id, ${NONE}), l.id) > ($6, $7, $8))
  order by coalesce(r.class_id, ${NONE}), coalesce(l.reader_id, ${NONE}), l.id limit $9`;
const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

const classesOf = ({ reach }: Caller, schoolId: string): readonly string[] | null =>
  reachesSchool(reach, schoolId) ? null : [...reach.classes.keys()];

/** Campaigns, how far they are, and what is still out (CIR-057, CIR-058). */
@Injectable()
export class RecallsQuery {
  constructor(private readonly lists: Lists) {}

  async list(input: CampaignsAsked, schoolId: SchoolId): Promise<Page<CampaignView>> {
    const rows = await this.lists.rows<CampaignView>(LIST, [
      schoolId,
      idAfter(input.cursor),
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      ({ id }) => [id],
    );
  }

  /** @throws Problem 404 out of reach */
  async one(caller: Caller, id: string): Promise<CampaignView> {
    const [row] = await this.lists.rows<CampaignView>(`${CAMPAIGN_VIEW} where c.id = $1`, [id]);
    if (row === undefined || !caller.mayWorkAt(row.schoolId)) throw unknownThing();
    return row;
  }

  async classes(
    caller: Caller,
    { id, schoolId }: CampaignView,
    input: ListAsked,
  ): Promise<Page<RecallClass>> {
    const after = afterCursor(input.cursor, 2);
    const rows = await this.lists.rows<RecallClass>(CLASSES, [
      id,
      classesOf(caller, schoolId),
      after?.[0] ?? null,
      after?.[1] ?? null,
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      ({ classId, kind }) => [classId ?? LAST_ID, kind],
    );
  }

  async loans(
    caller: Caller,
    { id, schoolId }: CampaignView,
    input: RecallLoansAsked,
  ): Promise<Page<RecallLoan>> {
    const after = afterCursor(input.cursor, 3);
    const rows = await this.lists.rows<RecallLoan>(LOANS, [
      id,
      classesOf(caller, schoolId),
      input.classId ?? null,
      input.kind ?? null,
      input.since ?? null,
      after?.[0] ?? null,
      after?.[1] ?? null,
      after?.[2] ?? null,
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      ({ classId, readerId, loanId }) => [classId ?? LAST_ID, readerId ?? LAST_ID, loanId],
    );
  }
}
