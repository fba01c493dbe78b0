// Emitted from the files beside it: `npm run emit`.
import { readingNotesAccess } from './reading-notes.access.js';
import { readingNotesProblems } from './reading-notes.problems.js';
import { readingNotesTags } from './reading-notes.tags.js';

export * from './reading-notes.v1.js';
export * from './watermark.v1.js';

export const activitiesAccess = {
  ...readingNotesAccess,
};
export const activitiesProblems = {
  ...readingNotesProblems,
};
export const activitiesTags = {
  ...readingNotesTags,
};
