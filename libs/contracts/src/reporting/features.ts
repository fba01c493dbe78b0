// Emitted from the files beside it: `npm run emit`.
import { assetExportsAccess } from './asset-exports.access.js';
import { assetExportsProblems } from './asset-exports.problems.js';
import { assetExportsTags } from './asset-exports.tags.js';
import { enteredYearsAccess } from './entered-years.access.js';
import { enteredYearsProblems } from './entered-years.problems.js';
import { enteredYearsTags } from './entered-years.tags.js';
import { figuresAccess } from './figures.access.js';
import { figuresTags } from './figures.tags.js';
import { libraryStandardsAccess } from './library-standards.access.js';
import { libraryStandardsTags } from './library-standards.tags.js';
import { reportRunsAccess } from './report-runs.access.js';
import { reportsAccess } from './reports.access.js';
import { reportsProblems } from './reports.problems.js';
import { reportsTags } from './reports.tags.js';
import { teacherReadingAccess } from './teacher-reading.access.js';
import { teacherReadingTags } from './teacher-reading.tags.js';

export const reportingAccess = {
  ...assetExportsAccess,
  ...enteredYearsAccess,
  ...figuresAccess,
  ...libraryStandardsAccess,
  ...reportRunsAccess,
  ...reportsAccess,
  ...teacherReadingAccess,
};
export const reportingProblems = {
  ...assetExportsProblems,
  ...enteredYearsProblems,
  ...reportsProblems,
};
export const reportingTags = {
  ...assetExportsTags,
  ...enteredYearsTags,
  ...figuresTags,
  ...libraryStandardsTags,
  ...reportsTags,
  ...teacherReadingTags,
};
