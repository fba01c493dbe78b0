import { Module } from '@nestjs/common';
import { BeginOrder } from './begin-order.use-case.js';
import { CancelDelivery } from './cancel-delivery.use-case.js';
import { ChangeDelivery } from './change-delivery.use-case.js';
import { ChangeOrder } from './change-order.use-case.js';
import { ConfirmOrder } from './confirm-order.use-case.js';
import { EnterWishes } from './enter-wishes.use-case.js';
import { ExpectDelivery } from './expect-delivery.use-case.js';
import { MoveOrder } from './move-order.use-case.js';
import { TakeInDelivery } from './take-in-delivery.use-case.js';
import { TextbookDeliveriesController } from './textbook-deliveries.controller.js';
import { TextbookDeliveriesQuery } from './textbook-deliveries.query.js';
import { TextbookOrdersController } from './textbook-orders.controller.js';
import { TextbookOrdersQuery } from './textbook-orders.query.js';
import { UndoArrival } from './undo-arrival.use-case.js';

@Module({
  controllers: [TextbookOrdersController, TextbookDeliveriesController],
  providers: [
    TextbookOrdersQuery,
    BeginOrder,
    ChangeOrder,
    EnterWishes,
    ConfirmOrder,
    MoveOrder,
    TextbookDeliveriesQuery,
    ExpectDelivery,
    ChangeDelivery,
    TakeInDelivery,
    UndoArrival,
    CancelDelivery,
  ],
})
export class TextbookOrdersModule {}
