import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { allEvents } from '@shulian/contracts';
import type { CloudEvent } from '@shulian/contracts/envelope';
import { Digests, type Digesting } from '@shulian/service-kit';
import { EventFeedRepository } from './event-feed.repository.js';

/** Listens to every topic there is and lays each event into the feed, whatever it says. */
@Controller()
export class FeedConsumer {}

for (const definition of allEvents) {
  const descriptor: PropertyDescriptor = {
    configurable: true,
    value(event: CloudEvent, { tx }: Digesting): void {
      tx.use(EventFeedRepository).add(event);
    },
  };
  Object.defineProperty(FeedConsumer.prototype, definition.type, descriptor);
  Payload()(FeedConsumer.prototype, definition.type, 0);
  Ctx()(FeedConsumer.prototype, definition.type, 1);
  Digests('feed', definition)(FeedConsumer.prototype, definition.type, descriptor);
}
