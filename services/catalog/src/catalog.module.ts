import { Module } from '@nestjs/common';
import { allEvents } from '@shulian/contracts';
import { catalogProblems, catalogWatermark } from '@shulian/contracts/catalog';
import { activitiesWatermark } from '@shulian/contracts/activities';
import { readersWatermark } from '@shulian/contracts/readers';
import { circulationWatermark } from '@shulian/contracts/circulation';
import type { ServiceDefinition } from '@shulian/service-kit';
import { migrations, rooms, tables } from './wiring.js';

/** The rooms of the catalogue. */
@Module({
  imports: [...rooms],
})
export class CatalogModule {}

/** What the kit must know to run the catalogue. */
export const catalogService: ServiceDefinition = {
  name: 'catalog',
  module: CatalogModule,
  migrations,
  entities: tables,
  keepsFiles: true,
  events: allEvents,
  watermark: catalogWatermark,
  follows: [readersWatermark, circulationWatermark, activitiesWatermark],
  problems: catalogProblems,
  about: 'Titles and copies of the county, their registers, orders, and imports of MARC files.',
};
