import { Module } from '@nestjs/common';
import { BookExchangeController } from './book-exchange.controller.js';
import { BookExchangeQuery } from './book-exchange.query.js';
import { ExchangeBooks } from './exchange-book.use-case.js';

@Module({ controllers: [BookExchangeController], providers: [BookExchangeQuery, ExchangeBooks] })
export class BookExchangeModule {}
