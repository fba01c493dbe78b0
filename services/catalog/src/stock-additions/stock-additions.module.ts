import { Module } from '@nestjs/common';
import { PlanStockAddition } from './plan-stock-addition.use-case.js';
import { StockAdditionsController } from './stock-additions.controller.js';
import { StockAdditionsQuery } from './stock-additions.query.js';

@Module({ controllers: [StockAdditionsController], providers: [PlanStockAddition, StockAdditionsQuery] })
export class StockAdditionsModule {}
