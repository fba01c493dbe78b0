import { ApiProperty } from '@nestjs/swagger';
import { limits } from '@shulian/contracts/limits';
import { ListAsked } from '@shulian/service-kit';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsInt,
  IsString,
  Length,
  Matches,
  Max,
  Min,
} from 'class-validator';
import {
  Day,
  DayOrNone,
  DistinctTexts,
  Grades,
  IdAsked,
  OneOf,
  OneOfOrNone,
  SchoolAsked,
  shown,
  Text,
  TextOrNull,
  Things,
  Whole,
  WholeOrNull,
  YesOrNone,
} from '@shulian/service-kit/fields';
import {
  TRAINING_RESULTS,
  TRAINING_STATUSES,
  TRAINING_STEPS,
  type TrainingResult,
  type TrainingStatus,
  type TrainingStep,
} from './rules/helper-training.js';

const MOST_SUBJECTS = 20;
const LONGEST_MINUTES = 1_440;

/** `POST /helper-trainings` */
export class TrainingAsked {
  @SchoolAsked()
  schoolId?: string;

  @Text(limits.occasionName, 'what it is called')
  name!: string;

  @Day('on which it is held')
  heldOn!: string;

  @Whole(1, LONGEST_MINUTES, 'how long it takes')
  minutes!: number;

  @TextOrNull(limits.locationName, 'where it is held')
  place?: string | null;

  @Text(limits.personName, 'who trains')
  trainer!: string;

  @ApiProperty({
    type: 'array',
    items: { type: 'string', minLength: 1, maxLength: limits.occasionName },
    minItems: 1,
    maxItems: MOST_SUBJECTS,
    description: 'its subjects, as the classification and the rules of the library',
  })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_SUBJECTS)
  @ArrayUnique()
  @IsString({ each: true })
  @Length(1, limits.occasionName, { each: true })
  @Matches(/^\P{C}*$/u, { each: true })
  syllabus!: string[];

  @Grades('for which grades; left out: for all')
  grades?: number[];

  @YesOrNone('nobody has duty before such a training is passed; true where left out')
  required?: boolean;
}

/** `PATCH /helper-trainings/{id}`: what is left out stays. */
export class TrainingChangeAsked {
  @TextOrNull(limits.occasionName)
  name?: string;

  @DayOrNone('on which it is held')
  heldOn?: string;

  @WholeOrNull(1, LONGEST_MINUTES)
  minutes?: number;

  @TextOrNull(limits.locationName)
  place?: string | null;

  @TextOrNull(limits.personName)
  trainer?: string;

  @DistinctTexts(limits.occasionName, MOST_SUBJECTS)
  syllabus?: string[];

  @Grades('for which grades; none: for all')
  grades?: number[];

  @YesOrNone('nobody has duty before such a training is passed')
  required?: boolean;
}

/** `POST /helper-trainings/{id}/step` */
export class TrainingStepAsked {
  @OneOf(TRAINING_STEPS)
  step!: TrainingStep;
}

class AttendanceAsked {
  @IdAsked('a reader of the school')
  readerId!: string;

  @ApiProperty()
  @IsBoolean()
  present!: boolean;

  @OneOfOrNone(TRAINING_RESULTS, 'of who was there')
  result?: TrainingResult;

  @TextOrNull(limits.stockNote)
  note?: string | null;
}

/** `PUT /helper-trainings/{id}/attendance`: those who are named; the others stay as they are. */
export class AttendancesAsked {
  @Things(AttendanceAsked, 200)
  items!: AttendanceAsked[];
}

/** `GET /helper-trainings` */
export class TrainingsAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @OneOfOrNone(TRAINING_STATUSES)
  status?: TrainingStatus;

  @DayOrNone('held on this day or later')
  from?: string;

  @DayOrNone('held on this day or before')
  to?: string;
}

/** `GET /helper-trainings/{id}/attendance` */
export class AttendanceListAsked extends ListAsked {}

/** `PUT /helper-training-focuses/{termId}` */
export class TrainingFocusAsked {
  @ApiProperty({ type: 'array', items: { type: 'integer', minimum: 1, maximum: 12 }, maxItems: 12 })
  @IsArray()
  @ArrayMaxSize(12)
  @ArrayUnique()
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(12, { each: true })
  grades!: number[];

  @TextOrNull(limits.remark, 'to what end')
  aim?: string | null;
}

/** `GET /helper-training-focuses/{termId}` */
export class FocusGradesAsked extends ListAsked {}

/** A training of class helpers (小图书管理员培训). */
export class TrainingView {
  @ApiProperty(shown.id) id!: string;
  @ApiProperty(shown.whole) version!: number;
  @ApiProperty(shown.id) schoolId!: string;
  @ApiProperty() name!: string;
  @ApiProperty(shown.day) heldOn!: string;
  @ApiProperty(shown.whole) minutes!: number;
  @ApiProperty(shown.orNull) place!: string | null;
  @ApiProperty() trainer!: string;
  @ApiProperty({ type: [String] }) syllabus!: string[];
  @ApiProperty({ type: [Number], description: 'none: for all' }) grades!: number[];
  @ApiProperty({ description: 'nobody has duty before such a training is passed' }) required!: boolean;
  @ApiProperty({ enum: TRAINING_STATUSES }) status!: TrainingStatus;
  @ApiProperty({ ...shown.whole, description: 'pupils of whom attendance was entered' }) listed!: number;
  @ApiProperty(shown.whole) present!: number;
  @ApiProperty(shown.whole) passed!: number;
}
export class TrainingsPage {
  @ApiProperty({ type: [TrainingView] }) items!: TrainingView[];
  @ApiProperty(shown.orNull) nextCursor!: string | null;
}

export class AttendanceView {
  @ApiProperty(shown.id) readerId!: string;
  @ApiProperty() present!: boolean;
  @ApiProperty({ ...shown.orNull, enum: [...TRAINING_RESULTS, null] }) result!: TrainingResult | null;
  @ApiProperty(shown.orNull) note!: string | null;
}
export class AttendancePage {
  @ApiProperty({ type: [AttendanceView] }) items!: AttendanceView[];
  @ApiProperty(shown.orNull) nextCursor!: string | null;
}

/** A grade in a term: whether the trainings are for it above all, and what came of them. */
export class FocusGradeView {
  @ApiProperty(shown.whole) grade!: number;
  @ApiProperty() inFocus!: boolean;
  @ApiProperty({ ...shown.whole, description: 'helpers whose office shares a day with the term' })
  helpers!: number;
  @ApiProperty({ ...shown.whole, description: 'of these, who came to a training of the term' })
  trained!: number;
  @ApiProperty({ ...shown.whole, description: 'of these, who passed one' }) passed!: number;
}
export class FocusPage {
  @ApiProperty({ type: [FocusGradeView] }) items!: FocusGradeView[];
  @ApiProperty(shown.orNull) nextCursor!: string | null;
  @ApiProperty({ ...shown.orNull, description: 'to what end; null: nobody has said anything' })
  aim!: string | null;
}

export class TrainingFocusView {
  @ApiProperty(shown.id) termId!: string;
  @ApiProperty({ type: [Number] }) grades!: number[];
  @ApiProperty(shown.orNull) aim!: string | null;
  @ApiProperty(shown.day) setOn!: string;
}
