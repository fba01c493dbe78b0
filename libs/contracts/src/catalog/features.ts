// Emitted from the files beside it: `npm run emit`.
import { acceptanceAccess } from './acceptance.access.js';
import { acceptanceProblems } from './acceptance.problems.js';
import { acceptanceTags } from './acceptance.tags.js';
import { accessionAccess } from './accession.access.js';
import { accessionProblems } from './accession.problems.js';
import { accessionTags } from './accession.tags.js';
import { allocationSchemesAccess } from './allocation-schemes.access.js';
import { allocationSchemesProblems } from './allocation-schemes.problems.js';
import { allocationSchemesTags } from './allocation-schemes.tags.js';
import { archiveCertificatesAccess } from './archive-certificates.access.js';
import { archiveCertificatesProblems } from './archive-certificates.problems.js';
import { archiveCertificatesTags } from './archive-certificates.tags.js';
import { archiveDestructionsAccess } from './archive-destructions.access.js';
import { archiveDestructionsProblems } from './archive-destructions.problems.js';
import { archiveDestructionsTags } from './archive-destructions.tags.js';
import { archiveFilesAccess } from './archive-files.access.js';
import { archiveFilesProblems } from './archive-files.problems.js';
import { archiveFilesTags } from './archive-files.tags.js';
import { archiveImportsAccess } from './archive-imports.access.js';
import { archiveImportsProblems } from './archive-imports.problems.js';
import { archiveImportsTags } from './archive-imports.tags.js';
import { archiveRecallsAccess } from './archive-recalls.access.js';
import { archiveRecallsProblems } from './archive-recalls.problems.js';
import { archiveRecallsTags } from './archive-recalls.tags.js';
import { archiveUnitsAccess } from './archive-units.access.js';
import { archiveUnitsProblems } from './archive-units.problems.js';
import { archiveUnitsTags } from './archive-units.tags.js';
import { archiveYearbooksAccess } from './archive-yearbooks.access.js';
import { archiveYearbooksProblems } from './archive-yearbooks.problems.js';
import { archiveYearbooksTags } from './archive-yearbooks.tags.js';
import { audienceAccess } from './audience.access.js';
import { audienceProblems } from './audience.problems.js';
import { audienceTags } from './audience.tags.js';
import { authorityAccess } from './authority.access.js';
import { authorityProblems } from './authority.problems.js';
import { authorityTags } from './authority.tags.js';
import { bibliographiesAccess } from './bibliographies.access.js';
import { bibliographiesProblems } from './bibliographies.problems.js';
import { bibliographiesTags } from './bibliographies.tags.js';
import { careRulesAccess } from './care-rules.access.js';
import { careRulesTags } from './care-rules.tags.js';
import { catalogExportsAccess } from './catalog-exports.access.js';
import { catalogExportsProblems } from './catalog-exports.problems.js';
import { catalogExportsTags } from './catalog-exports.tags.js';
import { catalogImportsAccess } from './catalog-imports.access.js';
import { catalogImportsProblems } from './catalog-imports.problems.js';
import { catalogImportsTags } from './catalog-imports.tags.js';
import { centralPurchasesAccess } from './central-purchases.access.js';
import { centralPurchasesProblems } from './central-purchases.problems.js';
import { centralPurchasesTags } from './central-purchases.tags.js';
import { clcClassesAccess } from './clc-classes.access.js';
import { clcClassesProblems } from './clc-classes.problems.js';
import { clcClassesTags } from './clc-classes.tags.js';
import { collectionPolicyAccess } from './collection-policy.access.js';
import { collectionPolicyProblems } from './collection-policy.problems.js';
import { collectionPolicyTags } from './collection-policy.tags.js';
import { collectionsAccess } from './collections.access.js';
import { collectionsProblems } from './collections.problems.js';
import { collectionsTags } from './collections.tags.js';
import { committeeAccess } from './committee.access.js';
import { committeeProblems } from './committee.problems.js';
import { committeeTags } from './committee.tags.js';
import { compensationsAccess } from './compensations.access.js';
import { compensationsProblems } from './compensations.problems.js';
import { compensationsTags } from './compensations.tags.js';
import { copyCataloguingAccess } from './copy-cataloguing.access.js';
import { copyCataloguingProblems } from './copy-cataloguing.problems.js';
import { copyCataloguingTags } from './copy-cataloguing.tags.js';
import { coversAccess } from './covers.access.js';
import { coversProblems } from './covers.problems.js';
import { eBooksAccess } from './e-books.access.js';
import { eBooksProblems } from './e-books.problems.js';
import { eBooksTags } from './e-books.tags.js';
import { eResourceTrialsAccess } from './e-resource-trials.access.js';
import { eResourceTrialsProblems } from './e-resource-trials.problems.js';
import { eResourceTrialsTags } from './e-resource-trials.tags.js';
import { eResourcesAccess } from './e-resources.access.js';
import { eResourcesProblems } from './e-resources.problems.js';
import { eResourcesTags } from './e-resources.tags.js';
import { exitGateAccess } from './exit-gate.access.js';
import { exitGateTags } from './exit-gate.tags.js';
import { featureEntriesAccess } from './feature-entries.access.js';
import { featureEntriesProblems } from './feature-entries.problems.js';
import { featureEntriesTags } from './feature-entries.tags.js';
import { inspectionsAccess } from './inspections.access.js';
import { inspectionsProblems } from './inspections.problems.js';
import { inspectionsTags } from './inspections.tags.js';
import { labelsAccess } from './labels.access.js';
import { labelsProblems } from './labels.problems.js';
import { labelsTags } from './labels.tags.js';
import { locationsAccess } from './locations.access.js';
import { locationsProblems } from './locations.problems.js';
import { locationsTags } from './locations.tags.js';
import { ordersAccess } from './orders.access.js';
import { ordersProblems } from './orders.problems.js';
import { ordersTags } from './orders.tags.js';
import { ownershipTransfersAccess } from './ownership-transfers.access.js';
import { ownershipTransfersProblems } from './ownership-transfers.problems.js';
import { ownershipTransfersTags } from './ownership-transfers.tags.js';
import { plansAccess } from './plans.access.js';
import { plansProblems } from './plans.problems.js';
import { plansTags } from './plans.tags.js';
import { processingAccess } from './processing.access.js';
import { processingProblems } from './processing.problems.js';
import { processingTags } from './processing.tags.js';
import { pupilBooksAccess } from './pupil-books.access.js';
import { pupilBooksProblems } from './pupil-books.problems.js';
import { pupilBooksTags } from './pupil-books.tags.js';
import { registersAccess } from './registers.access.js';
import { registersProblems } from './registers.problems.js';
import { registersTags } from './registers.tags.js';
import { registrationAccess } from './registration.access.js';
import { registrationTags } from './registration.tags.js';
import { renumberingAccess } from './renumbering.access.js';
import { renumberingProblems } from './renumbering.problems.js';
import { renumberingTags } from './renumbering.tags.js';
import { repairAccess } from './repair.access.js';
import { repairProblems } from './repair.problems.js';
import { repairTags } from './repair.tags.js';
import { researchRequestsAccess } from './research-requests.access.js';
import { researchRequestsProblems } from './research-requests.problems.js';
import { researchRequestsTags } from './research-requests.tags.js';
import { retrospectiveProjectsAccess } from './retrospective-projects.access.js';
import { retrospectiveProjectsTags } from './retrospective-projects.tags.js';
import { schoolPublicationsAccess } from './school-publications.access.js';
import { schoolPublicationsProblems } from './school-publications.problems.js';
import { schoolPublicationsTags } from './school-publications.tags.js';
import { searchAccess } from './search.access.js';
import { searchTags } from './search.tags.js';
import { selectionAccess } from './selection.access.js';
import { selectionProblems } from './selection.problems.js';
import { selectionTags } from './selection.tags.js';
import { serialBindingsAccess } from './serial-bindings.access.js';
import { serialBindingsProblems } from './serial-bindings.problems.js';
import { serialBindingsTags } from './serial-bindings.tags.js';
import { serialDistributionAccess } from './serial-distribution.access.js';
import { serialDistributionProblems } from './serial-distribution.problems.js';
import { serialDistributionTags } from './serial-distribution.tags.js';
import { serialIssuesAccess } from './serial-issues.access.js';
import { serialIssuesProblems } from './serial-issues.problems.js';
import { serialIssuesTags } from './serial-issues.tags.js';
import { serialShelvingAccess } from './serial-shelving.access.js';
import { serialShelvingProblems } from './serial-shelving.problems.js';
import { serialShelvingTags } from './serial-shelving.tags.js';
import { serialsAccess } from './serials.access.js';
import { serialsProblems } from './serials.problems.js';
import { serialsTags } from './serials.tags.js';
import { shelfPatrolsAccess } from './shelf-patrols.access.js';
import { shelfPatrolsProblems } from './shelf-patrols.problems.js';
import { shelfPatrolsTags } from './shelf-patrols.tags.js';
import { shelfShiftsAccess } from './shelf-shifts.access.js';
import { shelfShiftsProblems } from './shelf-shifts.problems.js';
import { shelfShiftsTags } from './shelf-shifts.tags.js';
import { stockAdditionsAccess } from './stock-additions.access.js';
import { stockAdditionsProblems } from './stock-additions.problems.js';
import { stockAdditionsTags } from './stock-additions.tags.js';
import { stocktakeAccess } from './stocktake.access.js';
import { stocktakeProblems } from './stocktake.problems.js';
import { stocktakeTags } from './stocktake.tags.js';
import { subscriptionsAccess } from './subscriptions.access.js';
import { subscriptionsProblems } from './subscriptions.problems.js';
import { subscriptionsTags } from './subscriptions.tags.js';
import { teachingStockAccess } from './teaching-stock.access.js';
import { teachingStockProblems } from './teaching-stock.problems.js';
import { teachingStockTags } from './teaching-stock.tags.js';
import { titleEditsAccess } from './title-edits.access.js';
import { titleEditsProblems } from './title-edits.problems.js';
import { titleEditsTags } from './title-edits.tags.js';
import { titleExternalIdsAccess } from './title-external-ids.access.js';
import { titleExternalIdsTags } from './title-external-ids.tags.js';
import { titleMergesAccess } from './title-merges.access.js';
import { titleMergesProblems } from './title-merges.problems.js';
import { titleMergesTags } from './title-merges.tags.js';
import { titlesAccess } from './titles.access.js';
import { titlesProblems } from './titles.problems.js';
import { titlesTags } from './titles.tags.js';
import { valueListsAccess } from './value-lists.access.js';
import { valueListsTags } from './value-lists.tags.js';
import { vendorClaimsAccess } from './vendor-claims.access.js';
import { vendorClaimsProblems } from './vendor-claims.problems.js';
import { vendorClaimsTags } from './vendor-claims.tags.js';
import { vendorMarketAccess } from './vendor-market.access.js';
import { vendorMarketProblems } from './vendor-market.problems.js';
import { vendorMarketTags } from './vendor-market.tags.js';
import { weedingAccess } from './weeding.access.js';
import { weedingProblems } from './weeding.problems.js';
import { weedingTags } from './weeding.tags.js';
import { workReportsAccess } from './work-reports.access.js';
import { workReportsProblems } from './work-reports.problems.js';
import { workReportsTags } from './work-reports.tags.js';

export * from './copies.v1.js';
export * from './e-books.v1.js';
export * from './notices.v1.js';
export * from './subscriptions.v1.js';
export * from './titles.v1.js';
export * from './watermark.v1.js';

export const catalogAccess = {
  ...acceptanceAccess,
  ...accessionAccess,
  ...allocationSchemesAccess,
  ...archiveCertificatesAccess,
  ...archiveDestructionsAccess,
  ...archiveFilesAccess,
  ...archiveImportsAccess,
  ...archiveRecallsAccess,
  ...archiveUnitsAccess,
  ...archiveYearbooksAccess,
  ...audienceAccess,
  ...authorityAccess,
  ...bibliographiesAccess,
  ...careRulesAccess,
  ...catalogExportsAccess,
  ...catalogImportsAccess,
  ...centralPurchasesAccess,
  ...clcClassesAccess,
  ...collectionPolicyAccess,
  ...collectionsAccess,
  ...committeeAccess,
  ...compensationsAccess,
  ...copyCataloguingAccess,
  ...coversAccess,
  ...eBooksAccess,
  ...eResourceTrialsAccess,
  ...eResourcesAccess,
  ...exitGateAccess,
  ...featureEntriesAccess,
  ...inspectionsAccess,
  ...labelsAccess,
  ...locationsAccess,
  ...ordersAccess,
  ...ownershipTransfersAccess,
  ...plansAccess,
  ...processingAccess,
  ...pupilBooksAccess,
  ...registersAccess,
  ...registrationAccess,
  ...renumberingAccess,
  ...repairAccess,
  ...researchRequestsAccess,
  ...retrospectiveProjectsAccess,
  ...schoolPublicationsAccess,
  ...searchAccess,
  ...selectionAccess,
  ...serialBindingsAccess,
  ...serialDistributionAccess,
  ...serialIssuesAccess,
  ...serialShelvingAccess,
  ...serialsAccess,
  ...shelfPatrolsAccess,
  ...shelfShiftsAccess,
  ...stockAdditionsAccess,
  ...stocktakeAccess,
  ...subscriptionsAccess,
  ...teachingStockAccess,
  ...titleEditsAccess,
  ...titleExternalIdsAccess,
  ...titleMergesAccess,
  ...titlesAccess,
  ...valueListsAccess,
  ...vendorClaimsAccess,
  ...vendorMarketAccess,
  ...weedingAccess,
  ...workReportsAccess,
};
export const catalogProblems = {
  ...acceptanceProblems,
  ...accessionProblems,
  ...allocationSchemesProblems,
  ...archiveCertificatesProblems,
  ...archiveDestructionsProblems,
  ...archiveFilesProblems,
  ...archiveImportsProblems,
  ...archiveRecallsProblems,
  ...archiveUnitsProblems,
  ...archiveYearbooksProblems,
  ...audienceProblems,
  ...authorityProblems,
  ...bibliographiesProblems,
  ...catalogExportsProblems,
  ...catalogImportsProblems,
  ...centralPurchasesProblems,
  ...clcClassesProblems,
  ...collectionPolicyProblems,
  ...collectionsProblems,
  ...committeeProblems,
  ...compensationsProblems,
  ...copyCataloguingProblems,
  ...coversProblems,
  ...eBooksProblems,
  ...eResourceTrialsProblems,
  ...eResourcesProblems,
  ...featureEntriesProblems,
  ...inspectionsProblems,
  ...labelsProblems,
  ...locationsProblems,
  ...ordersProblems,
  ...ownershipTransfersProblems,
  ...plansProblems,
  ...processingProblems,
  ...pupilBooksProblems,
  ...registersProblems,
  ...renumberingProblems,
  ...repairProblems,
  ...researchRequestsProblems,
  ...schoolPublicationsProblems,
  ...selectionProblems,
  ...serialBindingsProblems,
  ...serialDistributionProblems,
  ...serialIssuesProblems,
  ...serialShelvingProblems,
  ...serialsProblems,
  ...shelfPatrolsProblems,
  ...shelfShiftsProblems,
  ...stockAdditionsProblems,
  ...stocktakeProblems,
  ...subscriptionsProblems,
  ...teachingStockProblems,
  ...titleEditsProblems,
  ...titleMergesProblems,
  ...titlesProblems,
  ...vendorClaimsProblems,
  ...vendorMarketProblems,
  ...weedingProblems,
  ...workReportsProblems,
};
export const catalogTags = {
  ...acceptanceTags,
  ...accessionTags,
  ...allocationSchemesTags,
  ...archiveCertificatesTags,
  ...archiveDestructionsTags,
  ...archiveFilesTags,
  ...archiveImportsTags,
  ...archiveRecallsTags,
  ...archiveUnitsTags,
  ...archiveYearbooksTags,
  ...audienceTags,
  ...authorityTags,
  ...bibliographiesTags,
  ...careRulesTags,
  ...catalogExportsTags,
  ...catalogImportsTags,
  ...centralPurchasesTags,
  ...clcClassesTags,
  ...collectionPolicyTags,
  ...collectionsTags,
  ...committeeTags,
  ...compensationsTags,
  ...copyCataloguingTags,
  ...eBooksTags,
  ...eResourceTrialsTags,
  ...eResourcesTags,
  ...exitGateTags,
  ...featureEntriesTags,
  ...inspectionsTags,
  ...labelsTags,
  ...locationsTags,
  ...ordersTags,
  ...ownershipTransfersTags,
  ...plansTags,
  ...processingTags,
  ...pupilBooksTags,
  ...registersTags,
  ...registrationTags,
  ...renumberingTags,
  ...repairTags,
  ...researchRequestsTags,
  ...retrospectiveProjectsTags,
  ...schoolPublicationsTags,
  ...searchTags,
  ...selectionTags,
  ...serialBindingsTags,
  ...serialDistributionTags,
  ...serialIssuesTags,
  ...serialShelvingTags,
  ...serialsTags,
  ...shelfPatrolsTags,
  ...shelfShiftsTags,
  ...stockAdditionsTags,
  ...stocktakeTags,
  ...subscriptionsTags,
  ...teachingStockTags,
  ...titleEditsTags,
  ...titleExternalIdsTags,
  ...titleMergesTags,
  ...titlesTags,
  ...valueListsTags,
  ...vendorClaimsTags,
  ...vendorMarketTags,
  ...weedingTags,
  ...workReportsTags,
};
