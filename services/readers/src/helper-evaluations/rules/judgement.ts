import type { CalendarDay, TermId } from '@shulian/contracts/ids';

export const JUDGEMENTS = ['excellent', 'good', 'sufficient', 'insufficient'] as const;
export type Judgement = (typeof JUDGEMENTS)[number];

/** What the library says of a helper for a term (RDR-034). */
export type HelperJudgement = {
  readonly termId: TermId;
  readonly helperId: string;
  readonly grade: Judgement;
  readonly awarded: boolean;
  readonly words: string | null;
  readonly judgedOn: CalendarDay;
  readonly judgedBy: string;
};

/** What the work log and the trainings of a term say. */
type TermOfHelper = {
  readonly kept: number;
  readonly late: number;
  readonly missed: number;
  readonly stoodIn: number;
  readonly trainings: number;
};

/** Two for a duty that was kept or taken over, one for a late one, three for a training; a missed duty takes two away. */
export const pointsOf = ({ kept, late, missed, stoodIn, trainings }: TermOfHelper): number =>
  2 * (kept + stoodIn) + late + 3 * trainings - 2 * missed;
