import type { Language } from '@shulian/service-kit';

export { ReportScopeAsked as ReportRunAsked } from './reports.http.js';

export const REPORT_RUN = 'report-run';

/** What a run is queued with: everything was decided when it was asked for. */
export type ReportRun = {
  readonly name: string;
  readonly schoolId: string | null;
  readonly knowsReaders: boolean;
  readonly from: string;
  readonly to: string;
  readonly classId: string | null;
  readonly language: Language;
};
