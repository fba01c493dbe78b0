import { Module } from '@nestjs/common';
import { FromReadersModule } from '../from-readers/from-readers.module.js';
import { CallerPlacesQuery } from '../logbooks/caller-places.query.js';
import { CallerSchoolQuery } from './caller-school.query.js';
import { ContestsController } from './contests.controller.js';
import { ContestsQuery } from './contests.query.js';
import { EnterPapers } from './entries/enter-papers.use-case.js';
import { EntrantsQuery } from './entries/entrants.query.js';
import { ContestEntriesController } from './entries/entries.controller.js';
import { ContestEntriesQuery } from './entries/entries.query.js';
import { HandInWork } from './entries/hand-in-work.use-case.js';
import { KeepEntryFiles } from './entries/keep-entry-files.use-case.js';
import { KeepEntry } from './entries/keep-entry.use-case.js';
import { CertificatesQuery } from './judging/certificates.query.js';
import { GiveScores } from './judging/give-scores.use-case.js';
import { JudgingController } from './judging/judging.controller.js';
import { JudgingQuery } from './judging/judging.query.js';
import { NameJudges } from './judging/name-judges.use-case.js';
import { KeepContest } from './keep-contest.use-case.js';
import { MarkNotes } from './notes/mark-notes.use-case.js';
import { NoteMarksQuery } from './notes/note-marks.query.js';
import { ParticipationController } from './participation/participation.controller.js';
import { ParticipationQuery } from './participation/participation.query.js';
import { PutContestType } from './put-contest-type.use-case.js';
import { ContestResultsController } from './results.controller.js';
import { ContestResultsQuery } from './results.query.js';
import { KeepSeries } from './series/keep-series.use-case.js';
import { RunSeries } from './series/run-series.use-case.js';
import { ContestSeriesController } from './series/series.controller.js';
import { ContestSeriesQuery } from './series/series.query.js';
import { ContestSeriesSchedule } from './series/series.schedule.js';
import { StepContest } from './step-contest.use-case.js';

@Module({
  imports: [FromReadersModule],
  controllers: [
    ContestsController,
    ContestEntriesController,
    JudgingController,
    ParticipationController,
    ContestSeriesController,
    ContestResultsController,
  ],
  providers: [
    CallerPlacesQuery,
    CallerSchoolQuery,
    ContestsQuery,
    KeepContest,
    StepContest,
    PutContestType,
    EntrantsQuery,
    ContestEntriesQuery,
    HandInWork,
    EnterPapers,
    KeepEntry,
    KeepEntryFiles,
    JudgingQuery,
    CertificatesQuery,
    NameJudges,
    GiveScores,
    ParticipationQuery,
    NoteMarksQuery,
    MarkNotes,
    ContestSeriesQuery,
    KeepSeries,
    RunSeries,
    ContestSeriesSchedule,
    ContestResultsQuery,
  ],
  exports: [CallerSchoolQuery],
})
export class ContestsModule {}
