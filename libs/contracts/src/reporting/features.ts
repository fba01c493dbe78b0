// Emitted from the files beside it: `npm run emit`.
import { assetExportsAccess } from './asset-exports.access.js';
import { assetExportsProblems } from './asset-exports.problems.js';
import { assetExportsTags } from './asset-exports.tags.js';
import { figuresAccess } from './figures.access.js';
import { figuresTags } from './figures.tags.js';
import { reportRunsAccess } from './report-runs.access.js';
import { reportsAccess } from './reports.access.js';
import { reportsProblems } from './reports.problems.js';
import { reportsTags } from './reports.tags.js';
import { teacherReadingAccess } from './teacher-reading.access.js';
import { teacherReadingTags } from './teacher-reading.tags.js';

export const reportingAccess = {
  ...assetExportsAccess,
  ...figuresAccess,
  ...reportRunsAccess,
  ...reportsAccess,
  ...teacherReadingAccess,
};
export const reportingProblems = {
  ...assetExportsProblems,
  ...reportsProblems,
};
export const reportingTags = {
  ...assetExportsTags,
  ...figuresTags,
  ...reportsTags,
  ...teacherReadingTags,
};
