import { Module } from '@nestjs/common';
import { FromReadersModule } from '../from-readers/from-readers.module.js';
import { AcceptTransfer } from './accept-transfer.use-case.js';
import { AskForTransfer } from './ask-for-transfer.use-case.js';
import { CancelTransfer } from './cancel-transfer.use-case.js';
import {
  OwnershipTransfersController,
  TransferDecisionsController,
} from './ownership-transfers.controller.js';
import { OwnershipTransfersQuery } from './ownership-transfers.query.js';
import { RefuseTransfer } from './refuse-transfer.use-case.js';

@Module({
  imports: [FromReadersModule],
  controllers: [OwnershipTransfersController, TransferDecisionsController],
  providers: [OwnershipTransfersQuery, AskForTransfer, AcceptTransfer, RefuseTransfer, CancelTransfer],
})
export class OwnershipTransfersModule {}
