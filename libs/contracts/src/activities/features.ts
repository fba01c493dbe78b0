// Emitted from the files beside it: `npm run emit`.
import { libraryPagesAccess } from './library-pages.access.js';
import { libraryPagesProblems } from './library-pages.problems.js';
import { libraryPagesTags } from './library-pages.tags.js';
import { logbooksAccess } from './logbooks.access.js';
import { logbooksProblems } from './logbooks.problems.js';
import { logbooksTags } from './logbooks.tags.js';
import { readingNotesAccess } from './reading-notes.access.js';
import { readingNotesProblems } from './reading-notes.problems.js';
import { readingNotesTags } from './reading-notes.tags.js';

export * from './logbook-entries.v1.js';
export * from './reading-notes.v1.js';
export * from './recommendations.v1.js';
export * from './watermark.v1.js';

export const activitiesAccess = {
  ...libraryPagesAccess,
  ...logbooksAccess,
  ...readingNotesAccess,
};
export const activitiesProblems = {
  ...libraryPagesProblems,
  ...logbooksProblems,
  ...readingNotesProblems,
};
export const activitiesTags = {
  ...libraryPagesTags,
  ...logbooksTags,
  ...readingNotesTags,
};
