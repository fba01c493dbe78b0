import { Module } from '@nestjs/common';
import { EnterLines } from './enter-lines.use-case.js';
import { ReverseLine } from './reverse-line.use-case.js';
import { TeachingStockController } from './teaching-stock.controller.js';
import { TeachingStockQuery } from './teaching-stock.query.js';

@Module({
  controllers: [TeachingStockController],
  providers: [TeachingStockQuery, EnterLines, ReverseLine],
})
export class TeachingStockModule {}
