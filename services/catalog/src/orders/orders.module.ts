import { Module } from '@nestjs/common';
import { FromReadersModule } from '../from-readers/from-readers.module.js';
import { CollectionPolicyModule } from '../collection-policy/collection-policy.module.js';
import { ChangeLines } from './change-lines.use-case.js';
import { ChangeOrder } from './change-order.use-case.js';
import { ChangeVendor } from './change-vendor.use-case.js';
import { DecideSuggestion } from './decide-suggestion.use-case.js';
import { DraftOrder } from './draft-order.use-case.js';
import { EnterVendor } from './enter-vendor.use-case.js';
import { MoveOrder } from './move-order.use-case.js';
import { OrdersController } from './orders.controller.js';
import { OrdersQuery } from './orders.query.js';
import { OrderFromBibliography } from './order-from-bibliography.use-case.js';
import { SurveyFiguresQuery } from './survey-figures.query.js';
import { WantingController } from './wanting.controller.js';
import { WantingQuery } from './wanting.query.js';
import { VendorsController } from './vendors.controller.js';
import { VendorsQuery } from './vendors.query.js';

@Module({
  imports: [FromReadersModule, CollectionPolicyModule],
  controllers: [VendorsController, OrdersController, WantingController],
  providers: [
    EnterVendor,
    ChangeVendor,
    VendorsQuery,
    DraftOrder,
    ChangeOrder,
    ChangeLines,
    MoveOrder,
    OrdersQuery,
    DecideSuggestion,
    SurveyFiguresQuery,
    OrderFromBibliography,
    WantingQuery,
  ],
  exports: [DecideSuggestion],
})
export class OrdersModule {}
