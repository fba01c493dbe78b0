import { EntitySchema } from 'typeorm';
import type { CalendarDay, CommitteeMemberId, PurchaseOrderId, SchoolId } from '@shulian/contracts/ids';
import type { CommitteeMember, CommitteeVote } from './rules/committee-member.js';

const textOrNull = { type: 'text', nullable: true } as const;

export const committeeMemberTable = new EntitySchema<CommitteeMember>({
  name: 'committee_member',
  columns: {
    id: { type: 'uuid', primary: true },
    schoolId: { type: 'uuid', name: 'school_id' },
    kind: { type: 'text' },
    readerId: { type: 'uuid', name: 'reader_id', nullable: true },
    name: textOrNull,
    accountId: { ...textOrNull, name: 'account_id' },
    startsOn: { type: 'date', name: 'starts_on' },
    endsOn: { type: 'date', name: 'ends_on' },
    appointedBy: { type: 'text', name: 'appointed_by' },
  },
});

/** Whether the head of a school waits for its committee, and for how many of it. */
export type CommitteeRule = {
  readonly schoolId: SchoolId;
  readonly version: number;
  readonly required: boolean;
  readonly quorum: number;
  readonly setOn: CalendarDay;
  readonly setBy: string;
};

export const committeeRuleTable = new EntitySchema<CommitteeRule>({
  name: 'committee_rule',
  columns: {
    schoolId: { type: 'uuid', primary: true, name: 'school_id' },
    version: { type: 'int' },
    required: { type: 'boolean' },
    quorum: { type: 'int' },
    setOn: { type: 'date', name: 'set_on' },
    setBy: { type: 'text', name: 'set_by' },
  },
});

export type CommitteeVoteRow = {
  readonly orderId: PurchaseOrderId;
  readonly orderVersion: number;
  readonly memberId: CommitteeMemberId;
  readonly vote: CommitteeVote;
  readonly words: string | null;
  readonly onDay: CalendarDay;
  readonly byWhom: string;
};

export const committeeVoteTable = new EntitySchema<CommitteeVoteRow>({
  name: 'committee_vote',
  columns: {
    orderId: { type: 'uuid', primary: true, name: 'order_id' },
    orderVersion: { type: 'int', primary: true, name: 'order_version' },
    memberId: { type: 'uuid', primary: true, name: 'member_id' },
    vote: { type: 'text' },
    words: textOrNull,
    onDay: { type: 'date', name: 'on_day' },
    byWhom: { type: 'text', name: 'by_whom' },
  },
});

/** A member as shown on the day `$1`. */
export const MEMBER_VIEW = `select m.id, m.school_id as "schoolId", m.kind, m.reader_id as "readerId", m.name,
    m.account_id is not null as "votesAlone", m.starts_on::text as "startsOn", m.ends_on::text as "endsOn",
    $1::date between m.starts_on and m.ends_on as "inOffice"
  from committee_member m`;
