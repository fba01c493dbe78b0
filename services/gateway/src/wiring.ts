// Emitted from the files beside it: `npm run emit`.
import type { Migration } from '@shulian/service-kit';
import { CreateEventTables1790000000000 } from '#migrations/1790000000000-create-event-tables';
import { CreateEventFeed1790000100000 } from '#migrations/1790000100000-create-event-feed';
import { DropOutboxIndexes1790001000000 } from '#migrations/1790001000000-drop-outbox-indexes';
import { CreateDigestedPositions1790002101000 } from '#migrations/1790002101000-create-digested-positions';
import { KeepParkedBytes1790002102000 } from '#migrations/1790002102000-keep-parked-bytes';
import { SetEventsAside1790002200000 } from '#migrations/1790002200000-set-events-aside';
import { ParkOncePerReading1790003600000 } from '#migrations/1790003600000-park-once-per-reading';
import { KnowHowNewPositionsAre1790004720000 } from '#migrations/1790004720000-know-how-new-positions-are';
import { TrailWhoDidWhat1790005560500 } from '#migrations/1790005560500-trail-who-did-what';

/** In the order in which they run: that of their stamps. */
export const migrations: readonly Migration[] = [
  CreateEventTables1790000000000,
  CreateEventFeed1790000100000,
  DropOutboxIndexes1790001000000,
  CreateDigestedPositions1790002101000,
  KeepParkedBytes1790002102000,
  SetEventsAside1790002200000,
  ParkOncePerReading1790003600000,
  KnowHowNewPositionsAre1790004720000,
  TrailWhoDidWhat1790005560500,
];
