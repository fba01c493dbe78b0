import { Injectable } from '@nestjs/common';
import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';
import { schoolYearOf } from '@shulian/contracts/readers';
import {
  Clock,
  denied,
  Freshness,
  LIST_FORMATS,
  Lists,
  Problem,
  statement,
  type Caller,
  type Language,
} from '@shulian/service-kit';
import { reports } from './all.report.js';
import { reportParameters, type Report } from './report-definition.report.js';
import type { ReportColumnView, ReportRow, ReportsList, ReportView } from './reports.http.js';
import { calendarDay, daysIn, LONGEST_PERIOD, mondayOf, periodOf, type Period } from './rules/period.js';
import { aboveFloor } from './rules/privacy-floor.js';

export type ReportScope = { readonly schoolId: SchoolId | null; readonly knowsReaders: boolean };
type PeriodAsked = { readonly from?: string | undefined; readonly to?: string | undefined };
export type ReportInput = PeriodAsked & { readonly classId?: string | null | undefined };

const TERM_BEGAN = statement(
  'reports.term-began',
  `select max(starts_on)::text as day from known_term where starts_on <= $2::date and ($1::uuid is null or school_id = $1)`,
);

const periodInvalid = (longest: number): Problem =>
  new Problem(400, 'report.period-invalid', { facts: { longestPeriodDays: longest } });

@Injectable()
export class ReportsQuery {
  constructor(
    private readonly lists: Lists,
    private readonly clock: Clock,
    private readonly freshness: Freshness,
  ) {}

  list(language: Language): ReportsList {
    const items = reports.map((report) => ({
      name: report.name,
      title: report.title[language],
      parameters: report.parameters.map((name) => {
        const { title, type } = reportParameters[name];
        return { name, title: title[language], type };
      }),
      columns: columnsOf(report, language),
      privacyFloor: report.privacyFloor?.least ?? null,
      formats: [...LIST_FORMATS],
      sample: report.sample,
    }));
    return { items, nextCursor: null };
  }

  /**
   * For whom a report is made.
   * @throws Problem 403 for a school out of reach, and for the county where only one school is
   */
  scopeFor(caller: Caller, input: string | undefined): ReportScope {
    const schoolId = caller.schoolOrCounty(input);
    // Schools are compared by the county; a school sees itself.
    if (schoolId === null && !caller.reach.county) throw denied();
    return { schoolId, knowsReaders: mayKnowReaders(caller, schoolId) };
  }

  /** The days it would be made for. @throws Problem 404 `report.unknown`, 400 `report.period-invalid` */
  async periodFor(name: string, schoolId: SchoolId | null, input: PeriodAsked): Promise<Period> {
    const report = reportNamed(name);
    const longest = schoolId === null ? report.longestForCounty : report.longestForSchool;
    return this.periodOf(schoolId, input, longest ?? LONGEST_PERIOD, report.usualPeriod);
  }

  /**
   * @param schoolId null: the county
   * @param knowsReaders whether who asks may see each reader of the school by themselves; others see no row of a few people
   * @throws Problem 404 `report.unknown`, 400 `report.period-invalid`
   */
  async make(
    name: string,
    schoolId: SchoolId | null,
    knowsReaders: boolean,
    input: ReportInput,
    language: Language,
  ): Promise<ReportView> {
    const report = reportNamed(name);
    const period = await this.periodFor(name, schoolId, input);
    const classId = input.classId ?? null;
    const scope = { schoolId, ...period, classId };
    const asOf = await this.freshness.asOf();
    const found = await this.lists.rows<ReportRow>(report.statement, report.values(scope));
    return {
      name,
      title: report.title[language],
      asOf,
      parameters: {
        schoolId,
        from: period.from,
        to: period.to,
        stoodOn: period.on,
        ...(classId === null ? {} : { classId }),
      },
      columns: columnsOf(report, language),
      rows: found.map((row) => {
        const shown = onlyColumns(report, report.shown?.(row, scope) ?? row);
        return report.privacyFloor === undefined || knowsReaders
          ? shown
          : aboveFloor(shown, report.privacyFloor);
      }),
    };
  }

  private async periodOf(
    schoolId: SchoolId | null,
    input: PeriodAsked,
    longest: number,
    usual: 'week' | undefined,
  ): Promise<Period> {
    const today = this.clock.today();
    const to = calendarDay(input.to ?? today);
    if (to === null) throw periodInvalid(longest);
    const from =
      input.from === undefined ? await this.usualFirstDay(schoolId, to, usual) : calendarDay(input.from);
    const period = from === null ? null : periodOf(from, to, today);
    if (period === null || daysIn(period) > longest) throw periodInvalid(longest);
    return period;
  }

  private async usualFirstDay(
    schoolId: SchoolId | null,
    to: CalendarDay,
    usual: 'week' | undefined,
  ): Promise<CalendarDay> {
    return usual === 'week' ? mondayOf(to) : this.beganBefore(schoolId, to);
  }

  /** Without a first day: since the term that began last; since 1 September where no term began since then, a year before. */
  private async beganBefore(schoolId: SchoolId | null, to: CalendarDay): Promise<CalendarDay> {
    const [term] = await this.lists.rows<{ day: CalendarDay | null }>(TERM_BEGAN, [schoolId, to]);
    const schoolYear = `${schoolYearOf(to)}-09-01` as CalendarDay;
    const yearBefore = `${schoolYearOf(to) - 1}-09-01`;
    return term?.day != null && term.day >= yearBefore ? term.day : schoolYear;
  }
}

/** @throws Problem 404 `report.unknown` */
function reportNamed(name: string): Report {
  const report = reports.find((one) => one.name === name);
  if (report === undefined) throw new Problem(404, 'report.unknown');
  return report;
}

/** People of the school see each of its readers anyway; clients and the county do not. */
export const mayKnowReaders = ({ claims, reach }: Caller, schoolId: string | null): boolean =>
  claims.kind === 'account' && schoolId !== null && reach.schools.has(schoolId);

const columnsOf = ({ columns }: Report, language: Language): ReportColumnView[] =>
  Object.entries(columns).map(([key, { title, type }]) => ({ key, title: title[language], type }));

const onlyColumns = (report: Report, row: ReportRow): ReportRow =>
  Object.fromEntries(Object.keys(report.columns).map((key) => [key, row[key] ?? null]));
