import { Module } from '@nestjs/common';
import { DeskModule } from '../desk/desk.module.js';
import { BlockCopiesQuery } from './block-copies.query.js';
import { BlockLoans } from './block-loans.step.js';
import { BlockManifestsController } from './block-manifests.controller.js';
import { BlockManifestsQuery } from './block-manifests.query.js';
import { CancelBlock } from './cancel-block.use-case.js';
import { ReceiveBlock } from './receive-block.use-case.js';

@Module({
  imports: [DeskModule],
  controllers: [BlockManifestsController],
  providers: [BlockCopiesQuery, BlockLoans, BlockManifestsQuery, CancelBlock, ReceiveBlock],
  exports: [BlockCopiesQuery, BlockLoans],
})
export class BlockLoansModule {}
