// Emitted from the files beside it: `npm run emit`.
import type { Type } from '@nestjs/common';
import type { Migration } from '@shulian/service-kit';
import { CreateEventTables1790000000000 } from '#migrations/1790000000000-create-event-tables';
import { CreateLendingPolicy1790000100000 } from '#migrations/1790000100000-create-lending-policy';
import { BeginWithTheCountyPolicy1790000110000 } from '#migrations/1790000110000-begin-with-the-county-policy';
import { CreateKnownCopiesAndReaders1790000200000 } from '#migrations/1790000200000-create-known-copies-and-readers';
import { CreateLoan1790000300000 } from '#migrations/1790000300000-create-loan';
import { AllowOneOpenLoanPerCopy1790000310000 } from '#migrations/1790000310000-allow-one-open-loan-per-copy';
import { CreateHold1790000400000 } from '#migrations/1790000400000-create-hold';
import { CreateCompensation1790000500000 } from '#migrations/1790000500000-create-compensation';
import { DropOutboxIndexes1790001000000 } from '#migrations/1790001000000-drop-outbox-indexes';
import { CreateDigestedPositions1790002101000 } from '#migrations/1790002101000-create-digested-positions';
import { KeepParkedBytes1790002102000 } from '#migrations/1790002102000-keep-parked-bytes';
import { SetEventsAside1790002200000 } from '#migrations/1790002200000-set-events-aside';
import { KnowPricesOfCopies1790002400000 } from '#migrations/1790002400000-know-prices-of-copies';
import { CreateHoldReview1790002401000 } from '#migrations/1790002401000-create-hold-review';
import { ReviewDueDays1790002500000 } from '#migrations/1790002500000-review-due-days';
import { IndexLists1790002510000 } from '#migrations/1790002510000-index-lists';
import { KeepWhatIsOwed1790002520000 } from '#migrations/1790002520000-keep-what-is-owed';
import { KeepWhoTookItBack1790002530000 } from '#migrations/1790002530000-keep-who-took-it-back';
import { LendToClasses1790003200000 } from '#migrations/1790003200000-lend-to-classes';
import { KnowTitlesAndCallNumbers1790003202000 } from '#migrations/1790003202000-know-titles-and-call-numbers';
import { KeepFingerprintsOfSecrets1790003400000 } from '#migrations/1790003400000-keep-fingerprints-of-secrets';
import { ParkOncePerReading1790003600000 } from '#migrations/1790003600000-park-once-per-reading';
import { CreateDailyRuns1790004100000 } from '#migrations/1790004100000-create-daily-runs';
import { DropHoldSweep1790004101000 } from '#migrations/1790004101000-drop-hold-sweep';
import { ReadTheCatalogueAgain1790004400000 } from '#migrations/1790004400000-read-the-catalogue-again';
import { LetMergedTitlesSeparate1790004692000 } from '#migrations/1790004692000-let-merged-titles-separate';
import { KnowWhenLoansChanged1790004720000 } from '#migrations/1790004720000-know-when-loans-changed';
import { CreateWatermarks1790004723000 } from '#migrations/1790004723000-create-watermarks';
import { ReadInTheRoom1790005200000 } from '#migrations/1790005200000-read-in-the-room';
import { KnowNumbersOfClasses1790005440000 } from '#migrations/1790005440000-know-numbers-of-classes';
import { CreateLibraryRooms1790005440100 } from '#migrations/1790005440100-create-library-rooms';
import { CreateRotation1790005440200 } from '#migrations/1790005440200-create-rotation';
import { CreateOpeningHours1790005441000 } from '#migrations/1790005441000-create-opening-hours';
import { KnowNamesOfSchools1790005441100 } from '#migrations/1790005441100-know-names-of-schools';
import { CreateRoomSessions1790005442000 } from '#migrations/1790005442000-create-room-sessions';
import { LendInBlocks1790005450000 } from '#migrations/1790005450000-lend-in-blocks';
import { SetUpBookCorners1790005451000 } from '#migrations/1790005451000-set-up-book-corners';
import { SwapBetweenCorners1790005452000 } from '#migrations/1790005452000-swap-between-corners';
import { GiveBooksToCorners1790005453000 } from '#migrations/1790005453000-give-books-to-corners';
import { SendBoxesRound1790005454000 } from '#migrations/1790005454000-send-boxes-round';
import { FindLoansByDay1790005455000 } from '#migrations/1790005455000-find-loans-by-day';
import { ArrangeLendingBeforeVacations1790005456000 } from '#migrations/1790005456000-arrange-lending-before-vacations';
import { OpenAnExchangeStation1790005457000 } from '#migrations/1790005457000-open-an-exchange-station';
import { DunByClass1790005460000 } from '#migrations/1790005460000-dun-by-class';
import { RecallAndShelve1790005461000 } from '#migrations/1790005461000-recall-and-shelve';
import { KeepCasesAndCash1790005462000 } from '#migrations/1790005462000-keep-cases-and-cash';
import { ClearWhoLeaves1790005463000 } from '#migrations/1790005463000-clear-who-leaves';
import { KeepTextbooksOfATerm1790005470000 } from '#migrations/1790005470000-keep-textbooks-of-a-term';
import { CountTextbooks1790005471000 } from '#migrations/1790005471000-count-textbooks';
import { PackTextbooks1790005472000 } from '#migrations/1790005472000-pack-textbooks';
import { OrderTextbooks1790005473000 } from '#migrations/1790005473000-order-textbooks';
import { TakeInTextbooks1790005474000 } from '#migrations/1790005474000-take-in-textbooks';
import { KnowNamesOfSchoolsOfOrders1790005475000 } from '#migrations/1790005475000-know-names-of-schools-of-orders';
import { TakeServiceRequests1790005476000 } from '#migrations/1790005476000-take-service-requests';
import { TellOfRoomsAndTargets1790005540000 } from '#migrations/1790005540000-tell-of-rooms-and-targets';
import { RememberAnnouncedNotices1790005551000 } from '#migrations/1790005551000-remember-announced-notices';
import { TrailWhoDidWhat1790005560500 } from '#migrations/1790005560500-trail-who-did-what';
import { ForgetReaders1790005570000 } from '#migrations/1790005570000-forget-readers';
import { MoveCopiesBetweenSchools1790005580000 } from '#migrations/1790005580000-move-copies-between-schools';
import { SuspendHolds1790005581000 } from '#migrations/1790005581000-suspend-holds';
import { BlockLoansModule } from './block-loans/block-loans.module.js';
import { BookBoxesModule } from './book-boxes/book-boxes.module.js';
import { BookCornersModule } from './book-corners/book-corners.module.js';
import { BookDeliveriesModule } from './book-deliveries/book-deliveries.module.js';
import { BookExchangeModule } from './book-exchange/book-exchange.module.js';
import { CashBookModule } from './cash-book/cash-book.module.js';
import { ClassReturnsModule } from './class-returns/class-returns.module.js';
import { ClearanceModule } from './clearance/clearance.module.js';
import { CornerDonationsModule } from './corner-donations/corner-donations.module.js';
import { CornerSwapsModule } from './corner-swaps/corner-swaps.module.js';
import { DeskModule } from './desk/desk.module.js';
import { DueDaysModule } from './due-days/due-days.module.js';
import { DueNoticesModule } from './due-notices/due-notices.module.js';
import { DunningModule } from './dunning/dunning.module.js';
import { ForgettingModule } from './forgetting/forgetting.module.js';
import { FromActivitiesModule } from './from-activities/from-activities.module.js';
import { FromCatalogModule } from './from-catalog/from-catalog.module.js';
import { FromReadersModule } from './from-readers/from-readers.module.js';
import { HoldsModule } from './holds/holds.module.js';
import { LendingSharesModule } from './lending-shares/lending-shares.module.js';
import { LendingModule } from './lending/lending.module.js';
import { LibraryRoomsModule } from './library-rooms/library-rooms.module.js';
import { LoanCasesModule } from './loan-cases/loan-cases.module.js';
import { LoanRegistersModule } from './loan-registers/loan-registers.module.js';
import { LoanTargetsModule } from './loan-targets/loan-targets.module.js';
import { LossesModule } from './losses/losses.module.js';
import { MeritSuggestionsModule } from './merit-suggestions/merit-suggestions.module.js';
import { OpeningHoursModule } from './opening-hours/opening-hours.module.js';
import { OverLongModule } from './over-long/over-long.module.js';
import { OverdueModule } from './overdue/overdue.module.js';
import { PoliciesModule } from './policies/policies.module.js';
import { RecallsModule } from './recalls/recalls.module.js';
import { RoomSessionsModule } from './room-sessions/room-sessions.module.js';
import { RotationModule } from './rotation/rotation.module.js';
import { ServiceRequestsModule } from './service-requests/service-requests.module.js';
import { ShelvingModule } from './shelving/shelving.module.js';
import { StandingsModule } from './standings/standings.module.js';
import { TermClosingsModule } from './term-closings/term-closings.module.js';
import { TextbookOrdersModule } from './textbook-orders/textbook-orders.module.js';
import { TextbookPacksModule } from './textbook-packs/textbook-packs.module.js';
import { TextbooksModule } from './textbooks/textbooks.module.js';
import { TransfersModule } from './transfers/transfers.module.js';
import { VacationLendingModule } from './vacation-lending/vacation-lending.module.js';
import { WriteOffsModule } from './write-offs/write-offs.module.js';

/** The rooms: each folder with a module of its name. */
export const rooms: readonly Type[] = [
  BlockLoansModule,
  BookBoxesModule,
  BookCornersModule,
  BookDeliveriesModule,
  BookExchangeModule,
  CashBookModule,
  ClassReturnsModule,
  ClearanceModule,
  CornerDonationsModule,
  CornerSwapsModule,
  DeskModule,
  DueDaysModule,
  DueNoticesModule,
  DunningModule,
  ForgettingModule,
  FromActivitiesModule,
  FromCatalogModule,
  FromReadersModule,
  HoldsModule,
  LendingSharesModule,
  LendingModule,
  LibraryRoomsModule,
  LoanCasesModule,
  LoanRegistersModule,
  LoanTargetsModule,
  LossesModule,
  MeritSuggestionsModule,
  OpeningHoursModule,
  OverLongModule,
  OverdueModule,
  PoliciesModule,
  RecallsModule,
  RoomSessionsModule,
  RotationModule,
  ServiceRequestsModule,
  ShelvingModule,
  StandingsModule,
  TermClosingsModule,
  TextbookOrdersModule,
  TextbookPacksModule,
  TextbooksModule,
  TransfersModule,
  VacationLendingModule,
  WriteOffsModule,
];

/** In the order in which they run: that of their stamps. */
export const migrations: readonly Migration[] = [
  CreateEventTables1790000000000,
  CreateLendingPolicy1790000100000,
  BeginWithTheCountyPolicy1790000110000,
  CreateKnownCopiesAndReaders1790000200000,
  CreateLoan1790000300000,
  AllowOneOpenLoanPerCopy1790000310000,
  CreateHold1790000400000,
  CreateCompensation1790000500000,
  DropOutboxIndexes1790001000000,
  CreateDigestedPositions1790002101000,
  KeepParkedBytes1790002102000,
  SetEventsAside1790002200000,
  KnowPricesOfCopies1790002400000,
  CreateHoldReview1790002401000,
  ReviewDueDays1790002500000,
  IndexLists1790002510000,
  KeepWhatIsOwed1790002520000,
  KeepWhoTookItBack1790002530000,
  LendToClasses1790003200000,
  KnowTitlesAndCallNumbers1790003202000,
  KeepFingerprintsOfSecrets1790003400000,
  ParkOncePerReading1790003600000,
  CreateDailyRuns1790004100000,
  DropHoldSweep1790004101000,
  ReadTheCatalogueAgain1790004400000,
  LetMergedTitlesSeparate1790004692000,
  KnowWhenLoansChanged1790004720000,
  CreateWatermarks1790004723000,
  ReadInTheRoom1790005200000,
  KnowNumbersOfClasses1790005440000,
  CreateLibraryRooms1790005440100,
  CreateRotation1790005440200,
  CreateOpeningHours1790005441000,
  KnowNamesOfSchools1790005441100,
  CreateRoomSessions1790005442000,
  LendInBlocks1790005450000,
  SetUpBookCorners1790005451000,
  SwapBetweenCorners1790005452000,
  GiveBooksToCorners1790005453000,
  SendBoxesRound1790005454000,
  FindLoansByDay1790005455000,
  ArrangeLendingBeforeVacations1790005456000,
  OpenAnExchangeStation1790005457000,
  DunByClass1790005460000,
  RecallAndShelve1790005461000,
  KeepCasesAndCash1790005462000,
  ClearWhoLeaves1790005463000,
  KeepTextbooksOfATerm1790005470000,
  CountTextbooks1790005471000,
  PackTextbooks1790005472000,
  OrderTextbooks1790005473000,
  TakeInTextbooks1790005474000,
  KnowNamesOfSchoolsOfOrders1790005475000,
  TakeServiceRequests1790005476000,
  TellOfRoomsAndTargets1790005540000,
  RememberAnnouncedNotices1790005551000,
  TrailWhoDidWhat1790005560500,
  ForgetReaders1790005570000,
  MoveCopiesBetweenSchools1790005580000,
  SuspendHolds1790005581000,
];
