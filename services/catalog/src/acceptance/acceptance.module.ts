import { Module } from '@nestjs/common';
import { FromReadersModule } from '../from-readers/from-readers.module.js';
import { SchoolNameQuery } from '../registers/school-name.query.js';
import { AcceptDelivery } from './accept-delivery.use-case.js';
import { CheckInDelivery } from './check-in-delivery.use-case.js';
import { DeliveriesController } from './deliveries.controller.js';
import { DeliveriesQuery } from './deliveries.query.js';
import { DonationsController } from './donations.controller.js';
import { PurchasesController } from './purchases.controller.js';
import { PurchasesQuery } from './purchases.query.js';
import { SendBackDelivery } from './send-back-delivery.use-case.js';

@Module({
  imports: [FromReadersModule],
  controllers: [DeliveriesController, PurchasesController, DonationsController],
  providers: [
    CheckInDelivery,
    AcceptDelivery,
    SendBackDelivery,
    DeliveriesQuery,
    PurchasesQuery,
    SchoolNameQuery,
  ],
})
export class AcceptanceModule {}
