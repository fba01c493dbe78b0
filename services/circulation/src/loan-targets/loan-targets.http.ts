import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ListAsked } from '@shulian/service-kit';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsInt, IsOptional, Max, Min, ValidateNested } from 'class-validator';
import {
  DayOrNone,
  IdOrNone,
  OneOf,
  SchoolAsked,
  shown,
  Whole,
  WholeOrNone,
  YesOfQuery,
} from '@shulian/service-kit/fields';
import { TARGET_OF, type TargetOf } from './rules/loan-target.js';
import { SMALLEST_GROUP } from './rules/small-groups.js';

/** Three times twelve grades, and those for all. */
const MOST_TARGETS = 40;

export class TargetAsked {
  @OneOf(TARGET_OF, 'each pupil; a class together, for each of its pupils; each teacher')
  of!: TargetOf;

  @ApiPropertyOptional({ type: 'integer', nullable: true, minimum: 1, maximum: 12, description: 'null: all' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(12)
  grade?: number | null;

  @Whole(1, 10_000, 'copies in a term')
  loans!: number;
}
/** `PUT /loan-targets` */
export class TargetsAsked {
  @SchoolAsked()
  schoolId?: string;

  @WholeOrNone(0, 100, 'books a pupil is advised to read in a week, never a limit; 2 where left out')
  adviceWeekly?: number;

  @ApiProperty({ type: [TargetAsked], maxItems: MOST_TARGETS, description: 'all of them' })
  @IsArray()
  @ArrayMaxSize(MOST_TARGETS)
  @ValidateNested({ each: true })
  @Type(() => TargetAsked)
  targets!: TargetAsked[];
}
export class TargetsOfAsked {
  @SchoolAsked()
  schoolId?: string;
}
export class TargetView {
  @ApiProperty({ enum: TARGET_OF }) readonly of!: TargetOf;
  @ApiProperty(shown.wholeOrNull) readonly grade!: number | null;
  @ApiProperty(shown.whole) readonly loans!: number;
}
export class TargetsView {
  @ApiProperty({ format: 'uuid' }) readonly schoolId!: string;
  @ApiProperty({ ...shown.whole, description: '1 where the school has set none yet' })
  readonly version!: number;
  @ApiProperty(shown.whole) readonly adviceWeekly!: number;
  @ApiProperty({ type: [TargetView] }) readonly targets!: TargetView[];
}

/** `GET /loan-target-progress/…` */
export class ProgressAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @DayOrNone('a day of the term; today where left out')
  on?: string;
}
export class ReadersProgressAsked extends ProgressAsked {
  @IdOrNone()
  classId?: string;

  @YesOfQuery('who has reached the target, or has not')
  reached?: boolean;
}
export class ReaderProgress {
  @ApiProperty({ format: 'uuid' }) readonly readerId!: string;
  @ApiProperty(shown.idOrNull) readonly classId!: string | null;
  @ApiProperty(shown.wholeOrNull) readonly grade!: number | null;
  @ApiProperty({ ...shown.whole, description: 'copies the pupil borrowed in the term' })
  readonly loans!: number;
  @ApiProperty({ ...shown.wholeOrNull, description: 'null: the school has set none' })
  readonly target!: number | null;
  @ApiProperty({ type: 'boolean', nullable: true }) readonly reached!: boolean | null;
  @ApiProperty({ ...shown.whole, description: 'copies borrowed since Monday' }) readonly thisWeek!: number;
  @ApiProperty({ ...shown.whole, description: 'advised for a week; no limit' })
  readonly adviceWeekly!: number;
}
export class ReadersProgressPage {
  @ApiProperty({ type: [ReaderProgress] }) readonly items!: ReaderProgress[];
  @ApiProperty(shown.orNull) readonly nextCursor!: string | null;
}

/** What is left out where few are counted. */
const FEW = `null: of fewer than ${String(SMALLEST_GROUP)} pupils, which the county office does not see`;

class GroupProgress {
  @ApiProperty(shown.whole) readonly pupils!: number;
  @ApiProperty({ ...shown.wholeOrNull, description: `copies pupils borrowed for themselves; ${FEW}` })
  readonly loans!: number | null;
  @ApiProperty({ type: 'number', nullable: true }) readonly perPupil!: number | null;
  @ApiProperty({ ...shown.wholeOrNull, description: 'of each pupil' }) readonly target!: number | null;
  @ApiProperty({ ...shown.wholeOrNull, description: 'pupils who reached it' }) readonly reached!:
    number | null;
  @ApiProperty({ ...shown.wholeOrNull, description: `copies the class borrowed together; ${FEW}` })
  readonly collective!: number | null;
  @ApiProperty({ type: 'number', nullable: true }) readonly collectivePerPupil!: number | null;
  @ApiProperty({ ...shown.wholeOrNull, description: 'of the class together, for each of its pupils' })
  readonly collectiveTarget!: number | null;
}
export class ClassProgress extends GroupProgress {
  @ApiProperty({ format: 'uuid' }) readonly classId!: string;
  @ApiProperty(shown.whole) readonly grade!: number;
}
export class ClassesProgressPage {
  @ApiProperty({ type: [ClassProgress] }) readonly items!: ClassProgress[];
  @ApiProperty(shown.orNull) readonly nextCursor!: string | null;
}
export class GradeProgress extends GroupProgress {
  @ApiProperty(shown.whole) readonly grade!: number;
}
export class GradesProgressPage {
  @ApiProperty({ type: [GradeProgress] }) readonly items!: GradeProgress[];
  @ApiProperty(shown.orNull) readonly nextCursor!: string | null;
}

export class TeachersProgressAsked extends ProgressAsked {
  @YesOfQuery('who has something overdue, or has not')
  overdue?: boolean;
}
export class TeacherProgress {
  @ApiProperty({ format: 'uuid' }) readonly readerId!: string;
  @ApiProperty({ ...shown.whole, description: 'copies borrowed in the term' }) readonly loans!: number;
  @ApiProperty({ ...shown.whole, description: 'days on which something was borrowed' })
  readonly visits!: number;
  @ApiProperty(shown.whole) readonly target!: number;
  @ApiProperty() readonly reached!: boolean;
  @ApiProperty({ ...shown.whole, description: 'copies out' }) readonly open!: number;
  @ApiProperty({ ...shown.whole, description: 'of these, past their day' }) readonly overdue!: number;
  @ApiProperty({ type: 'string', format: 'date', nullable: true, description: 'the longest overdue' })
  readonly oldestDueOn!: string | null;
  @ApiProperty({ ...shown.whole, description: 'cases of damage in the term' }) readonly damaged!: number;
  @ApiProperty({ ...shown.whole, description: 'compensations owed' }) readonly debts!: number;
}
export class TeachersProgressPage {
  @ApiProperty({ type: [TeacherProgress] }) readonly items!: TeacherProgress[];
  @ApiProperty(shown.orNull) readonly nextCursor!: string | null;
}
