import { statement, type Session } from '@shulian/service-kit';
import type { WorkReport } from './rules/report.js';
import { REPORT_VIEW, workReportTable } from './work-report.row.js';
import type { ReportView } from './work-reports.http.js';

const VIEW = statement('workReports.view', `${REPORT_VIEW} where r.id = $1`);

export class WorkReportsRepository {
  constructor(private readonly session: Session) {}

  async add(report: WorkReport): Promise<void> {
    await this.session.manager.insert(workReportTable, report);
  }

  locked(id: string): Promise<WorkReport | null> {
    return this.session.manager.findOne(workReportTable, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
  }

  /** What was sent stands; only what became of it is written. */
  async settle({ id, status, settledOn, settledBy, remark }: WorkReport): Promise<void> {
    await this.session.manager.update(workReportTable, { id }, { status, settledOn, settledBy, remark });
  }

  async view(id: string): Promise<ReportView> {
    const [row] = await this.session.rows<ReportView>(VIEW, [id]);
    if (row === undefined) throw new Error('the report is gone');
    return row;
  }
}
