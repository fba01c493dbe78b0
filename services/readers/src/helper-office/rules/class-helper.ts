import type { CalendarDay, ReaderId, SchoolClassId, SchoolId } from '@shulian/contracts/ids';

export const WAYS_OF_CHOOSING = ['election', 'recommendation'] as const;
export type WayOfChoosing = (typeof WAYS_OF_CHOOSING)[number];

export const HELPER_STATUSES = ['proposed', 'appointed', 'declined', 'ended'] as const;
export type HelperStatus = (typeof HELPER_STATUSES)[number];

export const HELPER_DECISIONS = ['appoint', 'decline', 'end', 'take-back'] as const;
export type HelperDecision = (typeof HELPER_DECISIONS)[number];

/** What class helpers do (RDR-030). */
export const HELPER_DUTIES = [
  'lending',
  'shelving',
  'cleaning',
  'order-and-silence',
  'guiding-classmates',
  'supporting-teachers',
  'book-corner',
  /** borrows and returns for the classmates (借书员, CIR-017); one a class */
  'loan-officer',
] as const;
export type HelperDuty = (typeof HELPER_DUTIES)[number];

/** What each duty of a helper is called on paper. */
export const dutyWords: Readonly<Record<HelperDuty, { readonly zh: string; readonly en: string }>> = {
  lending: { zh: '借还', en: 'lending' },
  shelving: { zh: '整架', en: 'shelving' },
  cleaning: { zh: '保洁', en: 'cleaning' },
  'order-and-silence': { zh: '维持秩序', en: 'order and silence' },
  'guiding-classmates': { zh: '指导同学', en: 'guiding classmates' },
  'supporting-teachers': { zh: '协助老师', en: 'supporting teachers' },
  'book-corner': { zh: '图书角', en: 'book corner' },
  'loan-officer': { zh: '借书员', en: 'loan officer' },
};

/** A pupil who helps in the library for the class, with the term of office (RDR-025). */
export type ClassHelper = {
  readonly id: string;
  readonly version: number;
  readonly schoolId: SchoolId;
  readonly classId: SchoolClassId;
  readonly readerId: ReaderId;
  readonly chosenBy: WayOfChoosing;
  /** How many of the class voted for the pupil; null where nobody voted. */
  readonly votes: number | null;
  /** Which of the school's criteria the class sees met. */
  readonly criteria: readonly string[];
  readonly duties: readonly HelperDuty[];
  readonly words: string | null;
  readonly startsOn: CalendarDay;
  readonly endsOn: CalendarDay;
  readonly status: HelperStatus;
  readonly enteredOn: CalendarDay;
  readonly enteredBy: string;
  readonly decidedOn: CalendarDay | null;
  readonly decidedBy: string | null;
  readonly reason: string | null;
};

/** What a school says of its helpers. */
export type HelperRule = {
  readonly schoolId: SchoolId;
  readonly perClass: number;
  readonly criteria: readonly string[];
  readonly duties: readonly HelperDuty[];
  readonly dutyDaysOnly: boolean;
};

/** Where a school has said nothing: two a class, and what the schools' reports ask of them. */
export const usualRule = (schoolId: SchoolId): HelperRule => ({
  schoolId,
  perClass: 2,
  criteria: ['热爱读书', '组织能力强', '责任心强', '学习成绩优秀'],
  duties: HELPER_DUTIES.filter((duty) => duty !== 'loan-officer'),
  dutyDaysOnly: false,
});

const next: Readonly<Record<HelperDecision, Readonly<Partial<Record<HelperStatus, HelperStatus>>>>> = {
  appoint: { proposed: 'appointed' },
  decline: { proposed: 'declined' },
  end: { appointed: 'ended' },
  'take-back': { appointed: 'proposed', declined: 'proposed', ended: 'appointed' },
};

/** The state after a decision; null: it cannot be taken now. */
export const afterDecision = (status: HelperStatus, decision: HelperDecision): HelperStatus | null =>
  next[decision][status] ?? null;

/** A no has its reason. */
export const needsReason = (decision: HelperDecision): boolean =>
  decision === 'decline' || decision === 'end';

/** What a helper does of whom nothing is said; nobody becomes the loan officer of a class by the way. */
export const dutiesOf = ({ duties }: Pick<HelperRule, 'duties'>): HelperDuty[] =>
  duties.filter((duty) => duty !== 'loan-officer');
