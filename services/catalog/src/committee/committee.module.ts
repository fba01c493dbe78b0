import { Module } from '@nestjs/common';
import { FromReadersModule } from '../from-readers/from-readers.module.js';
import { CommitteeController } from './committee.controller.js';
import { CommitteeQuery } from './committee.query.js';
import { KeepCommittee } from './keep-committee.use-case.js';
import { VoteOnOrder } from './vote-on-order.use-case.js';

@Module({
  imports: [FromReadersModule],
  controllers: [CommitteeController],
  providers: [KeepCommittee, VoteOnOrder, CommitteeQuery],
})
export class CommitteeModule {}
