import { tidyHeading, type MappedColumns } from './roster-columns.js';

/** What may be said of a whole list where it has no column for it. */
export const toldFields = ['kind', 'grade', 'class', 'section'] as const;
export type ToldField = (typeof toldFields)[number];

/** How a school reads a list. */
export type RosterMapping = {
  readonly id: string;
  readonly columns: MappedColumns;
  readonly told: Readonly<Partial<Record<ToldField, string>>>;
  /** The headings it is remembered for; null: it was asked for, whatever they are. */
  readonly headings: string | null;
};

/** The headings of a table as they are remembered: in their order, without what differs from copy to copy. */
export const headingsOf = (row: readonly string[]): string =>
  row.map(tidyHeading).join('|').replace(/\|+$/, '').slice(0, 2_000);
