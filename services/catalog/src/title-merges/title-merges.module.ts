import { Module } from '@nestjs/common';
import { CandidatesQuery } from './candidates.query.js';
import { CompareTitlesSchedule } from './compare-titles.schedule.js';
import { CompareTitles } from './compare-titles.use-case.js';
import { DecideCandidate } from './decide-candidate.use-case.js';
import { MergeTitles } from './merge-titles.use-case.js';
import { CandidatesController, TitleMergesController } from './title-merges.controller.js';
import { TitleMergesQuery } from './title-merges.query.js';
import { UndoMerge } from './undo-merge.use-case.js';

@Module({
  controllers: [TitleMergesController, CandidatesController],
  providers: [
    TitleMergesQuery,
    MergeTitles,
    UndoMerge,
    CandidatesQuery,
    DecideCandidate,
    CompareTitles,
    CompareTitlesSchedule,
  ],
})
export class TitleMergesModule {}
