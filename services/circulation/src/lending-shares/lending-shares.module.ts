import { Module } from '@nestjs/common';
import { LendingSharesController } from './lending-shares.controller.js';
import { LendingSharesQuery } from './lending-shares.query.js';
import { PutLendingOrder } from './put-lending-order.use-case.js';
import { PutLendingShare } from './put-lending-share.use-case.js';

@Module({
  controllers: [LendingSharesController],
  providers: [LendingSharesQuery, PutLendingOrder, PutLendingShare],
})
export class LendingSharesModule {}
