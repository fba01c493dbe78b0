import { Module } from '@nestjs/common';
import { allEvents } from '@shulian/contracts';
import { ReadingNoteHandedInV1 } from '@shulian/contracts/activities';
import { circulationProblems } from '@shulian/contracts/circulation';
import type { ServiceDefinition } from '@shulian/service-kit';
import { CirculationStore } from './circulation.store.js';
import { migrations } from './database.js';
import { FromActivitiesModule } from './from-activities/from-activities.module.js';
import { FromCatalogModule } from './from-catalog/from-catalog.module.js';
import { FromReadersModule } from './from-readers/from-readers.module.js';
import { HoldsModule } from './holds/holds.module.js';
import { LendingModule } from './lending/lending.module.js';
import { OverdueModule } from './overdue/overdue.module.js';
import { PoliciesModule } from './policies/policies.module.js';

@Module({
  imports: [
    LendingModule,
    HoldsModule,
    OverdueModule,
    PoliciesModule,
    FromCatalogModule,
    FromReadersModule,
    FromActivitiesModule,
  ],
})
class CirculationModule {}

/** Everything the kit must know to run circulation. */
export const circulationDefinition: ServiceDefinition<CirculationStore> = {
  name: 'circulation',
  module: CirculationModule,
  migrations,
  planByIndex: true,
  storeFor: (parts) => new CirculationStore(parts),
  events: allEvents,
  // A note that is handed in opens nothing yet.
  ignores: { 'from-activities': [ReadingNoteHandedInV1.type] },
  problems: {
    ...circulationProblems,
    'return.refused': { zh: '不能归还', en: 'The copy cannot be taken back here' },
  },
  about: 'Lending policy, loans, returns, renewals, holds and what is overdue.',
};
