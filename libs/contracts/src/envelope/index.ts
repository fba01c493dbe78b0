export type { Topic } from './topic.js';
export type { CloudEvent } from './cloud-event.js';
export { defineEvent } from './define-event.js';
export type { Announcement, EventDefinition, EventOf } from './define-event.js';
export { commonProblems } from './problem.js';
export type { ProblemTitles, Refusal } from './problem.js';
export { watermarkOf } from './watermark.js';
export type { Watermark, WatermarkReached } from './watermark.js';
export { brokerBatchBytes, eventBytes, publicationBytes } from './sizes.js';
