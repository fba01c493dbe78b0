import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { limits } from '@shulian/contracts/limits';
import { COPY_KINDS, type CopyKind } from '@shulian/contracts/words';
import { ListAsked } from '@shulian/service-kit';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { DayOrNone, SchoolAsked, Text, TextOrNull, Texts, WholeOrNull } from '@shulian/service-kit/fields';
import { AUDIENCES, type Audience } from '../selection/rules/suitability.js';
import { ALL_CATEGORIES, COLLECTING_LEVELS, type CollectingLevel } from './rules/collection-policy.js';

const MOST_LEVELS = 500;
const MOST_TARGETS = 100;

/** Things in a body that may be left out. */
const ThingsOrNone =
  (of: new () => object, most: number): PropertyDecorator =>
  (target, key) => {
    ApiPropertyOptional({ type: [of], maxItems: most })(target, key);
    IsOptional()(target, key);
    IsArray()(target, key);
    ArrayMaxSize(most)(target, key);
    ValidateNested({ each: true })(target, key);
    Type(() => of)(target, key);
  };

export class VolumesPerPupilAsked {
  @WholeOrNull(0, 1_000)
  primary?: number | null;

  @WholeOrNull(0, 1_000)
  junior?: number | null;

  @WholeOrNull(0, 1_000)
  senior?: number | null;
}

export class LevelAsked {
  @Text(limits.clc, 'class number, with all that is filed under it')
  clc!: string;

  @ApiProperty({ enum: COLLECTING_LEVELS })
  @IsIn(COLLECTING_LEVELS)
  level!: CollectingLevel;

  @TextOrNull(limits.orderName, 'the subject that it is for')
  subject?: string | null;

  @Text(limits.remark, 'why')
  reason!: string;
}

export class TargetAsked {
  @Text(limits.orderName, 'what is meant, as 低年级拼音读物')
  name!: string;

  @ApiProperty({ enum: AUDIENCES })
  @IsIn(AUDIENCES)
  audience!: Audience;

  @ApiProperty({ enum: ALL_CATEGORIES, description: 'one of its audience' })
  @IsIn(ALL_CATEGORIES)
  category!: string;

  @Texts(limits.clc, 50, 'class numbers, each with all that is filed under it')
  clcs?: string[];

  @ApiPropertyOptional({ enum: COPY_KINDS })
  @IsOptional()
  @IsIn(COPY_KINDS)
  kind?: CopyKind;

  @TextOrNull(limits.orderName, 'a theme of the titles, or a word that stands in their audience')
  tag?: string | null;

  @WholeOrNull(0, 10_000, 'of 10,000 volumes of the school; this or `volumes`')
  share?: number | null;

  @WholeOrNull(0, 10_000_000)
  volumes?: number | null;
}

/** `POST /collection-policies` */
export class CollectionPolicyAsked {
  @SchoolAsked()
  schoolId?: string;

  @DayOrNone('from which it holds; today where left out')
  effectiveOn?: string;

  @Text(limits.remark, 'why it is written, or written anew')
  reason!: string;

  @ApiPropertyOptional({
    type: VolumesPerPupilAsked,
    description: 'volumes a pupil, by section; what is left out is that of the national rules: 25, 35, 45',
  })
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => VolumesPerPupilAsked)
  volumesPerPupil?: VolumesPerPupilAsked;

  @ThingsOrNone(LevelAsked, MOST_LEVELS)
  levels?: LevelAsked[];

  @ThingsOrNone(TargetAsked, MOST_TARGETS)
  targets?: TargetAsked[];
}

/** `GET /collection-policies` */
export class CollectionPoliciesAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;
}

/** `GET /collecting-levels` and `GET /collection-gaps` */
export class OnDayAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @DayOrNone('as the policy stands on this day; today where left out')
  on?: string;
}

/** `GET /stock-standard` */
export class StandardAsked {
  @SchoolAsked()
  schoolId?: string;
}

const WholeAsked =
  (minimum: number, maximum: number, description: string): PropertyDecorator =>
  (target, key) => {
    ApiProperty({ type: 'integer', minimum, maximum, description })(target, key);
    Type(() => Number)(target, key);
    IsInt()(target, key);
    Min(minimum)(target, key);
    Max(maximum)(target, key);
  };

/** `GET /stock-plans` */
export class StockPlanAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @WholeAsked(0, 100_000, 'pupils in the last year')
  expectedPupils!: number;

  @WholeAsked(1, 20, 'in how many years')
  years!: number;

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 0,
    maximum: 1_000,
    description: 'left out: as the policy wants for the pupils of now',
  })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(1_000)
  volumesPerPupil?: number;
}

const orNull = { type: 'string', nullable: true } as const;
const whole = { type: 'integer' } as const;
const wholeOrNull = { type: 'integer', nullable: true } as const;

export class VolumesPerPupilView {
  @ApiProperty(whole) primary!: number;
  @ApiProperty(whole) junior!: number;
  @ApiProperty(whole) senior!: number;
}

export class CollectionPolicyView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) schoolId!: string;
  @ApiProperty({ format: 'date' }) effectiveOn!: string;
  @ApiProperty() reason!: string;
  @ApiProperty({ type: VolumesPerPupilView }) volumesPerPupil!: VolumesPerPupilView;
  @ApiProperty({ format: 'date' }) writtenOn!: string;
  @ApiProperty({ enum: ['planned', 'in-force', 'replaced'] }) standing!: string;
  @ApiProperty(whole) levels!: number;
  @ApiProperty(whole) targets!: number;
}
export class CollectionPoliciesPage {
  @ApiProperty({ type: [CollectionPolicyView] }) items!: CollectionPolicyView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}

export class LevelView {
  @ApiProperty() clc!: string;
  @ApiProperty({ enum: COLLECTING_LEVELS }) level!: string;
  @ApiProperty(orNull) subject!: string | null;
  @ApiProperty() reason!: string;
  @ApiProperty({ format: 'date', description: 'of the version that says so' }) effectiveOn!: string;
}
export class LevelsPage {
  @ApiProperty({ type: [LevelView] }) items!: LevelView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}

export class CollectionGapView {
  @ApiProperty(whole) number!: number;
  @ApiProperty() name!: string;
  @ApiProperty({ enum: AUDIENCES }) audience!: string;
  @ApiProperty({ enum: ALL_CATEGORIES }) category!: string;
  @ApiProperty({ type: [String] }) clcs!: string[];
  @ApiProperty({ ...orNull, enum: [...COPY_KINDS, null] }) kind!: string | null;
  @ApiProperty(orNull) tag!: string | null;
  @ApiProperty({ ...wholeOrNull, description: 'of 10,000' }) share!: number | null;
  @ApiProperty({ ...whole, description: 'volumes that there shall be' }) target!: number;
  @ApiProperty(whole) held!: number;
  @ApiProperty({ ...whole, description: 'of 10,000 volumes of the school' }) heldShare!: number;
  @ApiProperty({ ...whole, description: 'volumes that are wanting' }) gap!: number;
}
export class CollectionGapsPage {
  @ApiProperty({ ...whole, description: 'volumes of the school' }) volumes!: number;
  @ApiProperty({ ...whole, description: 'volumes that the standard wants of it' }) standard!: number;
  @ApiProperty({ description: 'structure is mended once the standard is met' }) meetsStandard!: boolean;
  @ApiProperty({ type: [CollectionGapView] }) items!: CollectionGapView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}

export class SectionOfStandard {
  @ApiProperty({ enum: ['primary', 'junior', 'senior', 'unknown'] }) section!: string;
  @ApiProperty(whole) pupils!: number;
}
export class StandardView {
  @ApiProperty({ format: 'uuid' }) schoolId!: string;
  @ApiProperty({ type: [SectionOfStandard] }) sections!: SectionOfStandard[];
  @ApiProperty(whole) pupils!: number;
  @ApiProperty({ type: VolumesPerPupilView }) volumesPerPupil!: VolumesPerPupilView;
  @ApiProperty({ ...whole, description: 'volumes that the standard wants' }) required!: number;
  @ApiProperty({ ...whole, description: 'volumes by the registers' }) volumes!: number;
  @ApiProperty(whole) wanting!: number;
}

export class YearOfPlanView {
  @ApiProperty(whole) year!: number;
  @ApiProperty({ ...whole, description: 'expected' }) pupils!: number;
  @ApiProperty({ ...whole, description: 'volumes that the standard wants then' }) required!: number;
  @ApiProperty(whole) toBuy!: number;
  @ApiProperty({ ...whole, description: 'with what was bought by then' }) volumes!: number;
}
export class StockPlanPage {
  @ApiProperty({ type: StandardView, description: 'as it is now' }) now!: StandardView;
  @ApiProperty({ type: [YearOfPlanView] }) items!: YearOfPlanView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
