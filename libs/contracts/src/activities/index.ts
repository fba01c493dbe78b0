import { readingNotesAccess } from './reading-notes.access.js';
import { readingNotesProblems } from './reading-notes.problems.js';

export * from './topics.js';
export * from './watermark.v1.js';
export * from './reading-notes.v1.js';

/** Each feature brings its operations and its refusals; here they are only put together. */
export const activitiesAccess = { ...readingNotesAccess };
export const activitiesProblems = { ...readingNotesProblems };
