import { Module } from '@nestjs/common';
import { CollectionPolicyModule } from '../collection-policy/collection-policy.module.js';
import { DecideWeeding } from './decide-weeding.use-case.js';
import { KeepEvidence } from './keep-evidence.use-case.js';
import { KeptVolumesQuery } from './kept-volumes.query.js';
import { ProposeWeeding } from './propose-weeding.use-case.js';
import { ReviewWeeding } from './review-weeding.use-case.js';
import { UndoReview } from './undo-review.use-case.js';
import { WeedingEvidenceController } from './weeding-evidence.controller.js';
import { WeedingController } from './weeding.controller.js';
import { WeedingQuery } from './weeding.query.js';
import { WithdrawWeeded } from './withdraw-weeded.use-case.js';

@Module({
  imports: [CollectionPolicyModule],
  controllers: [WeedingController, WeedingEvidenceController],
  providers: [
    WeedingQuery,
    ProposeWeeding,
    ReviewWeeding,
    UndoReview,
    DecideWeeding,
    KeepEvidence,
    WithdrawWeeded,
    KeptVolumesQuery,
  ],
})
export class WeedingModule {}
