import type { StoreParts } from '@shulian/service-kit';
import { EventFeedRepository } from './event-feed/event-feed.repository.js';

/** The gateway's only rows are its own; it decides nothing about libraries. */
export class GatewayStore {
  readonly feed: EventFeedRepository;

  constructor({ session }: StoreParts) {
    this.feed = new EventFeedRepository(session);
  }

  /** Called by the inbox at the end of a batch: one statement for all of it. */
  settle(): Promise<void> {
    return this.feed.write();
  }
}
