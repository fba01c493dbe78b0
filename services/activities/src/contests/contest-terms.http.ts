import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  Min,
} from 'class-validator';
import { limits } from '@shulian/contracts/limits';
import {
  Code,
  Grades,
  OneOf,
  OneOfOrNone,
  SomeOf,
  Text,
  TextOrNull,
  ThingsOrNone,
  TimeOrNull,
  Whole,
  WholeOrNull,
  YesOrNone,
} from '@shulian/service-kit/fields';
import { noteKinds, type NoteKind } from '../reading-notes/rules/reading-note.js';
import { PER, PRIZE_LEVELS, RANKED_BY, type PrizeLevel, type RankedBy } from './rules/contest.js';
import { GRADE_BAND_NAMES, type GradeBand } from './rules/grade-bands.js';

/** 100 points in tenths. */
export const MOST_TENTHS = 1_000;
const MOST_ORGANISERS = 20;

export class QuotaAsked {
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
