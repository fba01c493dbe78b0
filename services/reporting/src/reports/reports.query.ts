import { Injectable } from '@nestjs/common';
import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';
import { Clock, Database, Problem, statement } from '@shulian/service-kit';
import { Freshness } from '../freshness/freshness.query.js';
import { reports, type Report } from './report-catalogue.query.js';
import type { ReportRow, ReportsList, ReportView } from './reports.http.js';

type Language = 'zh' | 'en';
type Period = { readonly from: CalendarDay; readonly to: CalendarDay };

const TERM_BEGAN = statement(
  'reports.term-began',
  `select max(starts_on)::text as day from known_term where starts_on <= $2::date and ($1::uuid is null or school_id = $1)`,
);

export const formats = ['json', 'csv'] as const;

@Injectable()
export class ReportsQuery {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly freshness: Freshness,
  ) {}

  list(language: Language): ReportsList {
    const items = reports.map((report) => ({
      name: report.name,
      title: report.title[language],
      parameters: ['schoolId', 'from', 'to'],
      formats: [...formats],
    }));
    return { items, nextCursor: null };
  }

  /**
   * @param schoolId null: the county
   * @throws Problem 404 `report.unknown`, 400 `report.period-invalid`
   */
  async make(
    name: string,
    schoolId: SchoolId | null,
    asked: { readonly from?: string | undefined; readonly to?: string | undefined },
    language: Language,
  ): Promise<ReportView> {
    const report = reports.find((one) => one.name === name);
    if (report === undefined) throw new Problem(404, 'report.unknown');
    const period = await this.periodOf(schoolId, asked);
    const asOf = await this.freshness.asOf();
    const found = await this.database.rows<ReportRow>(report.statement, [
      schoolId,
      period.from,
      period.to,
      this.clock.today(),
    ]);
    return {
      name,
      title: report.title[language],
      asOf,
      parameters: { schoolId, ...period },
      columns: Object.entries(report.columns).map(([key, title]) => ({ key, title: title[language] })),
      rows: found.map((row) => onlyColumns(report, row)),
    };
  }

  /** Without a first day: since the term that began last; without a term: since 1 September, when the school year begins. */
  private async periodOf(
    schoolId: SchoolId | null,
    asked: { readonly from?: string | undefined; readonly to?: string | undefined },
  ): Promise<Period> {
    const today = this.clock.today();
    const to = dayOf(asked.to ?? today);
    const [term] =
      asked.from === undefined
        ? await this.database.rows<{ day: string | null }>(TERM_BEGAN, [schoolId, to])
        : [];
    const from = dayOf(asked.from ?? term?.day ?? schoolYearOf(to));
    if (from > to) throw new Problem(400, 'report.period-invalid');
    return { from, to };
  }
}

const onlyColumns = (report: Report, row: ReportRow): ReportRow =>
  Object.fromEntries(Object.keys(report.columns).map((key) => [key, row[key] ?? null]));

/** @throws Problem 400 for a day that no calendar has, like 30 February */
function dayOf(text: string): CalendarDay {
  const day = new Date(`${text}T00:00:00Z`);
  if (Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== text)
    throw new Problem(400, 'report.period-invalid');
  return text as CalendarDay;
}

const schoolYearOf = (day: CalendarDay): string => {
  const year = Number(day.slice(0, 4));
  return `${day.slice(5) >= '09-01' ? year : year - 1}-09-01`;
};
