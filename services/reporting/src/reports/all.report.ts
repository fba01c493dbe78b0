// Emitted from the files beside it: `npm run emit`.
import { acquisitionsBySource } from './acquisitions-by-source/acquisitions-by-source.report.js';
import { businessByMonth } from './business-by-month/business-by-month.report.js';
import { classRanking } from './class-ranking/class-ranking.report.js';
import { classReadingTable } from './class-reading-table/class-reading-table.report.js';
import { copiesUsed } from './copies-used/copies-used.report.js';
import { givenCopies } from './given-copies/given-copies.report.js';
import { holdingsByClc } from './holdings-by-clc/holdings-by-clc.report.js';
import { inspectionFigures } from './inspection-figures/inspection-figures.report.js';
import { lessonsAndVisits } from './lessons-and-visits/lessons-and-visits.report.js';
import { loansPerClass } from './loans-per-class/loans-per-class.report.js';
import { loansPerReaderKind } from './loans-per-reader-kind/loans-per-reader-kind.report.js';
import { lossAndWear } from './loss-and-wear/loss-and-wear.report.js';
import { newCopiesPerPupil } from './new-copies-per-pupil/new-copies-per-pupil.report.js';
import { otherHoldings } from './other-holdings/other-holdings.report.js';
import { recommendationCoverage } from './recommendation-coverage/recommendation-coverage.report.js';
import { roomUse } from './room-use/room-use.report.js';
import { schoolsCompared } from './schools-compared/schools-compared.report.js';
import { seatsPerPupil } from './seats-per-pupil/seats-per-pupil.report.js';
import { specialRoomUse } from './special-room-use/special-room-use.report.js';
import { stockLosses } from './stock-losses/stock-losses.report.js';
import { targetsAndActual } from './targets-and-actual/targets-and-actual.report.js';
import { visitsByDepartment } from './visits-by-department/visits-by-department.report.js';
import { visitsByGrade } from './visits-by-grade/visits-by-grade.report.js';
import { yearConsolidated } from './year-consolidated/year-consolidated.report.js';
import { yearlyTrend } from './yearly-trend/yearly-trend.report.js';
import type { Report } from './report-definition.report.js';

/** All that can be asked for. */
export const reports: readonly Report[] = [
  acquisitionsBySource,
  businessByMonth,
  classRanking,
  classReadingTable,
  copiesUsed,
  givenCopies,
  holdingsByClc,
  inspectionFigures,
  lessonsAndVisits,
  loansPerClass,
  loansPerReaderKind,
  lossAndWear,
  newCopiesPerPupil,
  otherHoldings,
  recommendationCoverage,
  roomUse,
  schoolsCompared,
  seatsPerPupil,
  specialRoomUse,
  stockLosses,
  targetsAndActual,
  visitsByDepartment,
  visitsByGrade,
  yearConsolidated,
  yearlyTrend,
];
