import { figuresAccess } from './figures.access.js';
import { reportRunsAccess } from './report-runs.access.js';
import { reportsAccess } from './reports.access.js';
import { reportsProblems } from './reports.problems.js';

/** Each feature brings its operations and its refusals; here they are only put together. */
export const reportingAccess = { ...figuresAccess, ...reportsAccess, ...reportRunsAccess };
export const reportingProblems = { ...reportsProblems };
