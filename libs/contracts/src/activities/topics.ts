import type { Topic } from '../envelope/topic.js';

export const activitiesReadingNote: Topic = {
  name: 'shulian.activities.reading-note',
  partitions: 8,
  keyedBy: 'reading note id',
};
export const activitiesLogbookEntry: Topic = {
  name: 'shulian.activities.logbook-entry',
  partitions: 8,
  keyedBy: 'logbook entry id',
};
export const activitiesRecommendation: Topic = {
  name: 'shulian.activities.recommendation',
  partitions: 8,
  keyedBy: 'id of the issue',
};
export const activitiesAward: Topic = {
  name: 'shulian.activities.award',
  partitions: 8,
  keyedBy: 'award id',
};
export const activitiesContestPrize: Topic = {
  name: 'shulian.activities.contest-prize',
  partitions: 8,
  keyedBy: 'contest prize id',
};
