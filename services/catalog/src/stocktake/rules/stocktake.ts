import type { CalendarDay, LocationId, SchoolId, StocktakeId } from '@shulian/contracts/ids';
import type { CopyKind } from '@shulian/contracts/words';

export const STOCKTAKE_STATES = ['open', 'signed', 'cancelled'] as const;
export type StocktakeState = (typeof STOCKTAKE_STATES)[number];

/** What is counted: all of the school where nothing is said. */
export type Stretch = {
  readonly location: string | null;
  /** A place in the tree of the school, with all that is in it. */
  readonly locationId: LocationId | null;
  readonly kind: CopyKind | null;
  /** Class numbers, both ends in: I2 to I5 holds I561.45. */
  readonly clcFrom: string | null;
  readonly clcTo: string | null;
  readonly firstNumber: number;
  readonly lastNumber: number | null;
};

export type Stocktake = {
  readonly id: StocktakeId;
  readonly schoolId: SchoolId;
  readonly state: StocktakeState;
};

export type Opening = Stretch & {
  readonly id: StocktakeId;
  readonly schoolId: SchoolId;
  readonly name: string;
  /** The days that are set aside for it, as a vacation. */
  readonly beginsOn: CalendarDay | null;
  readonly endsOn: CalendarDay | null;
  readonly openedOn: CalendarDay;
  readonly openedBy: string;
};

/** Which ends of a stretch stand the wrong way round, as pointers into what was asked. */
export const reversedEnds = (
  input: Pick<Opening, 'clcFrom' | 'clcTo' | 'firstNumber' | 'lastNumber' | 'beginsOn' | 'endsOn'>,
): string[] => {
  const reversed: string[] = [];
  const { clcFrom, clcTo, firstNumber, lastNumber, beginsOn, endsOn } = input;
  if (clcFrom !== null && clcTo !== null && clcTo < clcFrom && !clcFrom.startsWith(clcTo))
    reversed.push('/clcTo');
  if (lastNumber !== null && lastNumber < firstNumber) reversed.push('/lastNumber');
  if (beginsOn !== null && endsOn !== null && endsOn < beginsOn) reversed.push('/endsOn');
  return reversed;
};
