// Emitted from the files beside it: `npm run emit`.
import { deskViewsAccess } from './desk-views.access.js';
import { deskViewsTags } from './desk-views.tags.js';
import { eventFeedAccess } from './event-feed.access.js';
import { eventFeedTags } from './event-feed.tags.js';

export const gatewayAccess = {
  ...deskViewsAccess,
  ...eventFeedAccess,
};
export const gatewayTags = {
  ...deskViewsTags,
  ...eventFeedTags,
};
