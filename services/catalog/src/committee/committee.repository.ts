import { statement, type Session } from '@shulian/service-kit';
import type { CalendarDay, CommitteeMemberId, PurchaseOrderId, SchoolId } from '@shulian/contracts/ids';
import { LessThanOrEqual, MoreThanOrEqual } from 'typeorm';
import {
  committeeMemberTable,
  committeeRuleTable,
  committeeVoteTable,
  MEMBER_VIEW,
  type CommitteeRule,
  type CommitteeVoteRow,
} from './committee.row.js';
import type { CommitteeMemberView } from './committee.http.js';
import type { CommitteeMember } from './rules/committee-member.js';

const MEMBER = statement('committee.member', `${MEMBER_VIEW} where m.id = $2`);
/** The last word of a member counts. */
const CAST = statement(
  'committee.cast',
  `insert into committee_vote (order_id, order_version, member_id, vote, words, on_day, by_whom)
   values ($1, $2, $3, $4, $5, $6, $7)
   on conflict (order_id, order_version, member_id) do update
     set vote = excluded.vote, words = excluded.words, on_day = excluded.on_day, by_whom = excluded.by_whom`,
);

export class CommitteeRepository {
  constructor(private readonly session: Session) {}

  async appoint(member: CommitteeMember): Promise<void> {
    await this.session.manager.insert(committeeMemberTable, member);
  }

  locked(id: CommitteeMemberId): Promise<CommitteeMember | null> {
    return this.session.manager.findOne(committeeMemberTable, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
  }

  /** Who sits there with an account, in office on a day. */
  ofAccount(schoolId: SchoolId, accountId: string, day: CalendarDay): Promise<CommitteeMember | null> {
    return this.session.manager.findOne(committeeMemberTable, {
      where: { schoolId, accountId, startsOn: LessThanOrEqual(day), endsOn: MoreThanOrEqual(day) },
    });
  }

  async change(member: CommitteeMember): Promise<void> {
    await this.session.manager.update(committeeMemberTable, { id: member.id }, member);
  }

  async member(id: CommitteeMemberId, today: CalendarDay): Promise<CommitteeMemberView> {
    const [view] = await this.session.rows<CommitteeMemberView>(MEMBER, [today, id]);
    if (view === undefined) throw new Error('a member who is there is shown');
    return view;
  }

  ruleOf(schoolId: SchoolId): Promise<CommitteeRule | null> {
    return this.session.manager.findOne(committeeRuleTable, {
      where: { schoolId },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async setRule(rule: CommitteeRule): Promise<void> {
    await this.session.manager.upsert(committeeRuleTable, rule, ['schoolId']);
  }

  /** On an order that is locked. */
  async cast(row: CommitteeVoteRow): Promise<void> {
    const { orderId, orderVersion, memberId, vote, words, onDay, byWhom } = row;
    await this.session.rows(CAST, [orderId, orderVersion, memberId, vote, words, onDay, byWhom]);
  }

  /** Whether there was a vote. */
  async takeBack(
    orderId: PurchaseOrderId,
    orderVersion: number,
    memberId: CommitteeMemberId,
  ): Promise<boolean> {
    const { affected } = await this.session.manager.delete(committeeVoteTable, {
      orderId,
      orderVersion,
      memberId,
    });
    return (affected ?? 0) > 0;
  }
}
