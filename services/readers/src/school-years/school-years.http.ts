import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { limits } from '@shulian/contracts/limits';
import { Id, ListAsked, PageAsked } from '@shulian/service-kit';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { STREAMS, type Stream } from '../classes/rules/school-class.js';
import { leavingReasons, type LeavingReason } from '../enrolment/rules/reader.js';
import { PlainText } from '../plain-text.http.js';
import { FATES_OF_READERS, YEAR_STATES, type FateOfReader, type YearState } from './school-year.row.js';

const orNull = { type: 'string', nullable: true } as const;
const whole = { type: 'integer' } as const;
const aYear = { ...whole, description: '学年的第一年 first calendar year of the school year', minimum: 1990 };
/** Readers in one request of wishes. */
const MOST_READERS = 1_000;

/** The school that is meant; who works at one leaves it out. */
export class OfSchoolAsked extends ListAsked {
  @ApiPropertyOptional({ format: 'uuid', description: 'may be left out by who works at one school' })
  @IsOptional()
  @Id()
  schoolId?: string;
}

/** `POST /school-years` */
export class PrepareYearAsked {
  @ApiPropertyOptional({ format: 'uuid', description: 'may be left out by who works at one school' })
  @IsOptional()
  @Id()
  schoolId?: string;

  @ApiProperty(aYear)
  @IsInt()
  @Min(1990)
  @Max(2199)
  year!: number;
}

/** `GET /school-years` */
export class SchoolYearsAsked extends PageAsked {
  @ApiPropertyOptional({ format: 'uuid', description: 'may be left out by who works at one school' })
  @IsOptional()
  @Id()
  schoolId?: string;
}

/** `PUT /school-years/{id}/classes/{classId}`: what is left out goes by the rule, or stays as it is */
export class WishOfClassAsked {
  @ApiPropertyOptional({
    type: 'string',
    enum: ['goes-on', 'graduates', 'merges', null],
    nullable: true,
    description: '升入、毕业、并入 classNo 班；null 按规则 by the rule',
  })
  @IsOptional()
  @IsIn(['goes-on', 'graduates', 'merges'])
  fate?: 'goes-on' | 'graduates' | 'merges' | null;

  @ApiPropertyOptional({
    ...whole,
    nullable: true,
    minimum: 1,
    maximum: 99,
    description: 'its new number, or the class of the grade that it is merged into',
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(99)
  classNo?: number | null;

  @ApiPropertyOptional({ type: 'string', enum: [...STREAMS, null], nullable: true })
  @IsOptional()
  @IsIn(STREAMS)
  stream?: Stream | null;

  @ApiPropertyOptional({ ...orNull, maxLength: limits.locationName })
  @IsOptional()
  @PlainText(0, limits.locationName)
  campus?: string | null;
}

export class WishOfReader {
  @ApiProperty({ format: 'uuid' })
  @Id()
  readerId!: string;

  @ApiProperty({
    enum: ['repeats', 'moves', 'leaves', 'by-rule'],
    description: '留级、分到另一班、离校、按规则',
  })
  @IsIn(['repeats', 'moves', 'leaves', 'by-rule'])
  fate!: 'repeats' | 'moves' | 'leaves' | 'by-rule';

  @ApiPropertyOptional({
    ...whole,
    nullable: true,
    minimum: 1,
    maximum: 99,
    description: 'the class of the new grade; one that the school has not is opened',
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(99)
  classNo?: number | null;

  @ApiPropertyOptional({ enum: leavingReasons, default: 'left' })
  @IsOptional()
  @IsIn(leavingReasons)
  why?: LeavingReason;
}

/** `POST /school-years/{id}/wishes` */
export class WishesAsked {
  @ApiProperty({ type: [WishOfReader], minItems: 1, maxItems: MOST_READERS })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_READERS)
  @ArrayUnique((wish: WishOfReader) => wish.readerId)
  @ValidateNested({ each: true })
  @Type(() => WishOfReader)
  readers!: WishOfReader[];
}

/** `POST /school-years/{id}/refusal` */
export class SendBackAsked {
  @ApiProperty({ maxLength: limits.remark, description: 'what is to be put right' })
  @PlainText(1, limits.remark)
  note!: string;
}

/** `GET /school-years/{id}/readers` */
export class FateAsked extends ListAsked {
  @ApiPropertyOptional({ enum: FATES_OF_READERS })
  @IsOptional()
  @IsIn(FATES_OF_READERS)
  fate?: FateOfReader;

  @ApiPropertyOptional({ format: 'uuid', description: 'of this class before the step' })
  @IsOptional()
  @Id()
  classId?: string;

  @ApiPropertyOptional({ type: 'boolean', description: 'only who leaves with books or debts' })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  withDues?: boolean;
}

/** `GET /school-year-progress` */
export class ProgressAsked extends ListAsked {
  @ApiPropertyOptional({ ...aYear, description: 'the year that runs where left out' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1990)
  @Max(2199)
  year?: number;

  @ApiPropertyOptional({ enum: ['none', ...YEAR_STATES] })
  @IsOptional()
  @IsIn(['none', ...YEAR_STATES])
  status?: YearState | 'none';
}

/** The step of a school into a school year. */
export class SchoolYearView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) schoolId!: string;
  @ApiProperty(whole) year!: number;
  @ApiProperty({ enum: YEAR_STATES }) status!: YearState;
  @ApiProperty({ description: 'account or client' }) preparedBy!: string;
  @ApiProperty({ type: [String], description: 'whoever had a hand in it; none of them reviews it' })
  editedBy!: string[];
  @ApiProperty({ format: 'date-time' }) preparedAt!: string;
  @ApiProperty({ ...orNull, description: 'why it was sent back' }) note!: string | null;
  @ApiProperty(orNull) committedBy!: string | null;
  @ApiProperty({ ...orNull, format: 'date-time' }) committedAt!: string | null;
  @ApiProperty(orNull) undoneBy!: string | null;
  @ApiProperty({ ...orNull, format: 'date-time' }) undoneAt!: string | null;
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'integer' },
    description: 'how many readers of each fate',
  })
  readers!: Record<string, number>;
  @ApiProperty({ ...whole, description: 'who leaves while books are on loan or debts open' })
  leaversWithDues!: number;
  @ApiProperty(whole) version!: number;
}
export class SchoolYearPage {
  @ApiProperty({ type: [SchoolYearView] }) items!: SchoolYearView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}

/** What becomes of a reader. */
export class FateView {
  @ApiProperty({ format: 'uuid' }) readerId!: string;
  @ApiProperty({ format: 'uuid' }) schoolId!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ enum: FATES_OF_READERS }) fate!: FateOfReader;
  @ApiProperty({ description: 'on 31 August' }) className!: string;
  @ApiProperty({ ...orNull, description: 'on 1 September; null for who leaves' }) newClassName!:
    string | null;
  @ApiProperty({ ...orNull, format: 'date' }) leftOn!: string | null;
  @ApiProperty({ ...whole, description: 'copies on loan now' }) openLoans!: number;
  @ApiProperty({ ...orNull, format: 'date', description: 'the earliest due day of these' })
  dueOn!: string | null;
  @ApiProperty({ ...whole, description: 'lost copies not paid for' }) openDebts!: number;
  @ApiProperty({ ...whole, description: 'in fen, as far as known' }) owedFen!: number;
}
export class FatePage {
  @ApiProperty({ type: [FateView] }) items!: FateView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}

/** What becomes of pupils of a class. */
export class YearClassView {
  @ApiProperty({ format: 'uuid' }) classId!: string;
  @ApiProperty({ description: 'on 31 August' }) name!: string;
  @ApiProperty({ enum: FATES_OF_READERS }) fate!: FateOfReader;
  @ApiProperty({ ...orNull, description: 'on 1 September; null where it is no more' }) newName!:
    string | null;
  @ApiProperty({ ...whole, description: 'of this class that come to be there' }) pupils!: number;
  @ApiProperty({ ...orNull, enum: [...STREAMS, null] }) stream!: Stream | null;
  @ApiProperty(orNull) campus!: string | null;
}
export class YearClassPage {
  @ApiProperty({ type: [YearClassView] }) items!: YearClassView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}

/** How far a school is. */
export class ProgressView {
  @ApiProperty({ format: 'uuid' }) schoolId!: string;
  @ApiProperty() code!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ enum: ['none', ...YEAR_STATES] }) status!: YearState | 'none';
  @ApiProperty({ ...whole, description: 'active pupils' }) pupils!: number;
  @ApiProperty({ ...orNull, format: 'date-time' }) preparedAt!: string | null;
  @ApiProperty({ ...orNull, format: 'date-time' }) committedAt!: string | null;
}
export class ProgressPage {
  @ApiProperty({ type: [ProgressView] }) items!: ProgressView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
