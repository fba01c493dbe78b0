import { Injectable } from '@nestjs/common';
import { Clock, Lists, type Language, type Words } from '@shulian/service-kit';
import type { Column, Row, Table } from '@shulian/documents';
import { reports } from './all.report.js';
import type { ReportColumn } from './report-definition.report.js';
import type { ReportView } from './reports.http.js';

type Printed = Omit<Table, 'timeZone'>;

const words = {
  school: { zh: '学校', en: 'School' },
  county: { zh: '全县', en: 'The county' },
  period: { zh: '统计时段', en: 'Period' },
  stoodOn: { zh: '数据日期', en: 'As it stood on' },
  asOf: { zh: '数据截至', en: 'True for' },
} as const satisfies Record<string, Words>;

/** A report as it is printed: whose it is, for which days, and values in words; ids stay behind. */
@Injectable()
export class PrintedReport {
  constructor(
    private readonly lists: Lists,
    private readonly clock: Clock,
  ) {}

  async table(view: ReportView, language: Language): Promise<Printed> {
    const columns = Object.entries(reports.find(({ name }) => name === view.name)?.columns ?? {});
    return {
      title: view.title,
      notes: await this.notesOn(view, language),
      columns: columns.flatMap(([key, { title, type }]): Column[] =>
        type === 'id' ? [] : [{ key, title: title[language], type }],
      ),
      rows: view.rows.map((row): Row =>
        Object.fromEntries(columns.map((column) => inWords(row, column, language))),
      ),
      language,
    };
  }

  private async notesOn({ parameters, asOf }: ReportView, language: Language): Promise<string[]> {
    const { schoolId, from, to, stoodOn } = parameters;
    const [school] =
      schoolId === null
        ? []
        : await this.lists.rows<{ name: string }>('select name from known_school where school_id = $1', [
            schoolId,
          ]);
    const moment = new Date(asOf).toLocaleString('sv-SE', { timeZone: this.clock.zone });
    return [
      `${words.school[language]}: ${school?.name ?? words.county[language]}`,
      `${words.period[language]}: ${from ?? ''} – ${to ?? ''}    ${words.stoodOn[language]}: ${stoodOn ?? ''}`,
      `${words.asOf[language]}: ${moment}`,
    ];
  }
}

const inWords = (
  row: ReportView['rows'][number],
  [key, { words: inColumn }]: readonly [string, ReportColumn],
  language: Language,
): [string, string | number | null] => {
  const value = row[key] ?? null;
  return [key, typeof value === 'string' ? (inColumn?.[value]?.[language] ?? value) : value];
};
