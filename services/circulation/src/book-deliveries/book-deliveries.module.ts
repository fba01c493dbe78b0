import { Module } from '@nestjs/common';
import { BlockLoansModule } from '../block-loans/block-loans.module.js';
import { BookDeliveriesController } from './book-deliveries.controller.js';
import { DeliverCopies } from './deliver-copies.use-case.js';

@Module({
  imports: [BlockLoansModule],
  controllers: [BookDeliveriesController],
  providers: [DeliverCopies],
})
export class BookDeliveriesModule {}
