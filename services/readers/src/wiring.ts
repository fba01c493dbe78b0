// Emitted from the files beside it: `npm run emit`.
import type { Type } from '@nestjs/common';
import type { Migration } from '@shulian/service-kit';
import type { EntitySchema } from 'typeorm';
import { CreateEventTables1790000000000 } from '#migrations/1790000000000-create-event-tables';
import { CreateJobTables1790000100000 } from '#migrations/1790000100000-create-job-tables';
import { CreateSchool1790000200000 } from '#migrations/1790000200000-create-school';
import { CreateTermAndCalendar1790000300000 } from '#migrations/1790000300000-create-term-and-calendar';
import { CreateSchoolClass1790000400000 } from '#migrations/1790000400000-create-school-class';
import { CreateReaderAndCard1790000500000 } from '#migrations/1790000500000-create-reader-and-card';
import { LogReadsOfPersonalData1790000600000 } from '#migrations/1790000600000-log-reads-of-personal-data';
import { CreateAccountAndSession1790000700000 } from '#migrations/1790000700000-create-account-and-session';
import { CreateApiClient1790000800000 } from '#migrations/1790000800000-create-api-client';
import { CloseAccountsAndClients1790000900000 } from '#migrations/1790000900000-close-accounts-and-clients';
import { DropOutboxIndexes1790001000000 } from '#migrations/1790001000000-drop-outbox-indexes';
import { CreateDigestedPositions1790002101000 } from '#migrations/1790002101000-create-digested-positions';
import { KeepParkedBytes1790002102000 } from '#migrations/1790002102000-keep-parked-bytes';
import { SetEventsAside1790002200000 } from '#migrations/1790002200000-set-events-aside';
import { BoundJobs1790002301000 } from '#migrations/1790002301000-bound-jobs';
import { VoidTokens1790002302000 } from '#migrations/1790002302000-void-tokens';
import { FindReadersByWordsOfTheirNames1790002800000 } from '#migrations/1790002800000-find-readers-by-words-of-their-names';
import { KeepFingerprintsOfSecrets1790003400000 } from '#migrations/1790003400000-keep-fingerprints-of-secrets';
import { TrustDevices1790003500000 } from '#migrations/1790003500000-trust-devices';
import { ParkOncePerReading1790003600000 } from '#migrations/1790003600000-park-once-per-reading';
import { KeepJobOutputs1790004670000 } from '#migrations/1790004670000-keep-job-outputs';
import { KnowExternalIds1790004671000 } from '#migrations/1790004671000-know-external-ids';
import { KnowWhenReadersChanged1790004671100 } from '#migrations/1790004671100-know-when-readers-changed';
import { KnowExternalIdsOfClasses1790004720000 } from '#migrations/1790004720000-know-external-ids-of-classes';
import { KnowWhenClassesChanged1790004721000 } from '#migrations/1790004721000-know-when-classes-changed';
import { PlaceClassesInStreamsAndCampuses1790005410000 } from '#migrations/1790005410000-place-classes-in-streams-and-campuses';
import { KnowWhatReadersOwe1790005410100 } from '#migrations/1790005410100-know-what-readers-owe';
import { NoteTemporaryPupils1790005410150 } from '#migrations/1790005410150-note-temporary-pupils';
import { KeepSchoolYears1790005410200 } from '#migrations/1790005410200-keep-school-years';
import { TransferReaders1790005411000 } from '#migrations/1790005411000-transfer-readers';
import { RememberRosterMappings1790005412000 } from '#migrations/1790005412000-remember-roster-mappings';
import { QueueDoubtfulMatches1790005413000 } from '#migrations/1790005413000-queue-doubtful-matches';
import { KnowWhoIsEntitledToACard1790005420000 } from '#migrations/1790005420000-know-who-is-entitled-to-a-card';
import { LetCardsBeTemporary1790005420100 } from '#migrations/1790005420100-let-cards-be-temporary';
import { CreateDailyRuns1790005420200 } from '#migrations/1790005420200-create-daily-runs';
import { OpenWindowsForCards1790005421000 } from '#migrations/1790005421000-open-windows-for-cards';
import { KnowTheSchoolYearOfADay1790005421100 } from '#migrations/1790005421100-know-the-school-year-of-a-day';
import { ProduceCardsInBatches1790005422000 } from '#migrations/1790005422000-produce-cards-in-batches';
import { ServeGroups1790005423000 } from '#migrations/1790005423000-serve-groups';
import { KeepRuleSets1790005424000 } from '#migrations/1790005424000-keep-rule-sets';
import { KnowGuardians1790005425000 } from '#migrations/1790005425000-know-guardians';
import { GiveYearlyAccounts1790005426000 } from '#migrations/1790005426000-give-yearly-accounts';
import { AppointPupilsWhoHelp1790005430000 } from '#migrations/1790005430000-appoint-pupils-who-help';
import { TrainPupilsWhoHelp1790005431000 } from '#migrations/1790005431000-train-pupils-who-help';
import { KeepDutyRosters1790005432000 } from '#migrations/1790005432000-keep-duty-rosters';
import { JudgePupilsWhoHelp1790005433000 } from '#migrations/1790005433000-judge-pupils-who-help';
import { KeepTeamsOfPupils1790005434000 } from '#migrations/1790005434000-keep-teams-of-pupils';
import { RegisterLibraryStaff1790005435000 } from '#migrations/1790005435000-register-library-staff';
import { KeepReadingPlans1790005436000 } from '#migrations/1790005436000-keep-reading-plans';
import { KeepReadingAwards1790005437000 } from '#migrations/1790005437000-keep-reading-awards';
import { CountUnknownCards1790005502000 } from '#migrations/1790005502000-count-unknown-cards';
import { SendNotices1790005550000 } from '#migrations/1790005550000-send-notices';
import { JoinSchoolsInClusters1790005560000 } from '#migrations/1790005560000-join-schools-in-clusters';
import { DescribePosts1790005560100 } from '#migrations/1790005560100-describe-posts';
import { LetGrantsBeginAndEnd1790005560200 } from '#migrations/1790005560200-let-grants-begin-and-end';
import { LendRightsForATime1790005560300 } from '#migrations/1790005560300-lend-rights-for-a-time';
import { TrailWhatRightsWereGiven1790005560400 } from '#migrations/1790005560400-trail-what-rights-were-given';
import { TrailWhoDidWhat1790005560500 } from '#migrations/1790005560500-trail-who-did-what';
import { AskForASecondFactor1790005560600 } from '#migrations/1790005560600-ask-for-a-second-factor';
import { LetClientsChangeTheirSecret1790005560700 } from '#migrations/1790005560700-let-clients-change-their-secret';
import { SignInElsewhere1790005560800 } from '#migrations/1790005560800-sign-in-elsewhere';
import { SealAccessLog1790005571000 } from '#migrations/1790005571000-seal-access-log';
import { ForgetWhoHadIt1790005572000 } from '#migrations/1790005572000-forget-who-had-it';
import { AccessExplainedModule } from './access-explained/access-explained.module.js';
import { AccessRecordsModule } from './access-records/access-records.module.js';
import { AccountsModule } from './accounts/accounts.module.js';
import { ApiClientsModule } from './api-clients/api-clients.module.js';
import { CardPoliciesModule } from './card-policies/card-policies.module.js';
import { CardProductionModule } from './card-production/card-production.module.js';
import { CardScansModule } from './card-scans/card-scans.module.js';
import { CardSheetsModule } from './card-sheets/card-sheets.module.js';
import { cardWindowTable } from './card-windows/card-window.row.js';
import { CardWindowsModule } from './card-windows/card-windows.module.js';
import { CardsModule } from './cards/cards.module.js';
import { ClassesModule } from './classes/classes.module.js';
import { DelegationsModule } from './delegations/delegations.module.js';
import { EnrolmentModule } from './enrolment/enrolment.module.js';
import { FromCirculationModule } from './from-circulation/from-circulation.module.js';
import { GrantsModule } from './grants/grants.module.js';
import { GuardiansModule } from './guardians/guardians.module.js';
import { dutySlotTable } from './helper-duties/duty.row.js';
import { dutyEntryTable } from './helper-duties/duty.row.js';
import { HelperDutiesModule } from './helper-duties/helper-duties.module.js';
import { HelperEvaluationsModule } from './helper-evaluations/helper-evaluations.module.js';
import { helperJudgementTable } from './helper-evaluations/helper-judgement.row.js';
import { classHelperTable } from './helper-office/class-helper.row.js';
import { helperRuleTable } from './helper-office/class-helper.row.js';
import { HelperOfficeModule } from './helper-office/helper-office.module.js';
import { HelperTrainingModule } from './helper-training/helper-training.module.js';
import { helperTrainingTable } from './helper-training/helper-training.row.js';
import { helperTrainingFocusTable } from './helper-training/helper-training.row.js';
import { IdentityProvidersModule } from './identity-providers/identity-providers.module.js';
import { LibraryStaffModule } from './library-staff/library-staff.module.js';
import { libraryStaffTable } from './library-staff/staff-member.row.js';
import { MeModule } from './me/me.module.js';
import { NoticeContactsModule } from './notice-contacts/notice-contacts.module.js';
import { NoticeSettingsModule } from './notice-settings/notice-settings.module.js';
import { NoticeTemplatesModule } from './notice-templates/notice-templates.module.js';
import { NoticesModule } from './notices/notices.module.js';
import { PostsModule } from './posts/posts.module.js';
import { PrivacyAuditsModule } from './privacy-audits/privacy-audits.module.js';
import { ReaderLoadModule } from './reader-load/reader-load.module.js';
import { ReaderTransfersModule } from './reader-transfers/reader-transfers.module.js';
import { readingAwardTable } from './reading-awards/reading-award.row.js';
import { ReadingAwardsModule } from './reading-awards/reading-awards.module.js';
import { readingPlanTable } from './reading-plans/reading-plan.row.js';
import { ReadingPlansModule } from './reading-plans/reading-plans.module.js';
import { RightsEntriesModule } from './rights-entries/rights-entries.module.js';
import { RosterImportsModule } from './roster-imports/roster-imports.module.js';
import { RuleSetsModule } from './rule-sets/rule-sets.module.js';
import { SchoolCalendarModule } from './school-calendar/school-calendar.module.js';
import { SchoolClustersModule } from './school-clusters/school-clusters.module.js';
import { SchoolYearsModule } from './school-years/school-years.module.js';
import { SchoolsModule } from './schools/schools.module.js';
import { SecondFactorsModule } from './second-factors/second-factors.module.js';
import { servedGroupTable } from './served-groups/served-group.row.js';
import { ServedGroupsModule } from './served-groups/served-groups.module.js';
import { serviceTeamTable } from './service-teams/service-team.row.js';
import { serviceTeamMemberTable } from './service-teams/service-team.row.js';
import { libraryAreaTable } from './service-teams/service-team.row.js';
import { ServiceTeamsModule } from './service-teams/service-teams.module.js';
import { SessionsModule } from './sessions/sessions.module.js';
import { SignInsModule } from './sign-ins/sign-ins.module.js';
import { SigningModule } from './signing/signing.module.js';
import { yearlyAccountTable } from './yearly-accounts/yearly-account.row.js';
import { YearlyAccountsModule } from './yearly-accounts/yearly-accounts.module.js';

/** The rooms: each folder with a module of its name. */
export const rooms: readonly Type[] = [
  AccessExplainedModule,
  AccessRecordsModule,
  AccountsModule,
  ApiClientsModule,
  CardPoliciesModule,
  CardProductionModule,
  CardScansModule,
  CardSheetsModule,
  CardWindowsModule,
  CardsModule,
  ClassesModule,
  DelegationsModule,
  EnrolmentModule,
  FromCirculationModule,
  GrantsModule,
  GuardiansModule,
  HelperDutiesModule,
  HelperEvaluationsModule,
  HelperOfficeModule,
  HelperTrainingModule,
  IdentityProvidersModule,
  LibraryStaffModule,
  MeModule,
  NoticeContactsModule,
  NoticeSettingsModule,
  NoticeTemplatesModule,
  NoticesModule,
  PostsModule,
  PrivacyAuditsModule,
  ReaderLoadModule,
  ReaderTransfersModule,
  ReadingAwardsModule,
  ReadingPlansModule,
  RightsEntriesModule,
  RosterImportsModule,
  RuleSetsModule,
  SchoolCalendarModule,
  SchoolClustersModule,
  SchoolYearsModule,
  SchoolsModule,
  SecondFactorsModule,
  ServedGroupsModule,
  ServiceTeamsModule,
  SessionsModule,
  SignInsModule,
  SigningModule,
  YearlyAccountsModule,
];

/** What TypeORM reads and writes for them. */
export const tables: readonly EntitySchema[] = [
  cardWindowTable,
  dutySlotTable,
  dutyEntryTable,
  helperJudgementTable,
  classHelperTable,
  helperRuleTable,
  helperTrainingTable,
  helperTrainingFocusTable,
  libraryStaffTable,
  readingAwardTable,
  readingPlanTable,
  servedGroupTable,
  serviceTeamTable,
  serviceTeamMemberTable,
  libraryAreaTable,
  yearlyAccountTable,
];

/** In the order in which they run: that of their stamps. */
export const migrations: readonly Migration[] = [
  CreateEventTables1790000000000,
  CreateJobTables1790000100000,
  CreateSchool1790000200000,
  CreateTermAndCalendar1790000300000,
  CreateSchoolClass1790000400000,
  CreateReaderAndCard1790000500000,
  LogReadsOfPersonalData1790000600000,
  CreateAccountAndSession1790000700000,
  CreateApiClient1790000800000,
  CloseAccountsAndClients1790000900000,
  DropOutboxIndexes1790001000000,
  CreateDigestedPositions1790002101000,
  KeepParkedBytes1790002102000,
  SetEventsAside1790002200000,
  BoundJobs1790002301000,
  VoidTokens1790002302000,
  FindReadersByWordsOfTheirNames1790002800000,
  KeepFingerprintsOfSecrets1790003400000,
  TrustDevices1790003500000,
  ParkOncePerReading1790003600000,
  KeepJobOutputs1790004670000,
  KnowExternalIds1790004671000,
  KnowWhenReadersChanged1790004671100,
  KnowExternalIdsOfClasses1790004720000,
  KnowWhenClassesChanged1790004721000,
  PlaceClassesInStreamsAndCampuses1790005410000,
  KnowWhatReadersOwe1790005410100,
  NoteTemporaryPupils1790005410150,
  KeepSchoolYears1790005410200,
  TransferReaders1790005411000,
  RememberRosterMappings1790005412000,
  QueueDoubtfulMatches1790005413000,
  KnowWhoIsEntitledToACard1790005420000,
  LetCardsBeTemporary1790005420100,
  CreateDailyRuns1790005420200,
  OpenWindowsForCards1790005421000,
  KnowTheSchoolYearOfADay1790005421100,
  ProduceCardsInBatches1790005422000,
  ServeGroups1790005423000,
  KeepRuleSets1790005424000,
  KnowGuardians1790005425000,
  GiveYearlyAccounts1790005426000,
  AppointPupilsWhoHelp1790005430000,
  TrainPupilsWhoHelp1790005431000,
  KeepDutyRosters1790005432000,
  JudgePupilsWhoHelp1790005433000,
  KeepTeamsOfPupils1790005434000,
  RegisterLibraryStaff1790005435000,
  KeepReadingPlans1790005436000,
  KeepReadingAwards1790005437000,
  CountUnknownCards1790005502000,
  SendNotices1790005550000,
  JoinSchoolsInClusters1790005560000,
  DescribePosts1790005560100,
  LetGrantsBeginAndEnd1790005560200,
  LendRightsForATime1790005560300,
  TrailWhatRightsWereGiven1790005560400,
  TrailWhoDidWhat1790005560500,
  AskForASecondFactor1790005560600,
  LetClientsChangeTheirSecret1790005560700,
  SignInElsewhere1790005560800,
  SealAccessLog1790005571000,
  ForgetWhoHadIt1790005572000,
];
