// Emitted from the files beside it: `npm run emit`.
import { accessExplainedAccess } from './access-explained.access.js';
import { accessExplainedTags } from './access-explained.tags.js';
import { accessRecordsAccess } from './access-records.access.js';
import { accessRecordsTags } from './access-records.tags.js';
import { accountsAccess } from './accounts.access.js';
import { accountsProblems } from './accounts.problems.js';
import { accountsTags } from './accounts.tags.js';
import { apiClientsAccess } from './api-clients.access.js';
import { apiClientsProblems } from './api-clients.problems.js';
import { apiClientsTags } from './api-clients.tags.js';
import { cardPoliciesAccess } from './card-policies.access.js';
import { cardPoliciesProblems } from './card-policies.problems.js';
import { cardPoliciesTags } from './card-policies.tags.js';
import { cardProductionAccess } from './card-production.access.js';
import { cardProductionProblems } from './card-production.problems.js';
import { cardProductionTags } from './card-production.tags.js';
import { cardScansAccess } from './card-scans.access.js';
import { cardScansProblems } from './card-scans.problems.js';
import { cardScansTags } from './card-scans.tags.js';
import { cardSheetsAccess } from './card-sheets.access.js';
import { cardSheetsProblems } from './card-sheets.problems.js';
import { cardSheetsTags } from './card-sheets.tags.js';
import { cardWindowsAccess } from './card-windows.access.js';
import { cardWindowsProblems } from './card-windows.problems.js';
import { cardWindowsTags } from './card-windows.tags.js';
import { cardsAccess } from './cards.access.js';
import { cardsProblems } from './cards.problems.js';
import { cardsTags } from './cards.tags.js';
import { classesAccess } from './classes.access.js';
import { classesProblems } from './classes.problems.js';
import { classesTags } from './classes.tags.js';
import { delegationsAccess } from './delegations.access.js';
import { delegationsProblems } from './delegations.problems.js';
import { delegationsTags } from './delegations.tags.js';
import { enrolmentAccess } from './enrolment.access.js';
import { enrolmentProblems } from './enrolment.problems.js';
import { enrolmentTags } from './enrolment.tags.js';
import { grantsAccess } from './grants.access.js';
import { grantsProblems } from './grants.problems.js';
import { grantsTags } from './grants.tags.js';
import { guardiansAccess } from './guardians.access.js';
import { guardiansProblems } from './guardians.problems.js';
import { guardiansTags } from './guardians.tags.js';
import { helperDutiesAccess } from './helper-duties.access.js';
import { helperDutiesProblems } from './helper-duties.problems.js';
import { helperDutiesTags } from './helper-duties.tags.js';
import { helperEvaluationsAccess } from './helper-evaluations.access.js';
import { helperEvaluationsProblems } from './helper-evaluations.problems.js';
import { helperEvaluationsTags } from './helper-evaluations.tags.js';
import { helperOfficeAccess } from './helper-office.access.js';
import { helperOfficeProblems } from './helper-office.problems.js';
import { helperOfficeTags } from './helper-office.tags.js';
import { helperTrainingAccess } from './helper-training.access.js';
import { helperTrainingProblems } from './helper-training.problems.js';
import { helperTrainingTags } from './helper-training.tags.js';
import { identityProvidersAccess } from './identity-providers.access.js';
import { identityProvidersProblems } from './identity-providers.problems.js';
import { identityProvidersTags } from './identity-providers.tags.js';
import { libraryStaffAccess } from './library-staff.access.js';
import { libraryStaffProblems } from './library-staff.problems.js';
import { libraryStaffTags } from './library-staff.tags.js';
import { meAccess } from './me.access.js';
import { meProblems } from './me.problems.js';
import { meTags } from './me.tags.js';
import { noticeContactsAccess } from './notice-contacts.access.js';
import { noticeContactsProblems } from './notice-contacts.problems.js';
import { noticeContactsTags } from './notice-contacts.tags.js';
import { noticeSettingsAccess } from './notice-settings.access.js';
import { noticeSettingsProblems } from './notice-settings.problems.js';
import { noticeSettingsTags } from './notice-settings.tags.js';
import { noticeTemplatesAccess } from './notice-templates.access.js';
import { noticeTemplatesProblems } from './notice-templates.problems.js';
import { noticeTemplatesTags } from './notice-templates.tags.js';
import { noticesAccess } from './notices.access.js';
import { noticesProblems } from './notices.problems.js';
import { noticesTags } from './notices.tags.js';
import { postsAccess } from './posts.access.js';
import { postsProblems } from './posts.problems.js';
import { postsTags } from './posts.tags.js';
import { privacyAuditsAccess } from './privacy-audits.access.js';
import { privacyAuditsTags } from './privacy-audits.tags.js';
import { readerLoadAccess } from './reader-load.access.js';
import { readerLoadTags } from './reader-load.tags.js';
import { readerTransfersAccess } from './reader-transfers.access.js';
import { readerTransfersProblems } from './reader-transfers.problems.js';
import { readerTransfersTags } from './reader-transfers.tags.js';
import { readingAwardsAccess } from './reading-awards.access.js';
import { readingAwardsProblems } from './reading-awards.problems.js';
import { readingAwardsTags } from './reading-awards.tags.js';
import { readingPlansAccess } from './reading-plans.access.js';
import { readingPlansProblems } from './reading-plans.problems.js';
import { readingPlansTags } from './reading-plans.tags.js';
import { rightsEntriesAccess } from './rights-entries.access.js';
import { rightsEntriesTags } from './rights-entries.tags.js';
import { rosterImportsAccess } from './roster-imports.access.js';
import { rosterImportsProblems } from './roster-imports.problems.js';
import { rosterImportsTags } from './roster-imports.tags.js';
import { ruleSetsAccess } from './rule-sets.access.js';
import { ruleSetsProblems } from './rule-sets.problems.js';
import { ruleSetsTags } from './rule-sets.tags.js';
import { schoolCalendarAccess } from './school-calendar.access.js';
import { schoolCalendarProblems } from './school-calendar.problems.js';
import { schoolCalendarTags } from './school-calendar.tags.js';
import { schoolClustersAccess } from './school-clusters.access.js';
import { schoolClustersProblems } from './school-clusters.problems.js';
import { schoolClustersTags } from './school-clusters.tags.js';
import { schoolYearsAccess } from './school-years.access.js';
import { schoolYearsProblems } from './school-years.problems.js';
import { schoolYearsTags } from './school-years.tags.js';
import { schoolsAccess } from './schools.access.js';
import { schoolsProblems } from './schools.problems.js';
import { schoolsTags } from './schools.tags.js';
import { secondFactorsAccess } from './second-factors.access.js';
import { secondFactorsProblems } from './second-factors.problems.js';
import { servedGroupsAccess } from './served-groups.access.js';
import { servedGroupsProblems } from './served-groups.problems.js';
import { servedGroupsTags } from './served-groups.tags.js';
import { serviceTeamsAccess } from './service-teams.access.js';
import { serviceTeamsProblems } from './service-teams.problems.js';
import { serviceTeamsTags } from './service-teams.tags.js';
import { sessionsAccess } from './sessions.access.js';
import { sessionsProblems } from './sessions.problems.js';
import { sessionsTags } from './sessions.tags.js';
import { signInsAccess } from './sign-ins.access.js';
import { signingKeysAccess } from './signing-keys.access.js';
import { signingKeysTags } from './signing-keys.tags.js';
import { yearlyAccountsAccess } from './yearly-accounts.access.js';
import { yearlyAccountsProblems } from './yearly-accounts.problems.js';
import { yearlyAccountsTags } from './yearly-accounts.tags.js';

export * from './classes.v1.js';
export * from './library-staff.v1.js';
export * from './readers.v1.js';
export * from './schools.v1.js';
export * from './watermark.v1.js';

export const readersAccess = {
  ...accessExplainedAccess,
  ...accessRecordsAccess,
  ...accountsAccess,
  ...apiClientsAccess,
  ...cardPoliciesAccess,
  ...cardProductionAccess,
  ...cardScansAccess,
  ...cardSheetsAccess,
  ...cardWindowsAccess,
  ...cardsAccess,
  ...classesAccess,
  ...delegationsAccess,
  ...enrolmentAccess,
  ...grantsAccess,
  ...guardiansAccess,
  ...helperDutiesAccess,
  ...helperEvaluationsAccess,
  ...helperOfficeAccess,
  ...helperTrainingAccess,
  ...identityProvidersAccess,
  ...libraryStaffAccess,
  ...meAccess,
  ...noticeContactsAccess,
  ...noticeSettingsAccess,
  ...noticeTemplatesAccess,
  ...noticesAccess,
  ...postsAccess,
  ...privacyAuditsAccess,
  ...readerLoadAccess,
  ...readerTransfersAccess,
  ...readingAwardsAccess,
  ...readingPlansAccess,
  ...rightsEntriesAccess,
  ...rosterImportsAccess,
  ...ruleSetsAccess,
  ...schoolCalendarAccess,
  ...schoolClustersAccess,
  ...schoolYearsAccess,
  ...schoolsAccess,
  ...secondFactorsAccess,
  ...servedGroupsAccess,
  ...serviceTeamsAccess,
  ...sessionsAccess,
  ...signInsAccess,
  ...signingKeysAccess,
  ...yearlyAccountsAccess,
};
export const readersProblems = {
  ...accountsProblems,
  ...apiClientsProblems,
  ...cardPoliciesProblems,
  ...cardProductionProblems,
  ...cardScansProblems,
  ...cardSheetsProblems,
  ...cardWindowsProblems,
  ...cardsProblems,
  ...classesProblems,
  ...delegationsProblems,
  ...enrolmentProblems,
  ...grantsProblems,
  ...guardiansProblems,
  ...helperDutiesProblems,
  ...helperEvaluationsProblems,
  ...helperOfficeProblems,
  ...helperTrainingProblems,
  ...identityProvidersProblems,
  ...libraryStaffProblems,
  ...meProblems,
  ...noticeContactsProblems,
  ...noticeSettingsProblems,
  ...noticeTemplatesProblems,
  ...noticesProblems,
  ...postsProblems,
  ...readerTransfersProblems,
  ...readingAwardsProblems,
  ...readingPlansProblems,
  ...rosterImportsProblems,
  ...ruleSetsProblems,
  ...schoolCalendarProblems,
  ...schoolClustersProblems,
  ...schoolYearsProblems,
  ...schoolsProblems,
  ...secondFactorsProblems,
  ...servedGroupsProblems,
  ...serviceTeamsProblems,
  ...sessionsProblems,
  ...yearlyAccountsProblems,
};
export const readersTags = {
  ...accessExplainedTags,
  ...accessRecordsTags,
  ...accountsTags,
  ...apiClientsTags,
  ...cardPoliciesTags,
  ...cardProductionTags,
  ...cardScansTags,
  ...cardSheetsTags,
  ...cardWindowsTags,
  ...cardsTags,
  ...classesTags,
  ...delegationsTags,
  ...enrolmentTags,
  ...grantsTags,
  ...guardiansTags,
  ...helperDutiesTags,
  ...helperEvaluationsTags,
  ...helperOfficeTags,
  ...helperTrainingTags,
  ...identityProvidersTags,
  ...libraryStaffTags,
  ...meTags,
  ...noticeContactsTags,
  ...noticeSettingsTags,
  ...noticeTemplatesTags,
  ...noticesTags,
  ...postsTags,
  ...privacyAuditsTags,
  ...readerLoadTags,
  ...readerTransfersTags,
  ...readingAwardsTags,
  ...readingPlansTags,
  ...rightsEntriesTags,
  ...rosterImportsTags,
  ...ruleSetsTags,
  ...schoolCalendarTags,
  ...schoolClustersTags,
  ...schoolYearsTags,
  ...schoolsTags,
  ...servedGroupsTags,
  ...serviceTeamsTags,
  ...sessionsTags,
  ...signingKeysTags,
  ...yearlyAccountsTags,
};
