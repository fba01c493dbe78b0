import { Module } from '@nestjs/common';
import { LossesModule } from '../losses/losses.module.js';
import { AskWriteOff } from './ask-write-off.use-case.js';
import { DecideWriteOff } from './decide-write-off.use-case.js';
import { WithdrawWriteOff } from './withdraw-write-off.use-case.js';
import { WriteOffsController } from './write-offs.controller.js';
import { WriteOffsQuery } from './write-offs.query.js';

@Module({
  imports: [LossesModule],
  controllers: [WriteOffsController],
  providers: [WriteOffsQuery, AskWriteOff, DecideWriteOff, WithdrawWriteOff],
})
export class WriteOffsModule {}
