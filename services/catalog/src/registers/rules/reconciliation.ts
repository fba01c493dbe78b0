/** The books of a school beside its copies, in volumes and fen. */
export type BooksAndCopies = {
  readonly accessions: number;
  readonly withdrawals: number;
  readonly balance: number;
  /** Sum of the classes that have something. */
  readonly classes: number;
  readonly balanceFen: number;
  readonly copies: number;
  readonly copiesFen: number;
  readonly onShelf: number;
  readonly readingRoom: number;
  readonly processing: number;
  readonly repair: number;
  readonly missing: number;
  readonly onLoan: number;
  readonly holdShelf: number;
  readonly inTransit: number;
  readonly lost: number;
  /** Struck, and yet circulation has them out. */
  readonly withdrawnButOut: number;
};

export const DIFFERENCES = [
  'individual',
  'classes',
  'volumes',
  'value',
  'places',
  'withdrawn-but-out',
] as const;
export type Difference = (typeof DIFFERENCES)[number];

const PLACES = [
  'onShelf',
  'readingRoom',
  'processing',
  'repair',
  'missing',
  'onLoan',
  'holdShelf',
  'inTransit',
  'lost',
] as const;

/** Copies at all the places where one can be: each is at one. */
export const placed = (school: BooksAndCopies): number =>
  PLACES.reduce((sum, place) => sum + school[place], 0);

/** What does not agree (CAT-040): individual lines = summary balance = sum of classes = copies at all places. */
export const differencesOf = (school: BooksAndCopies): Difference[] => {
  const disagrees: Readonly<Record<Difference, boolean>> = {
    individual: school.accessions - school.withdrawals !== school.balance,
    classes: school.classes !== school.balance,
    volumes: school.balance !== school.copies,
    value: school.balanceFen !== school.copiesFen,
    places: placed(school) !== school.copies,
    'withdrawn-but-out': school.withdrawnButOut > 0,
  };
  return DIFFERENCES.filter((difference) => disagrees[difference]);
};
