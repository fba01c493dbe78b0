// Emitted from the files beside it: `npm run emit`.
import { holdingsByClc } from './holdings-by-clc/holdings-by-clc.report.js';
import { loansPerClass } from './loans-per-class/loans-per-class.report.js';
import { loansPerReaderKind } from './loans-per-reader-kind/loans-per-reader-kind.report.js';
import { schoolsCompared } from './schools-compared/schools-compared.report.js';
import type { Report } from './report-definition.report.js';

/** All that can be asked for. */
export const reports: readonly Report[] = [holdingsByClc, loansPerClass, loansPerReaderKind, schoolsCompared];
