import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { limits } from '@shulian/contracts/limits';
import { ListAsked } from '@shulian/service-kit';
import {
  Code,
  CodeOrNone,
  Day,
  DayOrNone,
  DayOrNull,
  Grades,
  IdOrNone,
  OneOf,
  OneOfOrNone,
  SchoolAsked,
  shown,
  SomeOf,
  Text,
  TextOrNull,
  ThingsOrNone,
  TimeOrNull,
  Whole,
  WholeOrNull,
  YesOrNone,
} from '@shulian/service-kit/fields';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsInt, IsOptional, IsString, Length, Matches, Max, Min } from 'class-validator'; // prettier-ignore
import { noteKinds, type NoteKind } from '../reading-notes/rules/reading-note.js';
import { TAKES, type Takes } from './rules/contest-types.js';
import {
  CONTEST_STATUSES,
  CONTEST_STEPS,
  PRIZE_LEVELS,
  RANKED_BY,
  VACATIONS,
  type ContestStatus,
  type ContestStep,
  type PrizeLevel,
  type RankedBy,
  type Vacation,
} from './rules/contest.js';
import { GRADE_BAND_NAMES, type GradeBand } from './rules/grade-bands.js';

const PER = ['reader', 'class'] as const;
/** 100 points in tenths. */
export const MOST_TENTHS = 1_000;
const MOST_ORGANISERS = 20;

class QuotaAsked {
  @OneOf(PRIZE_LEVELS)
  level!: PrizeLevel;

  @Whole(1, 1_000, 'so many in each ranking; works on the same place are not parted')
  count!: number;

  @WholeOrNull(0, MOST_TENTHS, 'tenths of a point that are needed for it')
  least?: number | null;
}

class TargetAsked {
  @OneOf(noteKinds)
  kind!: NoteKind;

  @Whole(1, 100, 'of the pupils')
  percent!: number;
}

/** What a contest and each contest of a series have in common. */
export class ContestTermsAsked {
  @Text(limits.occasionName)
  name!: string;

  @Code('of the type')
  type!: string;

  @TextOrNull(limits.occasionName)
  theme?: string | null;

  @ApiProperty({
    type: 'array',
    items: { type: 'string', minLength: 1, maxLength: limits.groupName },
    minItems: 1,
    maxItems: MOST_ORGANISERS,
    description: 'departments that hold it together',
  })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_ORGANISERS)
  @ArrayUnique()
  @IsString({ each: true })
  @Length(1, limits.groupName, { each: true })
  @Matches(/^\P{C}*$/u, { each: true })
  organisers!: string[];

  @OneOfOrNone(PER, 'whose works they are; reader where left out')
  per?: 'reader' | 'class';

  @YesOrNone('every pupil of these grades takes part')
  compulsory?: boolean;

  @Grades('for which grades; none: for all')
  grades?: number[];

  @SomeOf(GRADE_BAND_NAMES, 'the same by bands: grades 1–2, 3–4, 5–6, 7–9, 10–12')
  bands?: GradeBand[];

  @YesOrNone('true where left out')
  forPupils?: boolean;

  @YesOrNone('false where left out')
  forTeachers?: boolean;

  @YesOrNone('works are written here; true where left out')
  takesText?: boolean;

  @YesOrNone('works are pictures or documents; true where left out')
  takesFiles?: boolean;

  @YesOrNone('works are handed in on paper; true where left out')
  takesPaper?: boolean;

  @TimeOrNull('of the last day, the minute itself is in time; 23:59 where left out')
  dueTime?: string | null;

  @TextOrNull(limits.survey, 'what is planned; nothing opens without it')
  plan?: string | null;

  @TextOrNull(limits.survey, 'how works are to be, and how they are handed in')
  rule?: string | null;

  @OneOfOrNone(RANKED_BY, 'who is ranked with whom; school where left out')
  rankedBy?: RankedBy;

  @WholeOrNull(0, 20, 'scores that each work needs; null: of all judges; 0: the mark of its note stands')
  scoresNeeded?: number | null;

  @ThingsOrNone(QuotaAsked, PRIZE_LEVELS.length, 'from the first prize down')
  quotas?: QuotaAsked[];

  @ApiPropertyOptional({
    type: 'array',
    items: { type: 'integer', minimum: 1, maximum: MOST_TENTHS },
    maxItems: 200,
    description: 'of a paper: the most tenths of a point of each question, 1000 in all at most',
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(200)
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(MOST_TENTHS, { each: true })
  questions?: number[];

  @WholeOrNull(1, 480, 'time for a paper')
  minutes?: number | null;

  @SomeOf(noteKinds, 'of a round of notes: which it takes; all where left out')
  noteKinds?: NoteKind[];

  @ThingsOrNone(TargetAsked, noteKinds.length, 'of a round of notes: which share shall write which kind')
  targets?: TargetAsked[];
}

/** `POST /contests` */
export class SchoolContestAsked extends ContestTermsAsked {
  @SchoolAsked()
  schoolId?: string;

  @OneOfOrNone(TAKES, 'what it takes; as its type where left out')
  takes?: Takes;

  @Day('the first day on which works are taken')
  opensOn!: string;

  @Day('the last one')
  dueOn!: string;

  @DayOrNull('until when it is judged')
  judgedBy?: string | null;

  @DayOrNull('when winners are published')
  publishesOn?: string | null;

  @DayOrNone('of a round of notes: the first day of the notes; from the vacation or `opensOn` where left out')
  notesFrom?: string;

  @DayOrNone('the last one; from the vacation or `dueOn` where left out')
  notesTo?: string;

  @OneOfOrNone(VACATIONS, 'the notes are of a vacation')
  vacation?: Vacation;
}

/** `PATCH /contests/{id}`: what is left out stays. */
export class ContestChangeAsked {
  @TextOrNull(limits.occasionName)
  name?: string;

  @TextOrNull(limits.occasionName)
  theme?: string | null;

  @DayOrNone()
  opensOn?: string;

  @DayOrNone()
  dueOn?: string;

  @TimeOrNull('of the last day')
  dueTime?: string;

  @DayOrNull()
  judgedBy?: string | null;

  @DayOrNull()
  publishesOn?: string | null;

  @Grades('for which grades; only while it is planned')
  grades?: number[];

  @YesOrNone('only while it is planned')
  compulsory?: boolean;

  @TextOrNull(limits.survey)
  plan?: string | null;

  @TextOrNull(limits.survey)
  rule?: string | null;

  @WholeOrNull(0, 20)
  scoresNeeded?: number | null;

  @ThingsOrNone(QuotaAsked, PRIZE_LEVELS.length)
  quotas?: QuotaAsked[];
}

/** `POST /contests/{id}/step` */
export class ContestStepAsked {
  @OneOf(CONTEST_STEPS)
  step!: ContestStep;

  @TextOrNull(limits.remark, 'why; needed to cancel, to judge again and to withdraw a publication')
  why?: string | null;

  @TextOrNull(limits.survey, 'what came of it; needed to summarise')
  summary?: string | null;
}

/** `PUT /contests/{id}/commendation` */
export class CommendationAsked {
  @Text(limits.survey, 'how winners were commended')
  words!: string;

  @DayOrNone('today where left out')
  heldOn?: string;
}

/** `GET /contests` */
export class SchoolContestsAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @OneOfOrNone(CONTEST_STATUSES)
  status?: ContestStatus;

  @CodeOrNone('only of this type')
  type?: string;

  @IdOrNone('only of this series')
  seriesId?: string;

  @DayOrNone('whose last day is this one or later')
  from?: string;

  @DayOrNone('which opened on this day or before')
  to?: string;
}

/** `PUT /contest-types` */
export class ContestTypeAsked {
  @Code('a new one, or one that is there')
  code!: string;

  @SchoolAsked()
  schoolId?: string;

  @Text(limits.groupName)
  zh!: string;

  @Text(limits.groupName)
  en!: string;

  @OneOf(TAKES, 'what such contests take, unless they say otherwise')
  takes!: Takes;

  @YesOrNone('there are no more contests of it')
  retired?: boolean;
}
/** `GET /contest-types` */
export class ContestTypesAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;
}

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
