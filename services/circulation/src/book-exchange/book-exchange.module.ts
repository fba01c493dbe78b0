import { Module } from '@nestjs/common';
import { DeskModule } from '../desk/desk.module.js';
import { BookExchangeController } from './book-exchange.controller.js';
import { BookExchangeQuery } from './book-exchange.query.js';
import { ExchangeBooks } from './exchange-book.use-case.js';

@Module({
  imports: [DeskModule],
  controllers: [BookExchangeController],
  providers: [BookExchangeQuery, ExchangeBooks],
})
export class BookExchangeModule {}
