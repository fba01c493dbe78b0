import { Module } from '@nestjs/common';
import { allEvents } from '@shulian/contracts';
import { catalogProblems, catalogWatermark } from '@shulian/contracts/catalog';
import type { ServiceDefinition } from '@shulian/service-kit';
import { AcceptanceModule } from './acceptance/acceptance.module.js';
import { deliveryTable } from './acceptance/delivery.row.js';
import { AccessionModule } from './accession/accession.module.js';
import { BibliographiesModule } from './bibliographies/bibliographies.module.js';
import { CatalogImportsModule } from './catalog-imports/catalog-imports.module.js';
import { CoversModule } from './covers/covers.module.js';
import { migrations } from './database.js';
import { FromCirculationModule } from './from-circulation/from-circulation.module.js';
import { FromReadersModule } from './from-readers/from-readers.module.js';
import { LabelsModule } from './labels/labels.module.js';
import { LocationsModule } from './locations/locations.module.js';
import { ProcessingModule } from './processing/processing.module.js';
import { orderLineTable, orderStepTable, orderTable } from './orders/order.row.js';
import { OrdersModule } from './orders/orders.module.js';
import { vendorTable } from './orders/vendor.row.js';
import { planTable } from './plans/plan.row.js';
import { PlansModule } from './plans/plans.module.js';
import { ownershipTransferTable } from './ownership-transfers/ownership-transfer.row.js';
import { OwnershipTransfersModule } from './ownership-transfers/ownership-transfers.module.js';
import { RegistersModule } from './registers/registers.module.js';
import { RepairModule } from './repair/repair.module.js';
import { StocktakeModule } from './stocktake/stocktake.module.js';
import { SearchModule } from './search/search.module.js';
import { TitleMergesModule } from './title-merges/title-merges.module.js';
import { SelectionModule } from './selection/selection.module.js';
import { suggestionTable } from './selection/suggestion.row.js';
import { suitabilityReviewTable } from './selection/suitability-review.row.js';
import { SerialsModule } from './serials/serials.module.js';
import { TitlesModule } from './titles/titles.module.js';
import { WeedingModule } from './weeding/weeding.module.js';

/** The rooms of the catalogue. */
@Module({
  imports: [
    TitlesModule,
    TitleMergesModule,
    SearchModule,
    BibliographiesModule,
    AccessionModule,
    CoversModule,
    RegistersModule,
    StocktakeModule,
    WeedingModule,
    RepairModule,
    OwnershipTransfersModule,
    LabelsModule,
    LocationsModule,
    ProcessingModule,
    CatalogImportsModule,
    SelectionModule,
    OrdersModule,
    AcceptanceModule,
    PlansModule,
    SerialsModule,
    FromCirculationModule,
    FromReadersModule,
  ],
})
export class CatalogModule {}

/** What the kit must know to run the catalogue. */
export const catalogService: ServiceDefinition = {
  name: 'catalog',
  module: CatalogModule,
  migrations,
  entities: [
    suitabilityReviewTable,
    suggestionTable,
    planTable,
    vendorTable,
    orderTable,
    orderStepTable,
    orderLineTable,
    deliveryTable,
    ownershipTransferTable,
  ],
  keepsFiles: true,
  events: allEvents,
  watermark: catalogWatermark,
  problems: catalogProblems,
  about: 'Titles and copies of the county, their registers, orders, and imports of MARC files.',
};
