import { ApiProperty } from '@nestjs/swagger';
import { shown } from '@shulian/service-kit/fields';
import { noteKinds, type NoteKind } from '../reading-notes/rules/reading-note.js';
import { TAKES, type Takes } from './rules/contest-types.js';
import {
  CONTEST_STATUSES,
  PER,
  PRIZE_LEVELS,
  RANKED_BY,
  VACATIONS,
  type ContestStatus,
  type PrizeLevel,
  type RankedBy,
  type Vacation,
} from './rules/contest.js';

export class ContestTypeView {
  @ApiProperty() code!: string;
  @ApiProperty() zh!: string;
  @ApiProperty() en!: string;
  @ApiProperty({ enum: TAKES }) takes!: Takes;
  @ApiProperty({ description: 'added by the school, or named by it' }) ofSchool!: boolean;
  @ApiProperty() retired!: boolean;
}
export class ContestTypesPage {
  @ApiProperty({ type: [ContestTypeView] }) items!: ContestTypeView[];
  @ApiProperty(shown.orNull) nextCursor!: string | null;
}

class QuotaView {
  @ApiProperty({ enum: PRIZE_LEVELS }) level!: PrizeLevel;
  @ApiProperty(shown.whole) count!: number;
  @ApiProperty(shown.whole) least!: number;
}
class TargetView {
  @ApiProperty({ enum: noteKinds }) kind!: NoteKind;
  @ApiProperty(shown.whole) percent!: number;
}
class NotesTakenView {
  @ApiProperty(shown.day) from!: string;
  @ApiProperty(shown.day) to!: string;
  @ApiProperty({ enum: noteKinds, isArray: true }) kinds!: NoteKind[];
  @ApiProperty({ ...shown.orNull, enum: [...VACATIONS, null] }) vacation!: Vacation | null;
  @ApiProperty({ type: [TargetView] }) targets!: TargetView[];
}
class CommendationView {
  @ApiProperty() words!: string;
  @ApiProperty(shown.day) heldOn!: string;
}

/** A contest (竞赛、征文). */
export class SchoolContestView {
  @ApiProperty(shown.id) id!: string;
  @ApiProperty(shown.whole) version!: number;
  @ApiProperty(shown.id) schoolId!: string;
  @ApiProperty(shown.idOrNull) seriesId!: string | null;
  @ApiProperty({ ...shown.orNull, description: 'of a series: `2026-10` or `2026`' }) period!: string | null;
  @ApiProperty() name!: string;
  @ApiProperty() type!: string;
  @ApiProperty(shown.orNull) theme!: string | null;
  @ApiProperty({ type: [String] }) organisers!: string[];
  @ApiProperty({ enum: TAKES }) takes!: Takes;
  @ApiProperty({ enum: PER }) per!: 'reader' | 'class';
  @ApiProperty() compulsory!: boolean;
  @ApiProperty({ type: [Number], description: 'none: all' }) grades!: number[];
  @ApiProperty() forPupils!: boolean;
  @ApiProperty() forTeachers!: boolean;
  @ApiProperty() takesText!: boolean;
  @ApiProperty() takesFiles!: boolean;
  @ApiProperty() takesPaper!: boolean;
  @ApiProperty(shown.day) opensOn!: string;
  @ApiProperty(shown.day) dueOn!: string;
  @ApiProperty({ example: '17:00' }) dueTime!: string;
  @ApiProperty(shown.dayOrNull) judgedBy!: string | null;
  @ApiProperty(shown.dayOrNull) publishesOn!: string | null;
  @ApiProperty(shown.orNull) plan!: string | null;
  @ApiProperty(shown.orNull) rule!: string | null;
  @ApiProperty({ enum: RANKED_BY }) rankedBy!: RankedBy;
  @ApiProperty(shown.wholeOrNull) scoresNeeded!: number | null;
  @ApiProperty({ type: [QuotaView] }) quotas!: QuotaView[];
  @ApiProperty({ type: [Number], description: 'the most tenths of each question' }) questions!: number[];
  @ApiProperty(shown.wholeOrNull) minutes!: number | null;
  @ApiProperty({ type: NotesTakenView, nullable: true }) notes!: NotesTakenView | null;
  @ApiProperty({ enum: CONTEST_STATUSES }) status!: ContestStatus;
  @ApiProperty({ ...shown.orNull, description: 'why it was cancelled or taken back' }) reason!: string | null;
  @ApiProperty({ type: CommendationView, nullable: true }) commendation!: CommendationView | null;
  @ApiProperty(shown.orNull) summary!: string | null;
  @ApiProperty(shown.dayOrNull) publishedOn!: string | null;
  @ApiProperty(shown.day) plannedOn!: string;
  @ApiProperty(shown.whole) entries!: number;
  @ApiProperty(shown.whole) judges!: number;
  @ApiProperty({ ...shown.whole, description: 'granted with the publication' }) prizes!: number;
}
export class SchoolContestsPage {
  @ApiProperty({ type: [SchoolContestView] }) items!: SchoolContestView[];
  @ApiProperty(shown.orNull) nextCursor!: string | null;
}
