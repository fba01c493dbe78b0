type Row = Readonly<Record<string, string | number | null>>;

/** Where a row counts fewer people than `least`, what they did is left out: the columns that tell of it. */
export type PrivacyFloor = {
  readonly people: string;
  readonly least: number;
  readonly hides: readonly string[];
  /** Rows that are of no person at all: nothing of them is hidden. */
  readonly ofNobody?: (row: Row) => boolean;
  /** For a row that tells of other people as well. */
  readonly and?: PrivacyFloor;
};

/** The row as somebody may see it who knows none of the people in it. */
export function aboveFloor(row: Row, { people, least, hides, ofNobody, and }: PrivacyFloor): Row {
  const counted = row[people];
  const isWhole = ofNobody?.(row) === true || (typeof counted === 'number' && counted >= least);
  // Who borrowed and is no longer among those counted is nobody, too: a row of none with loans tells of a few.
  const shown = isWhole ? row : { ...row, ...Object.fromEntries(hides.map((column) => [column, null])) };
  return and === undefined ? shown : aboveFloor(shown, and);
}
