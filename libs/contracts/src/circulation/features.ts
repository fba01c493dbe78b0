// Emitted from the files beside it: `npm run emit`.
import { blockLoansAccess } from './block-loans.access.js';
import { blockLoansProblems } from './block-loans.problems.js';
import { blockLoansTags } from './block-loans.tags.js';
import { bookBoxesAccess } from './book-boxes.access.js';
import { bookBoxesProblems } from './book-boxes.problems.js';
import { bookBoxesTags } from './book-boxes.tags.js';
import { bookCornersAccess } from './book-corners.access.js';
import { bookCornersProblems } from './book-corners.problems.js';
import { bookCornersTags } from './book-corners.tags.js';
import { bookDeliveriesAccess } from './book-deliveries.access.js';
import { bookDeliveriesTags } from './book-deliveries.tags.js';
import { bookExchangeAccess } from './book-exchange.access.js';
import { bookExchangeProblems } from './book-exchange.problems.js';
import { bookExchangeTags } from './book-exchange.tags.js';
import { cashBookAccess } from './cash-book.access.js';
import { cashBookProblems } from './cash-book.problems.js';
import { cashBookTags } from './cash-book.tags.js';
import { classReturnsAccess } from './class-returns.access.js';
import { classReturnsProblems } from './class-returns.problems.js';
import { classReturnsTags } from './class-returns.tags.js';
import { clearanceAccess } from './clearance.access.js';
import { clearanceProblems } from './clearance.problems.js';
import { clearanceTags } from './clearance.tags.js';
import { cornerDonationsAccess } from './corner-donations.access.js';
import { cornerDonationsProblems } from './corner-donations.problems.js';
import { cornerDonationsTags } from './corner-donations.tags.js';
import { cornerSwapsAccess } from './corner-swaps.access.js';
import { cornerSwapsProblems } from './corner-swaps.problems.js';
import { cornerSwapsTags } from './corner-swaps.tags.js';
import { dunningAccess } from './dunning.access.js';
import { dunningProblems } from './dunning.problems.js';
import { dunningTags } from './dunning.tags.js';
import { forgettingAccess } from './forgetting.access.js';
import { forgettingProblems } from './forgetting.problems.js';
import { forgettingTags } from './forgetting.tags.js';
import { holdRegisterAccess } from './hold-register.access.js';
import { holdRegisterTags } from './hold-register.tags.js';
import { holdsAccess } from './holds.access.js';
import { holdsProblems } from './holds.problems.js';
import { holdsTags } from './holds.tags.js';
import { lendingSharesAccess } from './lending-shares.access.js';
import { lendingSharesProblems } from './lending-shares.problems.js';
import { lendingSharesTags } from './lending-shares.tags.js';
import { lendingAccess } from './lending.access.js';
import { lendingProblems } from './lending.problems.js';
import { lendingTags } from './lending.tags.js';
import { libraryRoomsAccess } from './library-rooms.access.js';
import { libraryRoomsProblems } from './library-rooms.problems.js';
import { libraryRoomsTags } from './library-rooms.tags.js';
import { loanCasesAccess } from './loan-cases.access.js';
import { loanCasesProblems } from './loan-cases.problems.js';
import { loanCasesTags } from './loan-cases.tags.js';
import { loanRegistersAccess } from './loan-registers.access.js';
import { loanRegistersTags } from './loan-registers.tags.js';
import { loanTargetsAccess } from './loan-targets.access.js';
import { loanTargetsTags } from './loan-targets.tags.js';
import { lossesAccess } from './losses.access.js';
import { lossesProblems } from './losses.problems.js';
import { lossesTags } from './losses.tags.js';
import { meritSuggestionsAccess } from './merit-suggestions.access.js';
import { meritSuggestionsProblems } from './merit-suggestions.problems.js';
import { meritSuggestionsTags } from './merit-suggestions.tags.js';
import { openingHoursAccess } from './opening-hours.access.js';
import { openingHoursProblems } from './opening-hours.problems.js';
import { openingHoursTags } from './opening-hours.tags.js';
import { overLongAccess } from './over-long.access.js';
import { overLongTags } from './over-long.tags.js';
import { policiesAccess } from './policies.access.js';
import { policiesProblems } from './policies.problems.js';
import { policiesTags } from './policies.tags.js';
import { policyTrialsAccess } from './policy-trials.access.js';
import { policyTrialsTags } from './policy-trials.tags.js';
import { recallsAccess } from './recalls.access.js';
import { recallsProblems } from './recalls.problems.js';
import { recallsTags } from './recalls.tags.js';
import { roomSessionsAccess } from './room-sessions.access.js';
import { roomSessionsProblems } from './room-sessions.problems.js';
import { roomSessionsTags } from './room-sessions.tags.js';
import { rotationAccess } from './rotation.access.js';
import { rotationProblems } from './rotation.problems.js';
import { rotationTags } from './rotation.tags.js';
import { scannedLoansAccess } from './scanned-loans.access.js';
import { scannedLoansTags } from './scanned-loans.tags.js';
import { serviceRequestsAccess } from './service-requests.access.js';
import { serviceRequestsProblems } from './service-requests.problems.js';
import { serviceRequestsTags } from './service-requests.tags.js';
import { shelvingAccess } from './shelving.access.js';
import { shelvingProblems } from './shelving.problems.js';
import { shelvingTags } from './shelving.tags.js';
import { standingsAccess } from './standings.access.js';
import { standingsTags } from './standings.tags.js';
import { termClosingsAccess } from './term-closings.access.js';
import { termClosingsProblems } from './term-closings.problems.js';
import { termClosingsTags } from './term-closings.tags.js';
import { textbookDeliveriesAccess } from './textbook-deliveries.access.js';
import { textbookOrdersAccess } from './textbook-orders.access.js';
import { textbookOrdersProblems } from './textbook-orders.problems.js';
import { textbookOrdersTags } from './textbook-orders.tags.js';
import { textbookPacksAccess } from './textbook-packs.access.js';
import { textbookPacksProblems } from './textbook-packs.problems.js';
import { textbookPacksTags } from './textbook-packs.tags.js';
import { textbookStockAccess } from './textbook-stock.access.js';
import { textbookStockProblems } from './textbook-stock.problems.js';
import { textbooksAccess } from './textbooks.access.js';
import { textbooksTags } from './textbooks.tags.js';
import { transfersAccess } from './transfers.access.js';
import { transfersProblems } from './transfers.problems.js';
import { transfersTags } from './transfers.tags.js';
import { vacationLendingAccess } from './vacation-lending.access.js';
import { vacationLendingProblems } from './vacation-lending.problems.js';
import { vacationLendingTags } from './vacation-lending.tags.js';
import { writeOffsAccess } from './write-offs.access.js';
import { writeOffsProblems } from './write-offs.problems.js';
import { writeOffsTags } from './write-offs.tags.js';

export * from './compensations.v1.js';
export * from './holds.v1.js';
export * from './library-rooms.v1.js';
export * from './loans.v1.js';
export * from './notices.v1.js';
export * from './policies.v1.js';
export * from './room-sessions.v1.js';
export * from './rotation.v1.js';
export * from './targets.v1.js';
export * from './transfers.v1.js';
export * from './watermark.v1.js';

export const circulationAccess = {
  ...blockLoansAccess,
  ...bookBoxesAccess,
  ...bookCornersAccess,
  ...bookDeliveriesAccess,
  ...bookExchangeAccess,
  ...cashBookAccess,
  ...classReturnsAccess,
  ...clearanceAccess,
  ...cornerDonationsAccess,
  ...cornerSwapsAccess,
  ...dunningAccess,
  ...forgettingAccess,
  ...holdRegisterAccess,
  ...holdsAccess,
  ...lendingSharesAccess,
  ...lendingAccess,
  ...libraryRoomsAccess,
  ...loanCasesAccess,
  ...loanRegistersAccess,
  ...loanTargetsAccess,
  ...lossesAccess,
  ...meritSuggestionsAccess,
  ...openingHoursAccess,
  ...overLongAccess,
  ...policiesAccess,
  ...policyTrialsAccess,
  ...recallsAccess,
  ...roomSessionsAccess,
  ...rotationAccess,
  ...scannedLoansAccess,
  ...serviceRequestsAccess,
  ...shelvingAccess,
  ...standingsAccess,
  ...termClosingsAccess,
  ...textbookDeliveriesAccess,
  ...textbookOrdersAccess,
  ...textbookPacksAccess,
  ...textbookStockAccess,
  ...textbooksAccess,
  ...transfersAccess,
  ...vacationLendingAccess,
  ...writeOffsAccess,
};
export const circulationProblems = {
  ...blockLoansProblems,
  ...bookBoxesProblems,
  ...bookCornersProblems,
  ...bookExchangeProblems,
  ...cashBookProblems,
  ...classReturnsProblems,
  ...clearanceProblems,
  ...cornerDonationsProblems,
  ...cornerSwapsProblems,
  ...dunningProblems,
  ...forgettingProblems,
  ...holdsProblems,
  ...lendingSharesProblems,
  ...lendingProblems,
  ...libraryRoomsProblems,
  ...loanCasesProblems,
  ...lossesProblems,
  ...meritSuggestionsProblems,
  ...openingHoursProblems,
  ...policiesProblems,
  ...recallsProblems,
  ...roomSessionsProblems,
  ...rotationProblems,
  ...serviceRequestsProblems,
  ...shelvingProblems,
  ...termClosingsProblems,
  ...textbookOrdersProblems,
  ...textbookPacksProblems,
  ...textbookStockProblems,
  ...transfersProblems,
  ...vacationLendingProblems,
  ...writeOffsProblems,
};
export const circulationTags = {
  ...blockLoansTags,
  ...bookBoxesTags,
  ...bookCornersTags,
  ...bookDeliveriesTags,
  ...bookExchangeTags,
  ...cashBookTags,
  ...classReturnsTags,
  ...clearanceTags,
  ...cornerDonationsTags,
  ...cornerSwapsTags,
  ...dunningTags,
  ...forgettingTags,
  ...holdRegisterTags,
  ...holdsTags,
  ...lendingSharesTags,
  ...lendingTags,
  ...libraryRoomsTags,
  ...loanCasesTags,
  ...loanRegistersTags,
  ...loanTargetsTags,
  ...lossesTags,
  ...meritSuggestionsTags,
  ...openingHoursTags,
  ...overLongTags,
  ...policiesTags,
  ...policyTrialsTags,
  ...recallsTags,
  ...roomSessionsTags,
  ...rotationTags,
  ...scannedLoansTags,
  ...serviceRequestsTags,
  ...shelvingTags,
  ...standingsTags,
  ...termClosingsTags,
  ...textbookOrdersTags,
  ...textbookPacksTags,
  ...textbooksTags,
  ...transfersTags,
  ...vacationLendingTags,
  ...writeOffsTags,
};
