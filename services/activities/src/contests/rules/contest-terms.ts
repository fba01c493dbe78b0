import type { CalendarDay, ContestId, SchoolId } from '@shulian/contracts/ids';
import { noteKinds, type NoteKind } from '../../reading-notes/rules/reading-note.js';
import type { Contest, NotesTaken, Quota, RankedBy } from './contest.js';
import type { Takes } from './contest-types.js';
import { gradesMeant, type GradeBand } from './grade-bands.js';

/** What is said of a contest, or of each contest of a series, besides its days. */
export type ContestTerms = {
  readonly name: string;
  readonly type: string;
  readonly theme?: string | null;
  readonly organisers: readonly string[];
  readonly per?: 'reader' | 'class';
  readonly compulsory?: boolean;
  readonly grades?: readonly number[];
  readonly bands?: readonly GradeBand[];
  readonly forPupils?: boolean;
  readonly forTeachers?: boolean;
  readonly takesText?: boolean;
  readonly takesFiles?: boolean;
  readonly takesPaper?: boolean;
  readonly dueTime?: string | null;
  readonly plan?: string | null;
  readonly rule?: string | null;
  readonly rankedBy?: RankedBy;
  readonly scoresNeeded?: number | null;
  readonly quotas?: readonly {
    readonly level: Quota['level'];
    readonly count: number;
    readonly least?: number | null;
  }[];
  readonly questions?: readonly number[];
  readonly minutes?: number | null;
  readonly noteKinds?: readonly NoteKind[];
  readonly targets?: NotesTaken['targets'];
};

export type ContestDays = Pick<Contest, 'opensOn' | 'dueOn' | 'judgedBy' | 'publishesOn'>;
type Given = ContestDays & {
  readonly id: ContestId;
  readonly schoolId: SchoolId;
  readonly takes: Takes;
  /** Of a round of notes: which days they are of. */
  readonly notesOf: Pick<NotesTaken, 'from' | 'to' | 'vacation'>;
  readonly seriesId: string | null;
  readonly period: string | null;
  readonly on: CalendarDay;
  readonly by: string;
};

/** 100 points in tenths. */
const MOST_TENTHS = 1_000;

export const quotasOf = (quotas: NonNullable<ContestTerms['quotas']>): Quota[] =>
  quotas.map(({ level, count, least }) => ({ level, count, least: least ?? 0 }));

/** What of the terms does not go together, by its field and a code; null: nothing. */
export function termsFault(
  terms: Pick<ContestTerms, 'quotas' | 'questions' | 'scoresNeeded' | 'per' | 'forPupils' | 'forTeachers'>,
  takes: Takes,
): { readonly pointer: string; readonly code: string } | null {
  const levels = (terms.quotas ?? []).map(({ level }) => level);
  if (new Set(levels).size < levels.length) return { pointer: '/quotas', code: 'twice' };
  const questions = terms.questions ?? [];
  if (questions.length > 0 && takes !== 'papers') return { pointer: '/questions', code: 'no-paper' };
  if (questions.reduce((sum, most) => sum + most, 0) > MOST_TENTHS)
    return { pointer: '/questions', code: 'max' };
  if (terms.scoresNeeded === 0 && takes !== 'notes') return { pointer: '/scoresNeeded', code: 'min' };
  if (terms.per === 'class' && takes !== 'works') return { pointer: '/per', code: 'only-works' };
  if (terms.forPupils === false && terms.forTeachers !== true)
    return { pointer: '/forPupils', code: 'for-nobody' };
  return null;
}

/** A contest as it is planned: what was left out is as schools mostly have it. */
export const plannedContest = (terms: ContestTerms, given: Given): Contest => ({
  id: given.id,
  version: 1,
  schoolId: given.schoolId,
  seriesId: given.seriesId,
  period: given.period,
  name: terms.name,
  type: terms.type,
  theme: terms.theme ?? null,
  organisers: terms.organisers,
  takes: given.takes,
  per: terms.per ?? 'reader',
  compulsory: terms.compulsory ?? false,
  grades: gradesMeant(terms.grades ?? [], terms.bands ?? []),
  forPupils: terms.forPupils ?? true,
  forTeachers: terms.forTeachers ?? false,
  takesText: given.takes === 'works' && (terms.takesText ?? true),
  takesFiles: given.takes === 'works' && (terms.takesFiles ?? true),
  takesPaper: given.takes === 'papers' || (given.takes === 'works' && (terms.takesPaper ?? true)),
  opensOn: given.opensOn,
  dueOn: given.dueOn,
  dueTime: terms.dueTime ?? '23:59',
  judgedBy: given.judgedBy,
  publishesOn: given.publishesOn,
  plan: terms.plan ?? null,
  rule: terms.rule ?? null,
  rankedBy: terms.rankedBy ?? 'school',
  // A paper is marked once, whoever of the judges does it.
  scoresNeeded: terms.scoresNeeded ?? (given.takes === 'papers' ? 1 : null),
  quotas: quotasOf(terms.quotas ?? []),
  questions: terms.questions ?? [],
  minutes: terms.minutes ?? null,
  notes:
    given.takes === 'notes'
      ? {
          ...given.notesOf,
          kinds: terms.noteKinds?.length ? terms.noteKinds : noteKinds,
          targets: terms.targets ?? [],
        }
      : null,
  status: 'planned',
  reason: null,
  commendation: null,
  summary: null,
  publishedOn: null,
  lastNumber: 0,
  plannedOn: given.on,
  plannedBy: given.by,
});
