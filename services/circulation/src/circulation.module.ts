import { Module } from '@nestjs/common';
import { allEvents } from '@shulian/contracts';
import { circulationProblems, circulationWatermark } from '@shulian/contracts/circulation';
import type { ServiceDefinition } from '@shulian/service-kit';
import { cardKeyOfCounty } from './circulation.config.js';
import { migrations } from './database.js';
import { DueDaysModule } from './due-days/due-days.module.js';
import { FromActivitiesModule } from './from-activities/from-activities.module.js';
import { FromCatalogModule } from './from-catalog/from-catalog.module.js';
import { FromReadersModule } from './from-readers/from-readers.module.js';
import { HoldsModule } from './holds/holds.module.js';
import { LendingModule } from './lending/lending.module.js';
import { LossesModule } from './losses/losses.module.js';
import { OverdueModule } from './overdue/overdue.module.js';
import { PoliciesModule } from './policies/policies.module.js';
import { StandingsModule } from './standings/standings.module.js';

@Module({
  imports: [
    LendingModule,
    LossesModule,
    HoldsModule,
    OverdueModule,
    DueDaysModule,
    PoliciesModule,
    StandingsModule,
    FromCatalogModule,
    FromReadersModule,
    FromActivitiesModule,
  ],
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
