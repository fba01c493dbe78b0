// Emitted from the files beside it: `npm run emit`.
import type { Type } from '@nestjs/common';
import type { Migration } from '@shulian/service-kit';
import type { EntitySchema } from 'typeorm';
import { CreateEventTables1790000000000 } from '#migrations/1790000000000-create-event-tables';
import { CreateReadingNote1790000100000 } from '#migrations/1790000100000-create-reading-note';
import { CreateKnownReader1790000200000 } from '#migrations/1790000200000-create-known-reader';
import { CreateKnownTitle1790000300000 } from '#migrations/1790000300000-create-known-title';
import { DropOutboxIndexes1790001000000 } from '#migrations/1790001000000-drop-outbox-indexes';
import { CreateDigestedPositions1790002101000 } from '#migrations/1790002101000-create-digested-positions';
import { KeepParkedBytes1790002102000 } from '#migrations/1790002102000-keep-parked-bytes';
import { SetEventsAside1790002200000 } from '#migrations/1790002200000-set-events-aside';
import { ParkOncePerReading1790003600000 } from '#migrations/1790003600000-park-once-per-reading';
import { CreateWatermarks1790004723000 } from '#migrations/1790004723000-create-watermarks';
import { CreateFiles1790005400000 } from '#migrations/1790005400000-create-files';
import { CreateDailyRuns1790005400100 } from '#migrations/1790005400100-create-daily-runs';
import { CreateJobTables1790005400200 } from '#migrations/1790005400200-create-job-tables';
import { BoundJobs1790005400300 } from '#migrations/1790005400300-bound-jobs';
import { KeepJobOutputs1790005400400 } from '#migrations/1790005400400-keep-job-outputs';
import { KnowClassesAndTerms1790005401000 } from '#migrations/1790005401000-know-classes-and-terms';
import { CallTitlesByName1790005401100 } from '#migrations/1790005401100-call-titles-by-name';
import { KeepLogbooks1790005402000 } from '#migrations/1790005402000-keep-logbooks';
import { PublishLibraryPages1790005503000 } from '#migrations/1790005503000-publish-library-pages';
import { HoldContests1790005510000 } from '#migrations/1790005510000-hold-contests';
import { MarkReadingNotes1790005511000 } from '#migrations/1790005511000-mark-reading-notes';
import { ShareLessonEssays1790005513000 } from '#migrations/1790005513000-share-lesson-essays';
import { DisplayWorks1790005514000 } from '#migrations/1790005514000-display-works';
import { KnowLoansAndCopies1790005520000 } from '#migrations/1790005520000-know-loans-and-copies';
import { RecommendNewBooks1790005520100 } from '#migrations/1790005520100-recommend-new-books';
import { HoldAwardRounds1790005520200 } from '#migrations/1790005520200-hold-award-rounds';
import { ChooseScholarlyClasses1790005520300 } from '#migrations/1790005520300-choose-scholarly-classes';
import { RunReadingCampaigns1790005520400 } from '#migrations/1790005520400-run-reading-campaigns';
import { VoteForFavouriteBooks1790005520500 } from '#migrations/1790005520500-vote-for-favourite-books';
import { KeepReaderBoards1790005520600 } from '#migrations/1790005520600-keep-reader-boards';
import { PublishOnChannels1790005520700 } from '#migrations/1790005520700-publish-on-channels';
import { MatchBooksAndReaders1790005520800 } from '#migrations/1790005520800-match-books-and-readers';
import { TrailWhoDidWhat1790005560500 } from '#migrations/1790005560500-trail-who-did-what';
import { AwardRoundsModule } from './award-rounds/award-rounds.module.js';
import { BookMatchesModule } from './book-matches/book-matches.module.js';
import { BookRecommendationsModule } from './book-recommendations/book-recommendations.module.js';
import { BookVotesModule } from './book-votes/book-votes.module.js';
import { ClassContestsModule } from './class-contests/class-contests.module.js';
import { contestTable } from './contests/contest.row.js';
import { contestTypeTable } from './contests/contest.row.js';
import { ContestsModule } from './contests/contests.module.js';
import { contestEntryTable } from './contests/entries/entry.row.js';
import { contestSeriesTable } from './contests/series/series.row.js';
import { FromCatalogModule } from './from-catalog/from-catalog.module.js';
import { FromCirculationModule } from './from-circulation/from-circulation.module.js';
import { FromReadersModule } from './from-readers/from-readers.module.js';
import { lessonEssayTable } from './lesson-essays/lesson-essay.row.js';
import { LessonEssaysModule } from './lesson-essays/lesson-essays.module.js';
import { LibraryPagesModule } from './library-pages/library-pages.module.js';
import { libraryIntroductionTable } from './library-pages/library-pages.row.js';
import { libraryNoticeTable } from './library-pages/library-pages.row.js';
import { LibraryPublicationsModule } from './library-publications/library-publications.module.js';
import { logbookEntryTable } from './logbooks/logbook-entry.row.js';
import { logbookTable } from './logbooks/logbook.row.js';
import { logbookFormTable } from './logbooks/logbook.row.js';
import { LogbooksModule } from './logbooks/logbooks.module.js';
import { noteRequirementTable } from './note-requirements/note-requirement.row.js';
import { NoteRequirementsModule } from './note-requirements/note-requirements.module.js';
import { ReaderBoardsModule } from './reader-boards/reader-boards.module.js';
import { ReadingCampaignsModule } from './reading-campaigns/reading-campaigns.module.js';
import { readingNoteTable } from './reading-notes/reading-note.row.js';
import { ReadingNotesModule } from './reading-notes/reading-notes.module.js';
import { workDisplayTable } from './work-displays/work-display.row.js';
import { workDisplayItemTable } from './work-displays/work-display.row.js';
import { WorkDisplaysModule } from './work-displays/work-displays.module.js';

/** The rooms: each folder with a module of its name. */
export const rooms: readonly Type[] = [
  AwardRoundsModule,
  BookMatchesModule,
  BookRecommendationsModule,
  BookVotesModule,
  ClassContestsModule,
  ContestsModule,
  FromCatalogModule,
  FromCirculationModule,
  FromReadersModule,
  LessonEssaysModule,
  LibraryPagesModule,
  LibraryPublicationsModule,
  LogbooksModule,
  NoteRequirementsModule,
  ReaderBoardsModule,
  ReadingCampaignsModule,
  ReadingNotesModule,
  WorkDisplaysModule,
];

/** What TypeORM reads and writes for them. */
export const tables: readonly EntitySchema[] = [
  contestTable,
  contestTypeTable,
  contestEntryTable,
  contestSeriesTable,
  lessonEssayTable,
  libraryIntroductionTable,
  libraryNoticeTable,
  logbookEntryTable,
  logbookTable,
  logbookFormTable,
  noteRequirementTable,
  readingNoteTable,
  workDisplayTable,
  workDisplayItemTable,
];

/** In the order in which they run: that of their stamps. */
export const migrations: readonly Migration[] = [
  CreateEventTables1790000000000,
  CreateReadingNote1790000100000,
  CreateKnownReader1790000200000,
  CreateKnownTitle1790000300000,
  DropOutboxIndexes1790001000000,
  CreateDigestedPositions1790002101000,
  KeepParkedBytes1790002102000,
  SetEventsAside1790002200000,
  ParkOncePerReading1790003600000,
  CreateWatermarks1790004723000,
  CreateFiles1790005400000,
  CreateDailyRuns1790005400100,
  CreateJobTables1790005400200,
  BoundJobs1790005400300,
  KeepJobOutputs1790005400400,
  KnowClassesAndTerms1790005401000,
  CallTitlesByName1790005401100,
  KeepLogbooks1790005402000,
  PublishLibraryPages1790005503000,
  HoldContests1790005510000,
  MarkReadingNotes1790005511000,
  ShareLessonEssays1790005513000,
  DisplayWorks1790005514000,
  KnowLoansAndCopies1790005520000,
  RecommendNewBooks1790005520100,
  HoldAwardRounds1790005520200,
  ChooseScholarlyClasses1790005520300,
  RunReadingCampaigns1790005520400,
  VoteForFavouriteBooks1790005520500,
  KeepReaderBoards1790005520600,
  PublishOnChannels1790005520700,
  MatchBooksAndReaders1790005520800,
  TrailWhoDidWhat1790005560500,
];
