import { Module } from '@nestjs/common';
import { BlockLoansModule } from '../block-loans/block-loans.module.js';
import { BookCornersController } from './book-corners.controller.js';
import { BookCornersQuery } from './book-corners.query.js';
import { FillCorner } from './fill-corner.use-case.js';
import { GiveBackFromCorner } from './give-back-from-corner.use-case.js';
import { HandOverCorner } from './hand-over-corner.use-case.js';
import { KeepCorner } from './keep-corner.use-case.js';

@Module({
  imports: [BlockLoansModule],
  controllers: [BookCornersController],
  providers: [BookCornersQuery, FillCorner, GiveBackFromCorner, HandOverCorner, KeepCorner],
})
export class BookCornersModule {}
