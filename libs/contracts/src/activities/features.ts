// Emitted from the files beside it: `npm run emit`.
import { awardRoundsAccess } from './award-rounds.access.js';
import { awardRoundsProblems } from './award-rounds.problems.js';
import { awardRoundsTags } from './award-rounds.tags.js';
import { bookMatchesAccess } from './book-matches.access.js';
import { bookMatchesProblems } from './book-matches.problems.js';
import { bookMatchesTags } from './book-matches.tags.js';
import { bookRecommendationsAccess } from './book-recommendations.access.js';
import { bookRecommendationsProblems } from './book-recommendations.problems.js';
import { bookRecommendationsTags } from './book-recommendations.tags.js';
import { bookVotesAccess } from './book-votes.access.js';
import { bookVotesProblems } from './book-votes.problems.js';
import { bookVotesTags } from './book-votes.tags.js';
import { classContestsAccess } from './class-contests.access.js';
import { classContestsProblems } from './class-contests.problems.js';
import { classContestsTags } from './class-contests.tags.js';
import { libraryPagesAccess } from './library-pages.access.js';
import { libraryPagesProblems } from './library-pages.problems.js';
import { libraryPagesTags } from './library-pages.tags.js';
import { libraryPublicationsAccess } from './library-publications.access.js';
import { libraryPublicationsProblems } from './library-publications.problems.js';
import { libraryPublicationsTags } from './library-publications.tags.js';
import { logbooksAccess } from './logbooks.access.js';
import { logbooksProblems } from './logbooks.problems.js';
import { logbooksTags } from './logbooks.tags.js';
import { readerBoardsAccess } from './reader-boards.access.js';
import { readerBoardsProblems } from './reader-boards.problems.js';
import { readerBoardsTags } from './reader-boards.tags.js';
import { readingCampaignsAccess } from './reading-campaigns.access.js';
import { readingCampaignsTags } from './reading-campaigns.tags.js';
import { readingNotesAccess } from './reading-notes.access.js';
import { readingNotesProblems } from './reading-notes.problems.js';
import { readingNotesTags } from './reading-notes.tags.js';

export * from './awards.v1.js';
export * from './logbook-entries.v1.js';
export * from './reading-notes.v1.js';
export * from './recommendations.v1.js';
export * from './watermark.v1.js';

export const activitiesAccess = {
  ...awardRoundsAccess,
  ...bookMatchesAccess,
  ...bookRecommendationsAccess,
  ...bookVotesAccess,
  ...classContestsAccess,
  ...libraryPagesAccess,
  ...libraryPublicationsAccess,
  ...logbooksAccess,
  ...readerBoardsAccess,
  ...readingCampaignsAccess,
  ...readingNotesAccess,
};
export const activitiesProblems = {
  ...awardRoundsProblems,
  ...bookMatchesProblems,
  ...bookRecommendationsProblems,
  ...bookVotesProblems,
  ...classContestsProblems,
  ...libraryPagesProblems,
  ...libraryPublicationsProblems,
  ...logbooksProblems,
  ...readerBoardsProblems,
  ...readingNotesProblems,
};
export const activitiesTags = {
  ...awardRoundsTags,
  ...bookMatchesTags,
  ...bookRecommendationsTags,
  ...bookVotesTags,
  ...classContestsTags,
  ...libraryPagesTags,
  ...libraryPublicationsTags,
  ...logbooksTags,
  ...readerBoardsTags,
  ...readingCampaignsTags,
  ...readingNotesTags,
};
