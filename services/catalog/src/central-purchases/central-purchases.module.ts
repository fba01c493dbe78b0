import { Module } from '@nestjs/common';
import { FromReadersModule } from '../from-readers/from-readers.module.js';
import { CentralPurchasesController } from './central-purchases.controller.js';
import { CentralPurchasesQuery } from './central-purchases.query.js';
import { PrepareCentralPurchase } from './prepare-central-purchase.use-case.js';
import { SendOutCentralPurchase } from './send-out-central-purchase.use-case.js';

@Module({
  imports: [FromReadersModule],
  controllers: [CentralPurchasesController],
  providers: [PrepareCentralPurchase, SendOutCentralPurchase, CentralPurchasesQuery],
})
export class CentralPurchasesModule {}
