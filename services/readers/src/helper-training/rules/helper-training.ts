import type { CalendarDay, ReaderId, SchoolId, TermId } from '@shulian/contracts/ids';

export const TRAINING_STATUSES = ['planned', 'held', 'cancelled'] as const;
export type TrainingStatus = (typeof TRAINING_STATUSES)[number];

export const TRAINING_STEPS = ['hold', 'cancel', 'reopen'] as const;
export type TrainingStep = (typeof TRAINING_STEPS)[number];

export const TRAINING_RESULTS = ['passed', 'failed'] as const;
export type TrainingResult = (typeof TRAINING_RESULTS)[number];

/** A training of class helpers (RDR-026). */
export type HelperTraining = {
  readonly id: string;
  readonly version: number;
  readonly schoolId: SchoolId;
  readonly name: string;
  readonly heldOn: CalendarDay;
  readonly minutes: number;
  readonly place: string | null;
  readonly trainer: string;
  /** Its subjects, as 中图法 and 规章制度. */
  readonly syllabus: readonly string[];
  readonly grades: readonly number[];
  readonly required: boolean;
  readonly status: TrainingStatus;
  readonly enteredOn: CalendarDay;
  readonly enteredBy: string;
};

/** One pupil at a training; who was not there has no result. */
export type Attendance = {
  readonly readerId: ReaderId;
  readonly present: boolean;
  readonly result: TrainingResult | null;
  readonly note: string | null;
};

/** The grades that the trainings of a term are for above all (RDR-031). */
export type TrainingFocus = {
  readonly termId: TermId;
  readonly schoolId: SchoolId;
  readonly grades: readonly number[];
  readonly aim: string | null;
  readonly setOn: CalendarDay;
  readonly setBy: string;
};

/** The state after a step; null: it cannot be taken now. */
export function afterStep(status: TrainingStatus, step: TrainingStep): TrainingStatus | null {
  switch (step) {
    case 'hold':
      return status === 'planned' ? 'held' : null;
    case 'cancel':
      return status === 'planned' ? 'cancelled' : null;
    case 'reopen':
      return status === 'planned' ? null : 'planned';
  }
}
