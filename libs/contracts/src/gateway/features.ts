// Emitted from the files beside it: `npm run emit`.
import { deskViewsAccess } from './desk-views.access.js';
import { eventFeedAccess } from './event-feed.access.js';

export const gatewayAccess = {
  ...deskViewsAccess,
  ...eventFeedAccess,
};
