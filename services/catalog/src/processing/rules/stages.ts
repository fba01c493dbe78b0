import type { CalendarDay, CopyId } from '@shulian/contracts/ids';
import type { CopyKind, LendingState, StockState } from '@shulian/contracts/words';
import { firstStateOf } from '../../accession/rules/copy.js';

/** The way of a new copy to the reader, in its order. */
export const STAGES = [
  'received',
  'accepted',
  'stamped',
  'accessioned',
  'classified',
  'catalogued',
  'labelled',
  'shelved',
  'lendable',
] as const;
export type Stage = (typeof STAGES)[number];

/** Steps that somebody records; a copy is accessioned by being in the register at all. */
export const RECORDED_STAGES = STAGES.filter((stage) => stage !== 'accessioned');
export type RecordedStage = Exclude<Stage, 'accessioned'>;

/** Copies one request records a step of. */
export const MOST_STEPPED = 1_000;

/** Days over which it is seen how fast work goes. */
export const DAYS_LOOKED_BACK = 14;

export type DoneStep = { readonly stage: RecordedStage; readonly on: CalendarDay };

/** A copy on its way, with the steps that stand. */
export type CopyOnItsWay = {
  readonly id: CopyId;
  readonly kind: CopyKind;
  readonly stockState: StockState;
  readonly clc: string | null;
  readonly done: readonly DoneStep[];
};

export type StepRefusal = {
  readonly code:
    | 'processing.not-in-processing'
    | 'processing.done-already'
    | 'processing.earlier-missing'
    | 'processing.day-before-earlier'
    | 'processing.no-class';
};

export type PlannedSteps = {
  /** In their order; none where something speaks against it. */
  readonly steps: readonly RecordedStage[];
  readonly refusals: readonly StepRefusal[];
};

/**
 * The steps that are written for one copy when somebody says that a stage is done on a day. What comes before must be done, or
 * is said to be done with it; a class number must be there before the copy counts as classified.
 */
export const plannedSteps = (
  copy: CopyOnItsWay,
  stage: RecordedStage,
  on: CalendarDay,
  withEarlier: boolean,
): PlannedSteps => {
  if (copy.stockState !== 'processing') return refused('processing.not-in-processing');
  const done = new Set(copy.done.map((step) => step.stage));
  if (done.has(stage)) return refused('processing.done-already');
  const due = RECORDED_STAGES.slice(0, RECORDED_STAGES.indexOf(stage) + 1).filter((one) => !done.has(one));
  const codes: StepRefusal['code'][] = [];
  if (due.length > 1 && !withEarlier) codes.push('processing.earlier-missing');
  if (copy.done.some((step) => step.on > on)) codes.push('processing.day-before-earlier');
  if (due.includes('classified') && copy.clc === null) codes.push('processing.no-class');
  return codes.length > 0 ? refused(...codes) : { steps: due, refusals: [] };
};

const refused = (...codes: StepRefusal['code'][]): PlannedSteps => ({
  steps: [],
  refusals: codes.map((code) => ({ code })),
});

/** The last step of a copy; steps are done in their order, so it is the one furthest on. */
export const lastStep = (done: readonly DoneStep[]): RecordedStage | null =>
  RECORDED_STAGES.findLast((stage) => done.some((step) => step.stage === stage)) ?? null;

export type UndoStepRefusal = {
  readonly code: 'processing.not-last-step' | 'processing.changed-since' | 'copy.on-loan';
};

/** Why a step of a copy is not taken back: only the last one is, and a copy that is out has been lent for good. */
export const undoStepRefusals = (
  copy: CopyOnItsWay,
  stage: RecordedStage,
  lending: LendingState,
): UndoStepRefusal[] => {
  if (lastStep(copy.done) !== stage) return [{ code: 'processing.not-last-step' }];
  const expected = stage === 'lendable' ? firstStateOf(copy.kind) : 'processing';
  return [
    ...(copy.stockState === expected ? [] : [{ code: 'processing.changed-since' as const }]),
    ...(stage === 'lendable' && lending !== 'in' ? [{ code: 'copy.on-loan' as const }] : []),
  ];
};

/** How a refusal of many copies is told: each reason once, with how many it is and one of them. */
export type CountedRefusal<Code> = {
  readonly code: Code;
  readonly copies: number;
  readonly barcode: string;
};
export const counted = <Code extends string>(
  found: readonly { readonly barcode: string; readonly refusals: readonly { readonly code: Code }[] }[],
): CountedRefusal<Code>[] => {
  const byCode = new Map<Code, CountedRefusal<Code>>();
  for (const { barcode, refusals } of found)
    for (const { code } of refusals) {
      const before = byCode.get(code);
      byCode.set(code, { code, copies: (before?.copies ?? 0) + 1, barcode: before?.barcode ?? barcode });
    }
  return [...byCode.values()];
};

export type StageCounts = {
  readonly stage: Stage;
  /** Copies whose next step this is. */
  readonly waiting: number;
  /** Volumes done in the days that are looked at. */
  readonly doneLately: number;
};
export type BacklogLine = StageCounts & {
  /** Copies that still have to come through here, those at earlier stages among them. */
  readonly toDo: number;
  /** Volumes a day, Sundays and holidays included, to one decimal. */
  readonly perDay: number;
  /** Calendar days at this pace; null where nothing moves, 0 where nothing waits. */
  readonly daysToGo: number | null;
};

/** What waits at each stage, how fast it goes, and when it will be done at that pace. */
export const backlogOf = (stages: readonly StageCounts[]): BacklogLine[] => {
  let toDo = 0;
  return stages.map((counts) => {
    toDo += counts.waiting;
    return {
      ...counts,
      toDo,
      perDay: Math.round((counts.doneLately * 10) / DAYS_LOOKED_BACK) / 10,
      daysToGo:
        toDo === 0
          ? 0
          : counts.doneLately === 0
            ? null
            : Math.ceil((toDo * DAYS_LOOKED_BACK) / counts.doneLately),
    };
  });
};
