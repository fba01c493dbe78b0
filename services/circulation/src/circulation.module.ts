import { Module } from '@nestjs/common';
import { allEvents } from '@shulian/contracts';
import { circulationProblems, circulationWatermark } from '@shulian/contracts/circulation';
import { catalogWatermark } from '@shulian/contracts/catalog';
import { readersWatermark } from '@shulian/contracts/readers';
import { activitiesWatermark } from '@shulian/contracts/activities';
import type { ServiceDefinition } from '@shulian/service-kit';
import { cardKeyOfCounty } from './circulation.config.js';
import { migrations, rooms } from './wiring.js';

@Module({
  imports: [...rooms],
})
class CirculationModule {}

/** Everything the kit must know to run circulation. */
export const circulationDefinition: ServiceDefinition = {
  name: 'circulation',
  module: CirculationModule,
  migrations,
  planByIndex: true,
  events: allEvents,
  watermark: circulationWatermark,
  follows: [catalogWatermark, readersWatermark, activitiesWatermark],
  problems: circulationProblems,
  lastingSecrets: () => ({ SHULIAN_CARD_KEY: cardKeyOfCounty() }),
  about: 'Lending policy, loans, returns, renewals, holds and what is overdue.',
};
