export type { Topic } from './topic.js';
export type { CloudEvent } from './cloud-event.js';
export { defineEvent } from './define-event.js';
export type { Announcement, EventDefinition, EventOf } from './define-event.js';
export { commonProblems } from './problem.js';
export type { ProblemTitles, Refusal } from './problem.js';
