import type { Topic } from '../envelope/topic.js';

export const catalogTitle: Topic = {
  name: 'shulian.catalog.title',
  partitions: 8,
  keyedBy: 'title id',
};
export const catalogCopy: Topic = {
  name: 'shulian.catalog.copy',
  partitions: 8,
  keyedBy: 'copy id',
};
export const catalogNotice: Topic = {
  name: 'shulian.catalog.notice',
  partitions: 8,
  keyedBy: 'notice id',
};
export const catalogSubscription: Topic = {
  name: 'shulian.catalog.subscription',
  partitions: 8,
  keyedBy: 'round id',
};
export const catalogEBook: Topic = {
  name: 'shulian.catalog.e-book',
  partitions: 8,
  keyedBy: 'line id',
};
