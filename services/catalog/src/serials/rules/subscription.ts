import type { CalendarDay, SchoolId, TitleId, VendorId } from '@shulian/contracts/ids';
import type { SerialAudience } from './serial.js';

export const ROUND_STATUSES = ['draft', 'submitted', 'refused', 'approved'] as const;
export type RoundStatus = (typeof ROUND_STATUSES)[number];
export type RoundAction = 'submit' | 'approve' | 'refuse' | 'revise';

/** For which room a serial is taken: pupils' and teachers' reading rooms, the workroom of the library (CAT-061, CAT-079). */
export const SUBSCRIPTION_ROOMS = ['pupils', 'teachers', 'staff'] as const;
export type SubscriptionRoom = (typeof SUBSCRIPTION_ROOMS)[number];

export const REVIEW_VERDICTS = ['accept', 'decline'] as const;
export type ReviewVerdict = (typeof REVIEW_VERDICTS)[number];

/** What a school subscribes to for one year (征订). */
export type SubscriptionRound = {
  readonly id: string;
  readonly version: number;
  readonly schoolId: SchoolId;
  readonly year: number;
  readonly requiredTitles: number | null;
  readonly vendorId: VendorId | null;
  readonly status: RoundStatus;
  readonly approvedOn: CalendarDay | null;
  readonly nextLine: number;
};

const AFTER: Readonly<Record<RoundAction, Readonly<Partial<Record<RoundStatus, RoundStatus>>>>> = {
  submit: { draft: 'submitted' },
  approve: { submitted: 'approved' },
  refuse: { submitted: 'refused' },
  revise: { submitted: 'draft', refused: 'draft', approved: 'draft' },
};

/** The round after what was done with it on a day; null: not in this state. */
export const roundAfter = (
  round: SubscriptionRound,
  action: RoundAction,
  on: CalendarDay,
): SubscriptionRound | null => {
  const status = AFTER[action][round.status];
  return status === undefined
    ? null
    : { ...round, status, version: round.version + 1, approvedOn: status === 'approved' ? on : null };
};

export type RoundFacts = {
  readonly accepted: number;
  readonly unreviewed: number;
  readonly arrived: number;
  readonly submittedBy: string | null;
};
export type RoundRefusal = {
  readonly code:
    | 'subscription.empty'
    | 'subscription.unreviewed'
    | 'subscription.own-submission'
    | 'subscription.issues-arrived';
  readonly severity: 'deny';
  readonly overridable: false;
  readonly facts?: Readonly<Record<string, number>>;
};

const deny = (code: RoundRefusal['code'], facts?: RoundRefusal['facts']): RoundRefusal => ({
  code,
  severity: 'deny',
  overridable: false,
  ...(facts === undefined ? {} : { facts }),
});

/** Why it cannot be done, all reasons at once; the state is another question. */
export const roundRefusals = (facts: RoundFacts, action: RoundAction, by: string): RoundRefusal[] => [
  ...(action === 'submit' && facts.accepted === 0 ? [deny('subscription.empty')] : []),
  ...(action === 'submit' && facts.unreviewed > 0
    ? [deny('subscription.unreviewed', { lines: facts.unreviewed })]
    : []),
  ...((action === 'approve' || action === 'refuse') && facts.submittedBy === by
    ? [deny('subscription.own-submission')]
    : []),
  ...(action === 'revise' && facts.arrived > 0
    ? [deny('subscription.issues-arrived', { issues: facts.arrived })]
    : []),
];

/** Professional journals of the library's staff stand in no reading room. */
export const mayStandIn = (audience: SerialAudience, room: SubscriptionRoom): boolean =>
  audience !== 'staff' || room === 'staff';

/** A serial that shall be taken for a room. */
export type NewLine = {
  readonly titleId: TitleId;
  readonly room: SubscriptionRoom;
  readonly copies: number;
  readonly priceFen: number;
  readonly shelfOrder: string | null;
};
