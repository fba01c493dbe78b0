import { Module } from '@nestjs/common';
import { BlockLoansModule } from '../block-loans/block-loans.module.js';
import { CarryOutSwap } from './carry-out-swap.step.js';
import { CornerSwapsController } from './corner-swaps.controller.js';
import { CornerSwapsQuery } from './corner-swaps.query.js';
import { DecideSwap } from './decide-swap.use-case.js';
import { ProposeSwap } from './propose-swap.use-case.js';

@Module({
  imports: [BlockLoansModule],
  controllers: [CornerSwapsController],
  providers: [CarryOutSwap, CornerSwapsQuery, DecideSwap, ProposeSwap],
})
export class CornerSwapsModule {}
