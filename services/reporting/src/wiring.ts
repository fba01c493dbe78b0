// Emitted from the files beside it: `npm run emit`.
import type { Type } from '@nestjs/common';
import type { Migration } from '@shulian/service-kit';
import { CreateEventTables1790000000000 } from '#migrations/1790000000000-create-event-tables';
import { CreateKnownSchoolsAndReaders1790000100000 } from '#migrations/1790000100000-create-known-schools-and-readers';
import { CreateKnownTitlesAndCopies1790000200000 } from '#migrations/1790000200000-create-known-titles-and-copies';
import { CreateKnownLoans1790000300000 } from '#migrations/1790000300000-create-known-loans';
import { DropOutboxIndexes1790001000000 } from '#migrations/1790001000000-drop-outbox-indexes';
import { CreateDigestedPositions1790002101000 } from '#migrations/1790002101000-create-digested-positions';
import { KeepParkedBytes1790002102000 } from '#migrations/1790002102000-keep-parked-bytes';
import { SetEventsAside1790002200000 } from '#migrations/1790002200000-set-events-aside';
import { CreateWatermarks1790002201000 } from '#migrations/1790002201000-create-watermarks';
import { ForgetHighWater1790002202000 } from '#migrations/1790002202000-forget-high-water';
import { KnowSinceWhen1790002901000 } from '#migrations/1790002901000-know-since-when';
import { KeepSumsByDay1790002902000 } from '#migrations/1790002902000-keep-sums-by-day';
import { RememberComparisons1790002903000 } from '#migrations/1790002903000-remember-comparisons';
import { CountMembersByIndex1790002904000 } from '#migrations/1790002904000-count-members-by-index';
import { KnowLoansToClasses1790003201000 } from '#migrations/1790003201000-know-loans-to-classes';
import { ParkOncePerReading1790003600000 } from '#migrations/1790003600000-park-once-per-reading';
import { AskClassesOnceForGraduation1790003700000 } from '#migrations/1790003700000-ask-classes-once-for-graduation';
import { CreateDailyRuns1790004100000 } from '#migrations/1790004100000-create-daily-runs';
import { CreateJobTables1790004670000 } from '#migrations/1790004670000-create-job-tables';
import { BoundJobs1790004670100 } from '#migrations/1790004670100-bound-jobs';
import { KeepJobOutputs1790004670200 } from '#migrations/1790004670200-keep-job-outputs';
import { CreateFiles1790004670300 } from '#migrations/1790004670300-create-files';
import { RememberOnlyReadersThatBorrowed1790004710000 } from '#migrations/1790004710000-remember-only-readers-that-borrowed';
import { CountReadingInTheRoom1790005210000 } from '#migrations/1790005210000-count-reading-in-the-room';
import { CountWhatComesAndGoes1790005530000 } from '#migrations/1790005530000-count-what-comes-and-goes';
import { KeepStandards1790005530100 } from '#migrations/1790005530100-keep-standards';
import { KnowSerialsEBooksAndStaff1790005530200 } from '#migrations/1790005530200-know-serials-e-books-and-staff';
import { EnterYears1790005530300 } from '#migrations/1790005530300-enter-years';
import { CountVisitsAndLessons1790005540000 } from '#migrations/1790005540000-count-visits-and-lessons';
import { HandAssetsOver1790005541000 } from '#migrations/1790005541000-hand-assets-over';
import { TrailWhoDidWhat1790005560500 } from '#migrations/1790005560500-trail-who-did-what';
import { AssetExportsModule } from './asset-exports/asset-exports.module.js';
import { EnteredYearsModule } from './entered-years/entered-years.module.js';
import { FiguresModule } from './figures/figures.module.js';
import { FromActivitiesModule } from './from-activities/from-activities.module.js';
import { FromCatalogModule } from './from-catalog/from-catalog.module.js';
import { FromCirculationModule } from './from-circulation/from-circulation.module.js';
import { FromReadersModule } from './from-readers/from-readers.module.js';
import { LibraryStandardsModule } from './library-standards/library-standards.module.js';
import { ReportsModule } from './reports/reports.module.js';
import { SumsModule } from './sums/sums.module.js';
import { TeacherReadingModule } from './teacher-reading/teacher-reading.module.js';

/** The rooms: each folder with a module of its name. */
export const rooms: readonly Type[] = [
  AssetExportsModule,
  EnteredYearsModule,
  FiguresModule,
  FromActivitiesModule,
  FromCatalogModule,
  FromCirculationModule,
  FromReadersModule,
  LibraryStandardsModule,
  ReportsModule,
  SumsModule,
  TeacherReadingModule,
];

/** In the order in which they run: that of their stamps. */
export const migrations: readonly Migration[] = [
  CreateEventTables1790000000000,
  CreateKnownSchoolsAndReaders1790000100000,
  CreateKnownTitlesAndCopies1790000200000,
  CreateKnownLoans1790000300000,
  DropOutboxIndexes1790001000000,
  CreateDigestedPositions1790002101000,
  KeepParkedBytes1790002102000,
  SetEventsAside1790002200000,
  CreateWatermarks1790002201000,
  ForgetHighWater1790002202000,
  KnowSinceWhen1790002901000,
  KeepSumsByDay1790002902000,
  RememberComparisons1790002903000,
  CountMembersByIndex1790002904000,
  KnowLoansToClasses1790003201000,
  ParkOncePerReading1790003600000,
  AskClassesOnceForGraduation1790003700000,
  CreateDailyRuns1790004100000,
  CreateJobTables1790004670000,
  BoundJobs1790004670100,
  KeepJobOutputs1790004670200,
  CreateFiles1790004670300,
  RememberOnlyReadersThatBorrowed1790004710000,
  CountReadingInTheRoom1790005210000,
  CountWhatComesAndGoes1790005530000,
  KeepStandards1790005530100,
  KnowSerialsEBooksAndStaff1790005530200,
  EnterYears1790005530300,
  CountVisitsAndLessons1790005540000,
  HandAssetsOver1790005541000,
  TrailWhoDidWhat1790005560500,
];
