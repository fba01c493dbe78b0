import { Module } from '@nestjs/common';
import { allEvents } from '@shulian/contracts';
import { circulationProblems, circulationWatermark } from '@shulian/contracts/circulation';
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
  problems: circulationProblems,
  lastingSecrets: () => ({ SHULIAN_CARD_KEY: cardKeyOfCounty() }),
  about: 'Lending policy, loans, returns, renewals, holds and what is overdue.',
};
