import { Type, type Static, type TString, type TUnsafe } from '@sinclair/typebox';

/** A string that carries the name of what it stands for, so that ids cannot be mixed up. */
export type Branded<Name extends string> = string & { readonly __is: Name };

const UUID = '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$';
const id = <Name extends string>(name: Name): TUnsafe<Branded<Name>> =>
  Type.Unsafe<Branded<Name>>(Type.String({ pattern: UUID, maxLength: 36, title: name }));

export const SchoolId = id('SchoolId');
export type SchoolId = Static<typeof SchoolId>;
export const TermId = id('TermId');
export type TermId = Static<typeof TermId>;
export const SchoolClassId = id('SchoolClassId');
export type SchoolClassId = Static<typeof SchoolClassId>;
export const ReaderId = id('ReaderId');
export type ReaderId = Static<typeof ReaderId>;
export const CardId = id('CardId');
export type CardId = Static<typeof CardId>;
export const TitleId = id('TitleId');
export type TitleId = Static<typeof TitleId>;
export const CopyId = id('CopyId');
export type CopyId = Static<typeof CopyId>;
export const LocationId = id('LocationId');
export type LocationId = Static<typeof LocationId>;
export const OwnershipTransferId = id('OwnershipTransferId');
export type OwnershipTransferId = Static<typeof OwnershipTransferId>;
export const LoanId = id('LoanId');
export type LoanId = Static<typeof LoanId>;
export const HoldId = id('HoldId');
export type HoldId = Static<typeof HoldId>;
export const CompensationId = id('CompensationId');
export type CompensationId = Static<typeof CompensationId>;
export const CopyTransferId = id('CopyTransferId');
export type CopyTransferId = Static<typeof CopyTransferId>;
export const ReadingNoteId = id('ReadingNoteId');
export type ReadingNoteId = Static<typeof ReadingNoteId>;
export const LogbookEntryId = id('LogbookEntryId');
export type LogbookEntryId = Static<typeof LogbookEntryId>;
export const ContestId = id('ContestId');
export type ContestId = Static<typeof ContestId>;
export const ContestEntryId = id('ContestEntryId');
export type ContestEntryId = Static<typeof ContestEntryId>;
export const ContestPrizeId = id('ContestPrizeId');
export type ContestPrizeId = Static<typeof ContestPrizeId>;
export const VendorId = id('VendorId');
export type VendorId = Static<typeof VendorId>;
export const SuitabilityReviewId = id('SuitabilityReviewId');
export type SuitabilityReviewId = Static<typeof SuitabilityReviewId>;
export const PurchaseOrderId = id('PurchaseOrderId');
export type PurchaseOrderId = Static<typeof PurchaseOrderId>;
export const SuggestionId = id('SuggestionId');
export type SuggestionId = Static<typeof SuggestionId>;
export const AcquisitionPlanId = id('AcquisitionPlanId');
export type AcquisitionPlanId = Static<typeof AcquisitionPlanId>;
export const PupilBookId = id('PupilBookId');
export type PupilBookId = Static<typeof PupilBookId>;
export const CentralPurchaseId = id('CentralPurchaseId');
export type CentralPurchaseId = Static<typeof CentralPurchaseId>;
export const BibliographyId = id('BibliographyId');
export type BibliographyId = Static<typeof BibliographyId>;
export const VendorClaimId = id('VendorClaimId');
export type VendorClaimId = Static<typeof VendorClaimId>;
export const CollectionPolicyId = id('CollectionPolicyId');
export type CollectionPolicyId = Static<typeof CollectionPolicyId>;
export const CommitteeMemberId = id('CommitteeMemberId');
export type CommitteeMemberId = Static<typeof CommitteeMemberId>;
export const AllocationSchemeId = id('AllocationSchemeId');
export type AllocationSchemeId = Static<typeof AllocationSchemeId>;
export const StockAdditionId = id('StockAdditionId');
export type StockAdditionId = Static<typeof StockAdditionId>;
export const IssueListId = id('IssueListId');
export type IssueListId = Static<typeof IssueListId>;
export const DeliveryId = id('DeliveryId');
export type DeliveryId = Static<typeof DeliveryId>;

export const WeedingProposalId = id('WeedingProposalId');
export type WeedingProposalId = Static<typeof WeedingProposalId>;
export const RepairId = id('RepairId');
export type RepairId = Static<typeof RepairId>;
export const StocktakeId = id('StocktakeId');
export type StocktakeId = Static<typeof StocktakeId>;
export const LibraryNoticeId = id('LibraryNoticeId');
export type LibraryNoticeId = Static<typeof LibraryNoticeId>;
export const RecommendationIssueId = id('RecommendationIssueId');
export type RecommendationIssueId = Static<typeof RecommendationIssueId>;
export const AwardId = id('AwardId');
export type AwardId = Static<typeof AwardId>;

/** A calendar day in the county's zone, `YYYY-MM-DD`; compares as a string. */
export const CalendarDay = Type.Unsafe<Branded<'CalendarDay'>>(
  Type.String({
    pattern: '^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$',
    maxLength: 10,
    title: 'CalendarDay',
  }),
);
export type CalendarDay = Static<typeof CalendarDay>;

/** An instant in RFC 3339, always in UTC with a `Z`. */
export const Instant: TString = Type.String({
  format: 'date-time',
  maxLength: 40,
  title: 'Instant',
});
export type Instant = string;
export const NoticeId = id('NoticeId');
export type NoticeId = Static<typeof NoticeId>;
/** Of whatever a notice comes from: a loan, a hold, a campaign, a request; the school where it comes from all that somebody has. */
export const NoticeCauseId = id('NoticeCauseId');
export type NoticeCauseId = Static<typeof NoticeCauseId>;
