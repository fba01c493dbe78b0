import { Injectable } from '@nestjs/common';
import {
  afterCursor,
  Clock,
  Database,
  Lists,
  pageOf,
  queryId,
  statement,
  unknownThing,
  type Caller,
  type Page,
} from '@shulian/service-kit';
import type { PurchaseOrderId, SchoolId } from '@shulian/contracts/ids';
import { MEMBER_VIEW } from './committee.row.js';
import type {
  CommitteeMemberView,
  CommitteeRuleView,
  MembersAsked,
  VotesAsked,
  VoteView,
} from './committee.http.js';

const MEMBERS = `${MEMBER_VIEW} where m.school_id = $2 and ($3::uuid is null or m.id < $3) order by m.id desc limit $4`;
const RULE = statement(
  'committee.rule',
  'select school_id as "schoolId", required, quorum, set_on::text as "setOn" from committee_rule where school_id = $1',
);
const ORDER = statement(
  'committee.order',
  'select school_id as "schoolId", name from purchase_order where id = $1',
);
/** Of the round that the list is in, or was in last: who is in office has a line, and who has voted. */
const VOTES = `with asked as (
    select o.id, o.school_id, coalesce((select max(s.version) from purchase_order_step s
      where s.order_id = o.id and s.action = 'submit'), 0) as version
    from purchase_order o where o.id = $1
  )
  select m.id as "memberId", m.kind, m.reader_id as "readerId", m.name, v.vote, v.words, v.on_day::text as on
  from asked a
  join committee_member m on m.school_id = a.school_id
  left join committee_vote v on v.order_id = a.id and v.order_version = a.version and v.member_id = m.id
  where (v.vote is not null or $2::date between m.starts_on and m.ends_on) and ($3::uuid is null or m.id > $3)
  order by m.id limit $4`;
const QUORUM_WHERE_NOBODY_SAID = 3;

/** The committee of a school, and what it said of an order. */
@Injectable()
export class CommitteeQuery {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
    private readonly clock: Clock,
  ) {}

  async members(input: MembersAsked, schoolId: SchoolId): Promise<Page<CommitteeMemberView>> {
    const after = afterCursor(input.cursor, 1);
    const rows = await this.lists.rows<CommitteeMemberView>(MEMBERS, [
      this.clock.today(),
      schoolId,
      after === null ? null : (queryId('cursor', String(after[0])) ?? null),
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      (member) => member,
      ({ id }) => [id],
    );
  }

  async rule(schoolId: SchoolId): Promise<CommitteeRuleView> {
    const [rule] = await this.database.rows<CommitteeRuleView>(RULE, [schoolId]);
    return rule ?? { schoolId, required: false, quorum: QUORUM_WHERE_NOBODY_SAID, setOn: null };
  }

  /** Its name. @throws Problem 404 also for an order of another school */
  async order(caller: Caller, id: PurchaseOrderId): Promise<string> {
    const [order] = await this.database.rows<{ schoolId: string; name: string }>(ORDER, [id]);
    if (order === undefined || !caller.mayWorkAt(order.schoolId)) throw unknownThing();
    return order.name;
  }

  async votes(input: VotesAsked, id: PurchaseOrderId): Promise<Page<VoteView>> {
    const after = afterCursor(input.cursor, 1);
    const rows = await this.lists.rows<VoteView>(VOTES, [
      id,
      this.clock.today(),
      after === null ? null : (queryId('cursor', String(after[0])) ?? null),
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      (vote) => vote,
      ({ memberId }) => [memberId],
    );
  }
}
