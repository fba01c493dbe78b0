/** Where a row counts fewer people than `least` (but not none), what they did is left out: the columns that tell of it. */
export type PrivacyFloor = {
  readonly people: string;
  readonly least: number;
  readonly hides: readonly string[];
};

type Row = Readonly<Record<string, string | number | null>>;

/** The row as somebody may see it who knows none of the people in it. */
export function aboveFloor(row: Row, { people, least, hides }: PrivacyFloor): Row {
  const counted = row[people];
  // Who borrowed and is no longer among those counted is nobody, too: a row of none with loans tells of a few.
  if (typeof counted === 'number' && counted >= least) return row;
  return { ...row, ...Object.fromEntries(hides.map((column) => [column, null])) };
}
