import type { CalendarDay, ContestId, SchoolId } from '@shulian/contracts/ids';
import type { NoteKind } from '../../reading-notes/rules/reading-note.js';
import type { Takes } from './contest-types.js';

export const CONTEST_STATUSES = [
  'planned',
  'open',
  'closed',
  'judged',
  'published',
  'summarised',
  'cancelled',
] as const;
export type ContestStatus = (typeof CONTEST_STATUSES)[number];

export const CONTEST_STEPS = [
  'open',
  'close',
  'decide',
  'publish',
  'summarise',
  'reopen',
  'reopen-judging',
  'withdraw-publication',
  'take-up',
  'cancel',
  'plan-anew',
] as const;
export type ContestStep = (typeof CONTEST_STEPS)[number];

export const PRIZE_LEVELS = ['first', 'second', 'third', 'excellence'] as const;
export type PrizeLevel = (typeof PRIZE_LEVELS)[number];

/** So many prizes of a level in each ranking; `least` tenths of a point are needed for one. */
export type Quota = { readonly level: PrizeLevel; readonly count: number; readonly least: number };

export const RANKED_BY = ['school', 'grade', 'class'] as const;
export type RankedBy = (typeof RANKED_BY)[number];

/** Whose works they are. */
export const PER = ['reader', 'class'] as const;

export const VACATIONS = ['summer', 'winter'] as const;
export type Vacation = (typeof VACATIONS)[number];

/** Which reading notes a round takes, and which share of the pupils shall write each kind (ACT-024). */
export type NotesTaken = {
  readonly from: CalendarDay;
  readonly to: CalendarDay;
  readonly kinds: readonly NoteKind[];
  readonly vacation: Vacation | null;
  readonly targets: readonly { readonly kind: NoteKind; readonly percent: number }[];
};

export type Contest = {
  readonly id: ContestId;
  readonly version: number;
  readonly schoolId: SchoolId;
  readonly seriesId: string | null;
  /** Of a series: `2026-10` or `2026`. */
  readonly period: string | null;
  readonly name: string;
  readonly type: string;
  readonly theme: string | null;
  readonly organisers: readonly string[];
  readonly takes: Takes;
  readonly per: (typeof PER)[number];
  readonly compulsory: boolean;
  /** None: all. */
  readonly grades: readonly number[];
  readonly forPupils: boolean;
  readonly forTeachers: boolean;
  readonly takesText: boolean;
  readonly takesFiles: boolean;
  readonly takesPaper: boolean;
  readonly opensOn: CalendarDay;
  readonly dueOn: CalendarDay;
  /** `HH:MM` on the wall clock of the county; the minute itself is in time. */
  readonly dueTime: string;
  readonly judgedBy: CalendarDay | null;
  readonly publishesOn: CalendarDay | null;
  readonly plan: string | null;
  readonly rule: string | null;
  readonly rankedBy: RankedBy;
  /** Scores that each work needs; null: of all judges who may judge it; 0: the mark of its note stands. */
  readonly scoresNeeded: number | null;
  readonly quotas: readonly Quota[];
  /** Of a paper: the most tenths of each question. */
  readonly questions: readonly number[];
  readonly minutes: number | null;
  readonly notes: NotesTaken | null;
  readonly status: ContestStatus;
  /** Why it was cancelled, or taken back. */
  readonly reason: string | null;
  readonly commendation: { readonly words: string; readonly heldOn: CalendarDay } | null;
  readonly summary: string | null;
  readonly publishedOn: CalendarDay | null;
  readonly lastNumber: number;
  readonly plannedOn: CalendarDay;
  readonly plannedBy: string;
};

const WAYS: Readonly<
  Record<ContestStep, { readonly from: readonly ContestStatus[]; readonly to: ContestStatus }>
> = {
  open: { from: ['planned'], to: 'open' },
  close: { from: ['open'], to: 'closed' },
  decide: { from: ['closed'], to: 'judged' },
  publish: { from: ['judged'], to: 'published' },
  summarise: { from: ['published'], to: 'summarised' },
  reopen: { from: ['closed'], to: 'open' },
  'reopen-judging': { from: ['judged'], to: 'closed' },
  'withdraw-publication': { from: ['published'], to: 'judged' },
  'take-up': { from: ['summarised'], to: 'published' },
  cancel: { from: ['planned', 'open', 'closed'], to: 'cancelled' },
  'plan-anew': { from: ['cancelled'], to: 'planned' },
};

/** The state after a step; null: it cannot be taken now. */
export const afterStep = (status: ContestStatus, step: ContestStep): ContestStatus | null =>
  WAYS[step].from.includes(status) ? WAYS[step].to : null;

/** Steps back say why. */
export const needsReason = (step: ContestStep): boolean =>
  step === 'cancel' || step === 'withdraw-publication' || step === 'reopen-judging';

/** Whether a moment, `YYYY-MM-DD` and `HH:MM`, is after the deadline: its minute is still in time. */
export const isLate = (
  { dueOn, dueTime }: Pick<Contest, 'dueOn' | 'dueTime'>,
  at: { readonly day: string; readonly time: string },
): boolean => `${at.day} ${at.time}` > `${dueOn} ${dueTime}`;

/** What of the days of a contest is out of order, by its field; null: nothing. */
export function daysFault(
  contest: Pick<Contest, 'opensOn' | 'dueOn' | 'judgedBy' | 'publishesOn' | 'notes'>,
): string | null {
  const { opensOn, dueOn, judgedBy, publishesOn, notes } = contest;
  if (dueOn < opensOn) return '/dueOn';
  if (judgedBy !== null && judgedBy < dueOn) return '/judgedBy';
  if (publishesOn !== null && publishesOn < (judgedBy ?? dueOn)) return '/publishesOn';
  return notes !== null && notes.to < notes.from ? '/notesTo' : null;
}

/** Whether a contest is for somebody: a teacher, or a pupil of a grade (null: of none that is known). */
export const isFor = (
  { forPupils, forTeachers, grades }: Pick<Contest, 'forPupils' | 'forTeachers' | 'grades'>,
  who: { readonly kind: string | null; readonly grade: number | null },
): boolean => {
  if (who.kind === 'teacher' || who.kind === 'staff') return forTeachers;
  return forPupils && (grades.length === 0 || (who.grade !== null && grades.includes(who.grade)));
};
