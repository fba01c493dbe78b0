import type { SchoolId } from '@shulian/contracts/ids';
import type { Statement, Words } from '@shulian/service-kit';
import type { ReportRow } from './reports.http.js';
import type { Period } from './rules/period.js';
import type { PrivacyFloor } from './rules/privacy-floor.js';

/** What a report is asked for; without a school for the county. */
export type Scope = Period & { readonly schoolId: SchoolId | null; readonly classId: string | null };

/** What may be said when a report is asked for, by the name it has in the query. */
export const reportParameters = {
  schoolId: { type: 'id', title: { zh: '学校', en: 'School' } },
  from: { type: 'day', title: { zh: '起始日期', en: 'First day' } },
  to: { type: 'day', title: { zh: '截止日期', en: 'Last day' } },
  classId: { type: 'id', title: { zh: '班级', en: 'Class' } },
} as const;
export type ParameterName = keyof typeof reportParameters;

/** `id` columns are for the next call: they are not printed. */
export type ReportColumn = {
  readonly title: Words;
  readonly type: 'id' | 'text' | 'integer' | 'decimal' | 'day' | 'fen';
  /** The words for values that programs read. */
  readonly words?: Readonly<Record<string, Words>>;
};

/** A report: what it is called and asked for, what its columns are, and the statement that answers from the sums. */
export type Report = {
  readonly name: string;
  readonly title: Words;
  readonly parameters: readonly ParameterName[];
  readonly columns: Readonly<Record<string, ReportColumn>>;
  /** Rows of so few people that the county would learn what a child did; their own school sees them. */
  readonly privacyFloor?: PrivacyFloor;
  /** Days of the longest period for the county, where it must be shorter than for a school. */
  readonly longestForCounty?: number;
  /** The same for a school, where days are read one by one. */
  readonly longestForSchool?: number;
  /** What it is made for where no first day is said; the term that runs, if nothing else. */
  readonly usualPeriod?: 'week';
  readonly statement: Statement;
  /** The values of the statement. */
  readonly values: (scope: Scope) => readonly unknown[];
  /** A row as it is shown, where the statement alone cannot say it. */
  readonly shown?: (row: ReportRow, scope: Scope) => ReportRow;
  /** Rows as they may look, for documents and for whoever makes a screen. */
  readonly sample: readonly ReportRow[];
};

/** Average per head, one decimal, as the schools write it (36,800 / 1,156 = 31.8); 0 where nothing, null where nobody. */
export const perHead = (sum: string, heads: string): string =>
  `round(coalesce(${sum}, 0)::numeric / nullif(${heads}, 0), 1)::float8`;

/** Share in percent, one decimal; null of nothing. */
export const percent = (part: string, whole: string): string =>
  `round(100.0 * coalesce(${part}, 0) / nullif(${whole}, 0), 1)::float8`;

/** Before all sums: what stands on a day is all that came and went until then. */
export const BEGINNING = `date '0001-01-01'`;

/** In the sums of the stock, the county is a school of its own. */
export const COUNTY = `'00000000-0000-0000-0000-000000000000'::uuid`;
