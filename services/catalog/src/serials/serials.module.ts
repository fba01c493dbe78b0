import { Module } from '@nestjs/common';
import { FromReadersModule } from '../from-readers/from-readers.module.js';
import { DescribeSerial } from './describe-serial.use-case.js';
import { MandateSerial } from './mandates/mandate-serial.use-case.js';
import { MandatesController } from './mandates/mandates.controller.js';
import { MandatesQuery } from './mandates/mandates.query.js';
import { SerialsController } from './serials.controller.js';
import { SerialsQuery } from './serials.query.js';
import { MoveRound } from './subscriptions/move-round.use-case.js';
import { Subscribe } from './subscriptions/subscribe.use-case.js';
import { SubscriptionsController } from './subscriptions/subscriptions.controller.js';
import { SubscriptionsQuery } from './subscriptions/subscriptions.query.js';

@Module({
  imports: [FromReadersModule],
  controllers: [SerialsController, SubscriptionsController, MandatesController],
  providers: [
    SerialsQuery,
    DescribeSerial,
    SubscriptionsQuery,
    Subscribe,
    MoveRound,
    MandatesQuery,
    MandateSerial,
  ],
})
export class SerialsModule {}
