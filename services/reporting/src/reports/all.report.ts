// Emitted from the files beside it: `npm run emit`.
import { acquisitionsBySource } from './acquisitions-by-source/acquisitions-by-source.report.js';
import { businessByMonth } from './business-by-month/business-by-month.report.js';
import { copiesUsed } from './copies-used/copies-used.report.js';
import { givenCopies } from './given-copies/given-copies.report.js';
import { holdingsByClc } from './holdings-by-clc/holdings-by-clc.report.js';
import { loansPerClass } from './loans-per-class/loans-per-class.report.js';
import { loansPerReaderKind } from './loans-per-reader-kind/loans-per-reader-kind.report.js';
import { lossAndWear } from './loss-and-wear/loss-and-wear.report.js';
import { newCopiesPerPupil } from './new-copies-per-pupil/new-copies-per-pupil.report.js';
import { schoolsCompared } from './schools-compared/schools-compared.report.js';
import { stockLosses } from './stock-losses/stock-losses.report.js';
import { yearConsolidated } from './year-consolidated/year-consolidated.report.js';
import type { Report } from './report-definition.report.js';

/** All that can be asked for. */
export const reports: readonly Report[] = [
  acquisitionsBySource,
  businessByMonth,
  copiesUsed,
  givenCopies,
  holdingsByClc,
  loansPerClass,
  loansPerReaderKind,
  lossAndWear,
  newCopiesPerPupil,
  schoolsCompared,
  stockLosses,
  yearConsolidated,
];
