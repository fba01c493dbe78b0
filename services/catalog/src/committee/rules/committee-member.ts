import type { CalendarDay, CommitteeMemberId, ReaderId, SchoolId } from '@shulian/contracts/ids';

export const MEMBER_KINDS = ['expert', 'teacher', 'researcher', 'pupil'] as const;
export type MemberKind = (typeof MEMBER_KINDS)[number];
export const VOTES = ['yes', 'no', 'abstain'] as const;
export type CommitteeVote = (typeof VOTES)[number];

/** Who reviews what a school orders (图书情报工作委员会), for a term of office. */
export type CommitteeMember = {
  readonly id: CommitteeMemberId;
  readonly schoolId: SchoolId;
  readonly kind: MemberKind;
  readonly readerId: ReaderId | null;
  readonly name: string | null;
  readonly accountId: string | null;
  readonly startsOn: CalendarDay;
  readonly endsOn: CalendarDay;
  readonly appointedBy: string;
};

/** Whether a member is in office on a day. */
export const isInOffice = ({ startsOn, endsOn }: CommitteeMember, day: CalendarDay): boolean =>
  startsOn <= day && day <= endsOn;
