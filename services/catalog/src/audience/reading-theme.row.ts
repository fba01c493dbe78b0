import { EntitySchema } from 'typeorm';

/** A theme of reading: of the county, or of one school. */
export type ReadingTheme = {
  readonly id: string;
  readonly version: number;
  readonly schoolId: string | null;
  readonly name: string;
  readonly closed: boolean;
};

export const readingThemeTable = new EntitySchema<ReadingTheme>({
  name: 'reading_theme',
  columns: {
    id: { type: 'uuid', primary: true },
    version: { type: 'int' },
    schoolId: { type: 'uuid', name: 'school_id', nullable: true },
    name: { type: 'text' },
    closed: { type: 'boolean' },
  },
});
