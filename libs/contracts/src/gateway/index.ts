import { deskViewsAccess } from './desk-views.access.js';
import { eventFeedAccess } from './event-feed.access.js';

/** Each feature brings its operations; here they are only put together. */
export const gatewayAccess = { ...deskViewsAccess, ...eventFeedAccess };
