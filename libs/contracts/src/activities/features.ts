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
import { contestSeriesAccess } from './contest-series.access.js';
import { contestSeriesProblems } from './contest-series.problems.js';
import { contestSeriesTags } from './contest-series.tags.js';
import { contestsAccess } from './contests.access.js';
import { contestsProblems } from './contests.problems.js';
import { contestsTags } from './contests.tags.js';
import { lessonEssaysAccess } from './lesson-essays.access.js';
import { lessonEssaysProblems } from './lesson-essays.problems.js';
import { lessonEssaysTags } from './lesson-essays.tags.js';
import { libraryPagesAccess } from './library-pages.access.js';
import { libraryPagesProblems } from './library-pages.problems.js';
import { libraryPagesTags } from './library-pages.tags.js';
import { libraryPublicationsAccess } from './library-publications.access.js';
import { libraryPublicationsProblems } from './library-publications.problems.js';
import { libraryPublicationsTags } from './library-publications.tags.js';
import { logbooksAccess } from './logbooks.access.js';
import { logbooksProblems } from './logbooks.problems.js';
import { logbooksTags } from './logbooks.tags.js';
import { noteRequirementsAccess } from './note-requirements.access.js';
import { noteRequirementsProblems } from './note-requirements.problems.js';
import { noteRequirementsTags } from './note-requirements.tags.js';
import { noteRoundsAccess } from './note-rounds.access.js';
import { readerBoardsAccess } from './reader-boards.access.js';
import { readerBoardsProblems } from './reader-boards.problems.js';
import { readerBoardsTags } from './reader-boards.tags.js';
import { readingCampaignsAccess } from './reading-campaigns.access.js';
import { readingCampaignsTags } from './reading-campaigns.tags.js';
import { readingNotesAccess } from './reading-notes.access.js';
import { readingNotesProblems } from './reading-notes.problems.js';
import { readingNotesTags } from './reading-notes.tags.js';
import { workDisplaysAccess } from './work-displays.access.js';
import { workDisplaysProblems } from './work-displays.problems.js';
import { workDisplaysTags } from './work-displays.tags.js';

export * from './awards.v1.js';
export * from './contest-prizes.v1.js';
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
  ...contestSeriesAccess,
  ...contestsAccess,
  ...lessonEssaysAccess,
  ...libraryPagesAccess,
  ...libraryPublicationsAccess,
  ...logbooksAccess,
  ...noteRequirementsAccess,
  ...noteRoundsAccess,
  ...readerBoardsAccess,
  ...readingCampaignsAccess,
  ...readingNotesAccess,
  ...workDisplaysAccess,
};
export const activitiesProblems = {
  ...awardRoundsProblems,
  ...bookMatchesProblems,
  ...bookRecommendationsProblems,
  ...bookVotesProblems,
  ...classContestsProblems,
  ...contestSeriesProblems,
  ...contestsProblems,
  ...lessonEssaysProblems,
  ...libraryPagesProblems,
  ...libraryPublicationsProblems,
  ...logbooksProblems,
  ...noteRequirementsProblems,
  ...readerBoardsProblems,
  ...readingNotesProblems,
  ...workDisplaysProblems,
};
export const activitiesTags = {
  ...awardRoundsTags,
  ...bookMatchesTags,
  ...bookRecommendationsTags,
  ...bookVotesTags,
  ...classContestsTags,
  ...contestSeriesTags,
  ...contestsTags,
  ...lessonEssaysTags,
  ...libraryPagesTags,
  ...libraryPublicationsTags,
  ...logbooksTags,
  ...noteRequirementsTags,
  ...readerBoardsTags,
  ...readingCampaignsTags,
  ...readingNotesTags,
  ...workDisplaysTags,
};
