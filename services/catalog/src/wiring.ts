// Emitted from the files beside it: `npm run emit`.
import type { Type } from '@nestjs/common';
import type { Migration } from '@shulian/service-kit';
import type { EntitySchema } from 'typeorm';
import { CreateEventTables1790000000000 } from '#migrations/1790000000000-create-event-tables';
import { CreateJobTables1790000100000 } from '#migrations/1790000100000-create-job-tables';
import { CreateTitle1790000200000 } from '#migrations/1790000200000-create-title';
import { CreateCopy1790000300000 } from '#migrations/1790000300000-create-copy';
import { CreateShelfNumbers1790000400000 } from '#migrations/1790000400000-create-shelf-numbers';
import { CreateKnownSchoolsAndLending1790000500000 } from '#migrations/1790000500000-create-known-schools-and-lending';
import { DropOutboxIndexes1790001000000 } from '#migrations/1790001000000-drop-outbox-indexes';
import { CreateDigestedPositions1790002101000 } from '#migrations/1790002101000-create-digested-positions';
import { KeepParkedBytes1790002102000 } from '#migrations/1790002102000-keep-parked-bytes';
import { SetEventsAside1790002200000 } from '#migrations/1790002200000-set-events-aside';
import { BoundJobs1790002301000 } from '#migrations/1790002301000-bound-jobs';
import { FindTitlesAsPeopleType1790002700000 } from '#migrations/1790002700000-find-titles-as-people-type';
import { CountHoldingsByIndex1790002701000 } from '#migrations/1790002701000-count-holdings-by-index';
import { KnowCopiesOfImports1790003300000 } from '#migrations/1790003300000-know-copies-of-imports';
import { ParkOncePerReading1790003600000 } from '#migrations/1790003600000-park-once-per-reading';
import { CreateDailyRuns1790004100000 } from '#migrations/1790004100000-create-daily-runs';
import { CreateFiles1790004110000 } from '#migrations/1790004110000-create-files';
import { CreateTitleCover1790004111000 } from '#migrations/1790004111000-create-title-cover';
import { CreateRegisters1790004500000 } from '#migrations/1790004500000-create-registers';
import { OpenRegistersWithWhatIsThere1790004501000 } from '#migrations/1790004501000-open-registers-with-what-is-there';
import { ClosePeriodsOfRegisters1790004502000 } from '#migrations/1790004502000-close-periods-of-registers';
import { CreateOwnershipTransfers1790004600000 } from '#migrations/1790004600000-create-ownership-transfers';
import { ReclassifyInRegisters1790004601000 } from '#migrations/1790004601000-reclassify-in-registers';
import { CreateSuitabilityReviews1790004610000 } from '#migrations/1790004610000-create-suitability-reviews';
import { CreateVendorsAndOrders1790004611000 } from '#migrations/1790004611000-create-vendors-and-orders';
import { CreateDeliveries1790004612000 } from '#migrations/1790004612000-create-deliveries';
import { CreateSuggestions1790004614000 } from '#migrations/1790004614000-create-suggestions';
import { CreateAcquisitionPlans1790004615000 } from '#migrations/1790004615000-create-acquisition-plans';
import { CreateStocktake1790004630000 } from '#migrations/1790004630000-create-stocktake';
import { CreateWeeding1790004631000 } from '#migrations/1790004631000-create-weeding';
import { CreateRepair1790004632000 } from '#migrations/1790004632000-create-repair';
import { FileCallNumbersInShelfOrder1790004650000 } from '#migrations/1790004650000-file-call-numbers-in-shelf-order';
import { CreateLocations1790004651000 } from '#migrations/1790004651000-create-locations';
import { RecordProcessingSteps1790004652000 } from '#migrations/1790004652000-record-processing-steps';
import { AssignClassesToShelves1790004653000 } from '#migrations/1790004653000-assign-classes-to-shelves';
import { KeepJobOutputs1790004670000 } from '#migrations/1790004670000-keep-job-outputs';
import { MergeTitles1790004690000 } from '#migrations/1790004690000-merge-titles';
import { CountMergedTitlesInRegisters1790004691000 } from '#migrations/1790004691000-count-merged-titles-in-registers';
import { CreateBibliographies1790004693000 } from '#migrations/1790004693000-create-bibliographies';
import { BrowseTitles1790004694000 } from '#migrations/1790004694000-browse-titles';
import { FindFirstCopiesOfPlaces1790004711000 } from '#migrations/1790004711000-find-first-copies-of-places';
import { ListRepairsByDay1790004712000 } from '#migrations/1790004712000-list-repairs-by-day';
import { KnowExternalIdsOfCopies1790004720000 } from '#migrations/1790004720000-know-external-ids-of-copies';
import { KnowWhenCopiesChanged1790004721000 } from '#migrations/1790004721000-know-when-copies-changed';
import { KnowWhenTitlesChanged1790004722000 } from '#migrations/1790004722000-know-when-titles-changed';
import { CreateWatermarks1790004723000 } from '#migrations/1790004723000-create-watermarks';
import { EnterDeliveriesAsBatches1790004730000 } from '#migrations/1790004730000-enter-deliveries-as-batches';
import { TakeStockOfPlaces1790004731000 } from '#migrations/1790004731000-take-stock-of-places';
import { DescribeSerials1790004740000 } from '#migrations/1790004740000-describe-serials';
import { SubscribeToSerials1790004741000 } from '#migrations/1790004741000-subscribe-to-serials';
import { CheckInIssues1790004742000 } from '#migrations/1790004742000-check-in-issues';
import { ClaimMissingIssues1790004743000 } from '#migrations/1790004743000-claim-missing-issues';
import { BindSerials1790004744000 } from '#migrations/1790004744000-bind-serials';
import { HandOutSerials1790004745000 } from '#migrations/1790004745000-hand-out-serials';
import { FindTitlesBlockByBlock1790004750000 } from '#migrations/1790004750000-find-titles-block-by-block';
import { KnowOnCopiesWhereTheyAre1790004760000 } from '#migrations/1790004760000-know-on-copies-where-they-are';
import { KeepSumsOfCopies1790004761000 } from '#migrations/1790004761000-keep-sums-of-copies';
import { KeepSumsOfTitles1790004762000 } from '#migrations/1790004762000-keep-sums-of-titles';
import { KeepSumsOfClasses1790004763000 } from '#migrations/1790004763000-keep-sums-of-classes';
import { KeepSumsOfRegisters1790004764000 } from '#migrations/1790004764000-keep-sums-of-registers';
import { CountHoldingsWithoutAJoin1790004765000 } from '#migrations/1790004765000-count-holdings-without-a-join';
import { FindTitlesBySubjectAndPlace1790004770000 } from '#migrations/1790004770000-find-titles-by-subject-and-place';
import { RegisterEResources1790004800000 } from '#migrations/1790004800000-register-e-resources';
import { CountEBooks1790004810000 } from '#migrations/1790004810000-count-e-books';
import { TryEResources1790004820000 } from '#migrations/1790004820000-try-e-resources';
import { BuildFeatureDatabases1790004830000 } from '#migrations/1790004830000-build-feature-databases';
import { ReadBooklistsOnline1790004840000 } from '#migrations/1790004840000-read-booklists-online';
import { KeepArchives1790004850000 } from '#migrations/1790004850000-keep-archives';
import { DestroyArchives1790004860000 } from '#migrations/1790004860000-destroy-archives';
import { MakeYearbooks1790004870000 } from '#migrations/1790004870000-make-yearbooks';
import { HoldCertificates1790004880000 } from '#migrations/1790004880000-hold-certificates';
import { TellKindsOfMaterial1790004900000 } from '#migrations/1790004900000-tell-kinds-of-material';
import { MarkTitlesForReaders1790004910000 } from '#migrations/1790004910000-mark-titles-for-readers';
import { KeepCollections1790004920000 } from '#migrations/1790004920000-keep-collections';
import { CountTeachingMaterial1790004930000 } from '#migrations/1790004930000-count-teaching-material';
import { EnterSchoolPublications1790004940000 } from '#migrations/1790004940000-enter-school-publications';
import { NumberSerialsOnTheShelf1790004945000 } from '#migrations/1790004945000-number-serials-on-the-shelf';
import { FindWhatIsNotClear1790004950000 } from '#migrations/1790004950000-find-what-is-not-clear';
import { WatchTheExit1790004960000 } from '#migrations/1790004960000-watch-the-exit';
import { SayWhatWasBoughtWithoutADelivery1790005000000 } from '#migrations/1790005000000-say-what-was-bought-without-a-delivery';
import { ReimburseBooksOfPupils1790005010000 } from '#migrations/1790005010000-reimburse-books-of-pupils';
import { BuyForAllSchools1790005020000 } from '#migrations/1790005020000-buy-for-all-schools';
import { ClaimOfVendors1790005030000 } from '#migrations/1790005030000-claim-of-vendors';
import { WriteDownWhatToCollect1790005040000 } from '#migrations/1790005040000-write-down-what-to-collect';
import { LetACommitteeReviewOrders1790005050000 } from '#migrations/1790005050000-let-a-committee-review-orders';
import { SayByWhenALessonNeedsAWork1790005060000 } from '#migrations/1790005060000-say-by-when-a-lesson-needs-a-work';
import { WriteDownWhoStandsWhere1790005070000 } from '#migrations/1790005070000-write-down-who-stands-where';
import { KeepListsOfVendors1790005080000 } from '#migrations/1790005080000-keep-lists-of-vendors';
import { KeepRecordsOfTitles1790005100000 } from '#migrations/1790005100000-keep-records-of-titles';
import { RenumberClasses1790005110000 } from '#migrations/1790005110000-renumber-classes';
import { CreateClcClasses1790005120000 } from '#migrations/1790005120000-create-clc-classes';
import { EditManyTitles1790005130000 } from '#migrations/1790005130000-edit-many-titles';
import { CreateAuthorities1790005140000 } from '#migrations/1790005140000-create-authorities';
import { CreateValueLists1790005150000 } from '#migrations/1790005150000-create-value-lists';
import { KnowCompensations1790005300000 } from '#migrations/1790005300000-know-compensations';
import { PatrolShelves1790005310000 } from '#migrations/1790005310000-patrol-shelves';
import { HoldMendingSessions1790005320000 } from '#migrations/1790005320000-hold-mending-sessions';
import { InspectCondition1790005330000 } from '#migrations/1790005330000-inspect-condition';
import { ListDeliveriesOfSchools1790005340000 } from '#migrations/1790005340000-list-deliveries-of-schools';
import { PlanRetrospectiveProjects1790005350000 } from '#migrations/1790005350000-plan-retrospective-projects';
import { AnswerResearchRequests1790005360000 } from '#migrations/1790005360000-answer-research-requests';
import { PlanShelfShifts1790005370000 } from '#migrations/1790005370000-plan-shelf-shifts';
import { WriteCareRules1790005380000 } from '#migrations/1790005380000-write-care-rules';
import { SendWorkReports1790005390000 } from '#migrations/1790005390000-send-work-reports';
import { NameWhoApproved1790005500000 } from '#migrations/1790005500000-name-who-approved';
import { KnowExternalIdsOfTitles1790005501000 } from '#migrations/1790005501000-know-external-ids-of-titles';
import { TrailWhoDidWhat1790005560500 } from '#migrations/1790005560500-trail-who-did-what';
import { KnowWhichSchoolHasACopy1790005585000 } from '#migrations/1790005585000-know-which-school-has-a-copy';
import { AcceptanceModule } from './acceptance/acceptance.module.js';
import { deliveryTable } from './acceptance/delivery.row.js';
import { AccessionModule } from './accession/accession.module.js';
import { allocationSchemeTable } from './allocation-schemes/allocation-scheme.row.js';
import { allocationLineTable } from './allocation-schemes/allocation-scheme.row.js';
import { AllocationSchemesModule } from './allocation-schemes/allocation-schemes.module.js';
import { ArchivesModule } from './archives/archives.module.js';
import { archiveFileTable } from './archives/files/archive-file.row.js';
import { unitTable } from './archives/units/unit.row.js';
import { AudienceModule } from './audience/audience.module.js';
import { readingThemeTable } from './audience/reading-theme.row.js';
import { AuthorityModule } from './authority/authority.module.js';
import { BibliographiesModule } from './bibliographies/bibliographies.module.js';
import { BookCareModule } from './book-care/book-care.module.js';
import { CatalogExportsModule } from './catalog-exports/catalog-exports.module.js';
import { CatalogImportsModule } from './catalog-imports/catalog-imports.module.js';
import { centralPurchaseTable } from './central-purchases/central-purchase.row.js';
import { centralPurchaseLineTable } from './central-purchases/central-purchase.row.js';
import { CentralPurchasesModule } from './central-purchases/central-purchases.module.js';
import { ClcClassesModule } from './clc-classes/clc-classes.module.js';
import { CollectionPolicyModule } from './collection-policy/collection-policy.module.js';
import { collectionPolicyTable } from './collection-policy/collection-policy.row.js';
import { collectingLevelTable } from './collection-policy/collection-policy.row.js';
import { holdingTargetTable } from './collection-policy/collection-policy.row.js';
import { collectionTable } from './collections/collection.row.js';
import { CollectionsModule } from './collections/collections.module.js';
import { CommitteeModule } from './committee/committee.module.js';
import { committeeMemberTable } from './committee/committee.row.js';
import { committeeRuleTable } from './committee/committee.row.js';
import { committeeVoteTable } from './committee/committee.row.js';
import { CompensationsModule } from './compensations/compensations.module.js';
import { CopyCataloguingModule } from './copy-cataloguing/copy-cataloguing.module.js';
import { CoversModule } from './covers/covers.module.js';
import { EResourcesModule } from './e-resources/e-resources.module.js';
import { eResourceTable } from './e-resources/register/e-resource.row.js';
import { trialTable } from './e-resources/trials/trial.row.js';
import { ExitGateModule } from './exit-gate/exit-gate.module.js';
import { FromActivitiesModule } from './from-activities/from-activities.module.js';
import { FromCirculationModule } from './from-circulation/from-circulation.module.js';
import { FromReadersModule } from './from-readers/from-readers.module.js';
import { InspectionsModule } from './inspections/inspections.module.js';
import { LabelsModule } from './labels/labels.module.js';
import { LocationsModule } from './locations/locations.module.js';
import { shelfShiftTable } from './locations/shelf-shift.row.js';
import { orderTable } from './orders/order.row.js';
import { orderStepTable } from './orders/order.row.js';
import { orderLineTable } from './orders/order.row.js';
import { OrdersModule } from './orders/orders.module.js';
import { vendorTable } from './orders/vendor.row.js';
import { ownershipTransferTable } from './ownership-transfers/ownership-transfer.row.js';
import { OwnershipTransfersModule } from './ownership-transfers/ownership-transfers.module.js';
import { planTable } from './plans/plan.row.js';
import { PlansModule } from './plans/plans.module.js';
import { ProcessingModule } from './processing/processing.module.js';
import { pupilBookTable } from './pupil-books/pupil-book.row.js';
import { pupilBookStepTable } from './pupil-books/pupil-book.row.js';
import { PupilBooksModule } from './pupil-books/pupil-books.module.js';
import { RegistersModule } from './registers/registers.module.js';
import { RegistrationModule } from './registration/registration.module.js';
import { RenumberingModule } from './renumbering/renumbering.module.js';
import { mendingSessionTable } from './repair/mending-session.row.js';
import { RepairModule } from './repair/repair.module.js';
import { researchRequestTable } from './research-requests/research-request.row.js';
import { ResearchRequestsModule } from './research-requests/research-requests.module.js';
import { retrospectiveProjectTable } from './retrospective-projects/project.row.js';
import { RetrospectiveProjectsModule } from './retrospective-projects/retrospective-projects.module.js';
import { schoolPublicationTable } from './school-publications/school-publication.row.js';
import { SchoolPublicationsModule } from './school-publications/school-publications.module.js';
import { SearchModule } from './search/search.module.js';
import { SelectionModule } from './selection/selection.module.js';
import { suggestionTable } from './selection/suggestion.row.js';
import { suitabilityReviewTable } from './selection/suitability-review.row.js';
import { SerialsModule } from './serials/serials.module.js';
import { ShelfPatrolsModule } from './shelf-patrols/shelf-patrols.module.js';
import { stockAdditionTable } from './stock-additions/stock-addition.row.js';
import { StockAdditionsModule } from './stock-additions/stock-additions.module.js';
import { StocktakeModule } from './stocktake/stocktake.module.js';
import { TeachingStockModule } from './teaching-stock/teaching-stock.module.js';
import { TitleEditsModule } from './title-edits/title-edits.module.js';
import { TitleExternalIdsModule } from './title-external-ids/title-external-ids.module.js';
import { TitleMergesModule } from './title-merges/title-merges.module.js';
import { TitlesModule } from './titles/titles.module.js';
import { ValueListsModule } from './value-lists/value-lists.module.js';
import { vendorClaimTable } from './vendor-claims/vendor-claim.row.js';
import { vendorClaimStepTable } from './vendor-claims/vendor-claim.row.js';
import { VendorClaimsModule } from './vendor-claims/vendor-claims.module.js';
import { issueListTable } from './vendor-market/issue-list.row.js';
import { VendorMarketModule } from './vendor-market/vendor-market.module.js';
import { WeedingModule } from './weeding/weeding.module.js';
import { workReportTable } from './work-reports/work-report.row.js';
import { WorkReportsModule } from './work-reports/work-reports.module.js';

/** The rooms: each folder with a module of its name. */
export const rooms: readonly Type[] = [
  AcceptanceModule,
  AccessionModule,
  AllocationSchemesModule,
  ArchivesModule,
  AudienceModule,
  AuthorityModule,
  BibliographiesModule,
  BookCareModule,
  CatalogExportsModule,
  CatalogImportsModule,
  CentralPurchasesModule,
  ClcClassesModule,
  CollectionPolicyModule,
  CollectionsModule,
  CommitteeModule,
  CompensationsModule,
  CopyCataloguingModule,
  CoversModule,
  EResourcesModule,
  ExitGateModule,
  FromActivitiesModule,
  FromCirculationModule,
  FromReadersModule,
  InspectionsModule,
  LabelsModule,
  LocationsModule,
  OrdersModule,
  OwnershipTransfersModule,
  PlansModule,
  ProcessingModule,
  PupilBooksModule,
  RegistersModule,
  RegistrationModule,
  RenumberingModule,
  RepairModule,
  ResearchRequestsModule,
  RetrospectiveProjectsModule,
  SchoolPublicationsModule,
  SearchModule,
  SelectionModule,
  SerialsModule,
  ShelfPatrolsModule,
  StockAdditionsModule,
  StocktakeModule,
  TeachingStockModule,
  TitleEditsModule,
  TitleExternalIdsModule,
  TitleMergesModule,
  TitlesModule,
  ValueListsModule,
  VendorClaimsModule,
  VendorMarketModule,
  WeedingModule,
  WorkReportsModule,
];

/** What TypeORM reads and writes for them. */
export const tables: readonly EntitySchema[] = [
  deliveryTable,
  allocationSchemeTable,
  allocationLineTable,
  archiveFileTable,
  unitTable,
  readingThemeTable,
  centralPurchaseTable,
  centralPurchaseLineTable,
  collectionPolicyTable,
  collectingLevelTable,
  holdingTargetTable,
  collectionTable,
  committeeMemberTable,
  committeeRuleTable,
  committeeVoteTable,
  eResourceTable,
  trialTable,
  shelfShiftTable,
  orderTable,
  orderStepTable,
  orderLineTable,
  vendorTable,
  ownershipTransferTable,
  planTable,
  pupilBookTable,
  pupilBookStepTable,
  mendingSessionTable,
  researchRequestTable,
  retrospectiveProjectTable,
  schoolPublicationTable,
  suggestionTable,
  suitabilityReviewTable,
  stockAdditionTable,
  vendorClaimTable,
  vendorClaimStepTable,
  issueListTable,
  workReportTable,
];

/** In the order in which they run: that of their stamps. */
export const migrations: readonly Migration[] = [
  CreateEventTables1790000000000,
  CreateJobTables1790000100000,
  CreateTitle1790000200000,
  CreateCopy1790000300000,
  CreateShelfNumbers1790000400000,
  CreateKnownSchoolsAndLending1790000500000,
  DropOutboxIndexes1790001000000,
  CreateDigestedPositions1790002101000,
  KeepParkedBytes1790002102000,
  SetEventsAside1790002200000,
  BoundJobs1790002301000,
  FindTitlesAsPeopleType1790002700000,
  CountHoldingsByIndex1790002701000,
  KnowCopiesOfImports1790003300000,
  ParkOncePerReading1790003600000,
  CreateDailyRuns1790004100000,
  CreateFiles1790004110000,
  CreateTitleCover1790004111000,
  CreateRegisters1790004500000,
  OpenRegistersWithWhatIsThere1790004501000,
  ClosePeriodsOfRegisters1790004502000,
  CreateOwnershipTransfers1790004600000,
  ReclassifyInRegisters1790004601000,
  CreateSuitabilityReviews1790004610000,
  CreateVendorsAndOrders1790004611000,
  CreateDeliveries1790004612000,
  CreateSuggestions1790004614000,
  CreateAcquisitionPlans1790004615000,
  CreateStocktake1790004630000,
  CreateWeeding1790004631000,
  CreateRepair1790004632000,
  FileCallNumbersInShelfOrder1790004650000,
  CreateLocations1790004651000,
  RecordProcessingSteps1790004652000,
  AssignClassesToShelves1790004653000,
  KeepJobOutputs1790004670000,
  MergeTitles1790004690000,
  CountMergedTitlesInRegisters1790004691000,
  CreateBibliographies1790004693000,
  BrowseTitles1790004694000,
  FindFirstCopiesOfPlaces1790004711000,
  ListRepairsByDay1790004712000,
  KnowExternalIdsOfCopies1790004720000,
  KnowWhenCopiesChanged1790004721000,
  KnowWhenTitlesChanged1790004722000,
  CreateWatermarks1790004723000,
  EnterDeliveriesAsBatches1790004730000,
  TakeStockOfPlaces1790004731000,
  DescribeSerials1790004740000,
  SubscribeToSerials1790004741000,
  CheckInIssues1790004742000,
  ClaimMissingIssues1790004743000,
  BindSerials1790004744000,
  HandOutSerials1790004745000,
  FindTitlesBlockByBlock1790004750000,
  KnowOnCopiesWhereTheyAre1790004760000,
  KeepSumsOfCopies1790004761000,
  KeepSumsOfTitles1790004762000,
  KeepSumsOfClasses1790004763000,
  KeepSumsOfRegisters1790004764000,
  CountHoldingsWithoutAJoin1790004765000,
  FindTitlesBySubjectAndPlace1790004770000,
  RegisterEResources1790004800000,
  CountEBooks1790004810000,
  TryEResources1790004820000,
  BuildFeatureDatabases1790004830000,
  ReadBooklistsOnline1790004840000,
  KeepArchives1790004850000,
  DestroyArchives1790004860000,
  MakeYearbooks1790004870000,
  HoldCertificates1790004880000,
  TellKindsOfMaterial1790004900000,
  MarkTitlesForReaders1790004910000,
  KeepCollections1790004920000,
  CountTeachingMaterial1790004930000,
  EnterSchoolPublications1790004940000,
  NumberSerialsOnTheShelf1790004945000,
  FindWhatIsNotClear1790004950000,
  WatchTheExit1790004960000,
  SayWhatWasBoughtWithoutADelivery1790005000000,
  ReimburseBooksOfPupils1790005010000,
  BuyForAllSchools1790005020000,
  ClaimOfVendors1790005030000,
  WriteDownWhatToCollect1790005040000,
  LetACommitteeReviewOrders1790005050000,
  SayByWhenALessonNeedsAWork1790005060000,
  WriteDownWhoStandsWhere1790005070000,
  KeepListsOfVendors1790005080000,
  KeepRecordsOfTitles1790005100000,
  RenumberClasses1790005110000,
  CreateClcClasses1790005120000,
  EditManyTitles1790005130000,
  CreateAuthorities1790005140000,
  CreateValueLists1790005150000,
  KnowCompensations1790005300000,
  PatrolShelves1790005310000,
  HoldMendingSessions1790005320000,
  InspectCondition1790005330000,
  ListDeliveriesOfSchools1790005340000,
  PlanRetrospectiveProjects1790005350000,
  AnswerResearchRequests1790005360000,
  PlanShelfShifts1790005370000,
  WriteCareRules1790005380000,
  SendWorkReports1790005390000,
  NameWhoApproved1790005500000,
  KnowExternalIdsOfTitles1790005501000,
  TrailWhoDidWhat1790005560500,
  KnowWhichSchoolHasACopy1790005585000,
];
