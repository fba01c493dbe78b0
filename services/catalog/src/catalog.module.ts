import { Module } from '@nestjs/common';
import { allEvents } from '@shulian/contracts';
import { catalogProblems } from '@shulian/contracts/catalog';
import { LoanOverdueV1, LoanRenewedV1 } from '@shulian/contracts/circulation';
import type { ServiceDefinition } from '@shulian/service-kit';
import { AccessionModule } from './accession/accession.module.js';
import { CatalogImportsModule } from './catalog-imports/catalog-imports.module.js';
import { catalogStore, type CatalogStore } from './catalog.store.js';
import { migrations } from './database.js';
import { FromCirculationModule } from './from-circulation/from-circulation.module.js';
import { FromReadersModule } from './from-readers/from-readers.module.js';
import { TitlesModule } from './titles/titles.module.js';

/** The rooms of the catalogue. */
@Module({
  imports: [TitlesModule, AccessionModule, CatalogImportsModule, FromCirculationModule, FromReadersModule],
})
export class CatalogModule {}

/** What the kit must know to run the catalogue. */
export const catalogService: ServiceDefinition<CatalogStore> = {
  name: 'catalog',
  module: CatalogModule,
  migrations,
  storeFor: catalogStore,
  events: allEvents,
  // A renewal or a due day that passed does not move a copy.
  ignores: { 'from-circulation': [LoanRenewedV1.type, LoanOverdueV1.type] },
  problems: catalogProblems,
  about: 'Titles and copies of the county, their registers, and imports of MARC files.',
};
