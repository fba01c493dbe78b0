import { Module, type DynamicModule } from '@nestjs/common';
import { allEvents } from '@shulian/contracts';
import type { ServiceDefinition } from '@shulian/service-kit';
import { DeskViewsController } from './desk-views/desk-views.controller.js';
import { ScanCard } from './desk-views/scan-card.js';
import { ViewClass } from './desk-views/view-class.js';
import { ViewReader } from './desk-views/view-reader.js';
import { ViewReadingRecord } from './desk-views/view-reading-record.js';
import { DocumentDoors } from './documents/document-doors.js';
import { DocumentsOfCounty } from './documents/documents-of-county.js';
import { EventFeed } from './event-feed/event-feed.query.js';
import { EventsController } from './event-feed/events.controller.js';
import { FeedPositions } from './event-feed/feed-positions.js';
import { FeedConsumer } from './event-feed/feed.consumer.js';
import { FeedSweep } from './event-feed/feed-sweep.schedule.js';
import { FeedTail } from './event-feed/feed-tail.js';
import { FollowEvents } from './event-feed/follow-events.js';
import { FollowEventsSettings } from './event-feed/follow-events.settings.js';
import { FrontDoor } from './front-door/front-door.js';
import { FrontDoorSettings, UpstreamsOfCounty } from './front-door/front-door.settings.js';
import { MetricsDoor } from './front-door/metrics-door.js';
import { OnBehalf } from './front-door/on-behalf.client.js';
import { upstreamsOf } from './front-door/upstream.client.js';
import { addressNameOf, type GatewayConfig } from './gateway.config.js';
import { LibraryDoors } from './library-pages/library-doors.js';
import { Allowances } from './limits/allowances.js';
import { JobsOfCounty } from './jobs/jobs-of-county.js';
import { AskNames } from './named-readers/ask-names.js';
import { NameReaders } from './named-readers/name-readers.js';
import { PrintNamedLists } from './named-readers/print-named-lists.js';
import { PackLists } from './list-packs/pack-lists.js';
import { ReaderPacksController } from './list-packs/reader-packs.controller.js';
import { RegisterPacksController } from './list-packs/register-packs.controller.js';
import { migrations } from './wiring.js';

@Module({})
class GatewayModule {}

/** The gateway as the kit runs it; it needs to know the addresses of the services, so it is made from its configuration. */
export function gatewayDefinition(config: GatewayConfig): ServiceDefinition {
  const upstreams = upstreamsOf((service) => config[addressNameOf(service)], config.SHULIAN_ANSWER_WITHIN_MS);
  const documents = new DocumentsOfCounty(upstreams);
  const allowances = new Allowances({
    perSecond: config.SHULIAN_RATE_PER_SECOND,
    burst: config.SHULIAN_RATE_BURST,
    gateways: config.SHULIAN_REPLICAS,
  });
  const module: DynamicModule = {
    module: GatewayModule,
    controllers: [
      DeskViewsController,
      EventsController,
      FeedConsumer,
      ReaderPacksController,
      RegisterPacksController,
    ],
    providers: [
      { provide: UpstreamsOfCounty, useValue: new UpstreamsOfCounty(upstreams) },
      { provide: FrontDoorSettings, useValue: new FrontDoorSettings(config) },
      { provide: FollowEventsSettings, useValue: new FollowEventsSettings(config) },
      { provide: Allowances, useValue: allowances },
      { provide: DocumentsOfCounty, useValue: documents },
      AskNames,
      DocumentDoors,
      EventFeed,
      FeedPositions,
      FeedSweep,
      FeedTail,
      FollowEvents,
      FrontDoor,
      JobsOfCounty,
      LibraryDoors,
      MetricsDoor,
      NameReaders,
      OnBehalf,
      PackLists,
      PrintNamedLists,
      ViewClass,
      ScanCard,
      ViewReader,
      ViewReadingRecord,
    ],
  };
  return {
    name: 'gateway',
    module,
    migrations,
    events: allEvents,
    publicDoor: true,
    corsOrigins: config.SHULIAN_CORS_ORIGINS.split(',').filter((origin) => origin !== ''),
    about: 'The one public door: signs of who asks are checked here, and every event can be followed.',
    openApi: (own) => documents.openApi(own as never),
  };
}
