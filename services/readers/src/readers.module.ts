import { Module } from '@nestjs/common';
import { allEvents } from '@shulian/contracts';
import { readersProblems, readersWatermark } from '@shulian/contracts/readers';
import type { ServiceDefinition } from '@shulian/service-kit';
import { ownConfig } from './readers.config.js';
import { migrations, rooms, tables } from './wiring.js';

@Module({
  imports: [...rooms],
})
class ReadersModule {}

/** What the kit must know of this service. */
export const readersDefinition: ServiceDefinition = {
  name: 'readers',
  module: ReadersModule,
  migrations,
  entities: tables,
  events: allEvents,
  watermark: readersWatermark,
  problems: readersProblems,
  lastingSecrets: () => ({ SHULIAN_CARD_KEY: ownConfig().SHULIAN_CARD_KEY }),
  about: 'Schools, terms, calendars, classes, readers and their cards; accounts, sessions and clients.',
};
