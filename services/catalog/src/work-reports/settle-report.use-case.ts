import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  OncePerKey,
  unknownThing,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import { settled } from './rules/report.js';
import type { ReportRemark } from './work-reports.http.js';
import { WorkReportsRepository } from './work-reports.repository.js';

/** The head has read a report, or the library takes it back before that. */
@Injectable()
export class SettleReport {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 out of reach, 409 `work-report.settled` */
  execute(
    caller: Caller,
    id: string,
    status: 'acknowledged' | 'withdrawn',
    { remark = null }: ReportRemark,
    request: DeskRequest | null,
  ): Promise<Answer> {
    return this.oncePerKey.run(request, 200, async (tx) => {
      const reports = tx.use(WorkReportsRepository);
      const report = await reports.locked(id);
      if (report === null || !caller.mayWorkAt(report.schoolId)) throw unknownThing();
      const next = settled(report, { status, remark, on: this.clock.today(), by: caller.id });
      if (next === null) throw conflict('work-report.settled');
      await reports.settle(next);
      return reports.view(id);
    });
  }
}
