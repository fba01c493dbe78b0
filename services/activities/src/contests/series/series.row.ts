import { EntitySchema } from 'typeorm';
import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';
import type { ContestTerms } from '../rules/contest-terms.js';
import type { Rhythm, SeriesEvery } from '../rules/series.js';

/** A contest of every month or year; each of its contests is planned on its terms. */
export type Series = {
  readonly id: string;
  readonly version: number;
  readonly schoolId: SchoolId;
  readonly name: string;
  readonly every: SeriesEvery;
  readonly rhythm: Rhythm;
  readonly onlyInTerm: boolean;
  readonly template: ContestTerms;
  readonly ended: boolean;
  readonly madeOn: CalendarDay;
  readonly madeBy: string;
};

export const contestSeriesTable = new EntitySchema<Series>({
  name: 'contest_series',
  columns: {
    id: { type: 'uuid', primary: true },
    version: { type: 'int' },
    schoolId: { type: 'uuid', name: 'school_id' },
    name: { type: 'text' },
    every: { type: 'text' },
    rhythm: { type: 'jsonb' },
    onlyInTerm: { type: 'boolean', name: 'only_in_term' },
    template: { type: 'jsonb' },
    ended: { type: 'boolean' },
    madeOn: { type: 'date', name: 'made_on' },
    madeBy: { type: 'text', name: 'made_by' },
  },
});

/** A series `s` as it is shown, with the contests that were made of it. */
export const SERIES_VIEW = `select s.id, s.version, s.school_id as "schoolId", s.name, s.rhythm, s.only_in_term as "onlyInTerm",
    s.template as contest, s.ended, m.made, m."lastPeriod"
  from contest_series s cross join lateral (
    select count(*)::int as made, max(c.period) as "lastPeriod" from contest c where c.series_id = s.id) m`;
