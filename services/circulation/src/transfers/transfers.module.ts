import { Module } from '@nestjs/common';
import { ChangeRun } from './change-run.use-case.js';
import { CourierRunsController } from './courier-runs.controller.js';
import { CourierRunsQuery } from './courier-runs.query.js';
import { EndTransfer } from './end-transfer.use-case.js';
import { OpenRun } from './open-run.use-case.js';
import { PackCopy } from './pack-copy.use-case.js';
import { ReceiveCopy } from './receive-copy.use-case.js';
import { RemoveRun } from './remove-run.use-case.js';
import { TransfersController } from './transfers.controller.js';
import { TransfersQuery } from './transfers.query.js';
import { UndoReceipt } from './undo-receipt.use-case.js';
import { UnpackCopy } from './unpack-copy.use-case.js';

@Module({
  controllers: [TransfersController, CourierRunsController],
  providers: [
    ChangeRun,
    CourierRunsQuery,
    EndTransfer,
    OpenRun,
    PackCopy,
    ReceiveCopy,
    RemoveRun,
    TransfersQuery,
    UndoReceipt,
    UnpackCopy,
  ],
})
export class TransfersModule {}
