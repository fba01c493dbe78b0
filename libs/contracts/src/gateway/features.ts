// Emitted from the files beside it: `npm run emit`.
import { deskViewsAccess } from './desk-views.access.js';
import { deskViewsTags } from './desk-views.tags.js';
import { eventFeedAccess } from './event-feed.access.js';
import { eventFeedTags } from './event-feed.tags.js';
import { readerPacksAccess } from './reader-packs.access.js';
import { readerPacksTags } from './reader-packs.tags.js';
import { registerPacksAccess } from './register-packs.access.js';
import { registerPacksTags } from './register-packs.tags.js';

export const gatewayAccess = {
  ...deskViewsAccess,
  ...eventFeedAccess,
  ...readerPacksAccess,
  ...registerPacksAccess,
};
export const gatewayTags = {
  ...deskViewsTags,
  ...eventFeedTags,
  ...readerPacksTags,
  ...registerPacksTags,
};
