import type { Tags } from '../access/tags.js';

export const eventFeedTags = {
  events: { zh: '事件流', en: 'Events' },
} as const satisfies Tags;
