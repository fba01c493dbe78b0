import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { applyDecorators } from '@nestjs/common';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsDateString,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateBy,
  ValidateNested,
} from 'class-validator';
import { PlainText } from '../plain-text.http.js';
import type { CalendarDay } from '@shulian/contracts/ids';
import { READER_KINDS, type ReaderKind } from '@shulian/contracts/words';
import {
  ExternalIdAsked,
  ExternalIdShown,
  Id,
  Ids,
  ListAsked,
  SyncedPage,
  UpdatedSince,
} from '@shulian/service-kit';
import { leavingReasons, type LeavingReason } from './rules/reader.js';

export class TemporaryStayAsked {
  @ApiPropertyOptional({
    type: 'string',
    format: 'date',
    nullable: true,
    description: 'last day of it, where it is known',
  })
  @IsOptional()
  @IsDateString({ strict: true })
  @Matches(/^[1-9]\d{3}-\d\d-\d\d$/)
  untilOn?: string | null;
}

const TemporaryAsked = (): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({
      type: TemporaryStayAsked,
      nullable: true,
      description: '借读：学籍在他校 a pupil of another school who reads here for a while',
    }),
    IsOptional(),
    IsObject(),
    ValidateNested(),
    Type(() => TemporaryStayAsked),
  );

export class EnrolReaderAsked {
  @ApiPropertyOptional({ format: 'uuid', description: 'may be left out by callers of one school' })
  @IsOptional()
  @Id()
  schoolId?: string;

  @ApiProperty({ enum: READER_KINDS })
  @IsIn(READER_KINDS)
  kind!: ReaderKind;

  @ApiProperty({ maxLength: 100 })
  @IsString()
  @Length(1, 200)
  name!: string;

  @ApiPropertyOptional({ type: 'string', format: 'uuid', nullable: true })
  @IsOptional()
  @Id()
  classId?: string | null;

  @ApiPropertyOptional({
    maxLength: 40,
    description: 'else the school gives the next one; never an identity number',
  })
  @IsOptional()
  @IsString()
  @MaxLength(80)
  cardNumber?: string;

  @ExternalIdAsked()
  externalId?: string | null;

  @TemporaryAsked()
  temporary?: TemporaryStayAsked | null;
}

export class ChangeReaderAsked {
  @ApiPropertyOptional({ maxLength: 100 })
  @IsOptional()
  @IsString()
  @Length(1, 200)
  name?: string;

  @ApiPropertyOptional({ enum: READER_KINDS })
  @IsOptional()
  @IsIn(READER_KINDS)
  kind?: ReaderKind;

  @ApiPropertyOptional({ type: 'string', format: 'uuid', nullable: true })
  @IsOptional()
  @Id()
  classId?: string | null;

  @ApiPropertyOptional({
    enum: ['active', 'left'],
    description: 'left: leaves the school today; active: is back',
  })
  @IsOptional()
  @IsIn(['active', 'left'])
  status?: 'active' | 'left';

  @ApiPropertyOptional({ enum: leavingReasons, default: 'left' })
  @IsOptional()
  @IsIn(leavingReasons)
  leftWhy?: LeavingReason;

  @ExternalIdAsked()
  externalId?: string | null;

  @TemporaryAsked()
  temporary?: TemporaryStayAsked | null;
}

/** How a person is, all of it: what is left out is not so. */
export class PutReaderAsked {
  @ApiPropertyOptional({ format: 'uuid', description: 'may be left out by callers of one school' })
  @IsOptional()
  @Id()
  schoolId?: string;

  @ApiProperty({ enum: READER_KINDS })
  @IsIn(READER_KINDS)
  kind!: ReaderKind;

  @ApiProperty({ maxLength: 100 })
  @IsString()
  @Length(1, 200)
  name!: string;

  @ApiPropertyOptional({ type: 'string', format: 'uuid', nullable: true })
  @IsOptional()
  @Id()
  classId?: string | null;

  @ApiPropertyOptional({
    maxLength: 40,
    description:
      '省略时保留原证号，新读者则由学校给号 left out: the number stays, or the school gives the next one',
  })
  @IsOptional()
  @IsString()
  @MaxLength(80)
  cardNumber?: string;

  @ApiPropertyOptional({ enum: ['active', 'left'], default: 'active' })
  @IsOptional()
  @IsIn(['active', 'left'])
  status: 'active' | 'left' = 'active';

  @ApiPropertyOptional({ enum: leavingReasons, default: 'left' })
  @IsOptional()
  @IsIn(leavingReasons)
  leftWhy?: LeavingReason;
}

export class ReadersAsked extends ListAsked {
  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @Id()
  schoolId?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @Id()
  classId?: string;

  @ApiPropertyOptional({ enum: ['active', 'left', 'all'], default: 'active' })
  @IsOptional()
  @IsIn(['active', 'left', 'all'])
  status: 'active' | 'left' | 'all' = 'active';

  @ApiPropertyOptional({ type: 'boolean', description: '只列借读生 temporary pupils only' })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  temporary?: boolean;

  @UpdatedSince()
  updatedSince?: string;
}

/** As many as a page of any list names. */
const MOST_IDS = 500;

/** Ids are a whole question: what else would narrow the answer would make readers look as if they were not there. */
const Alone = (): PropertyDecorator =>
  ValidateBy({
    name: 'alone',
    validator: {
      validate: (_, context) => {
        const { schoolId, classId, cardNumber, q, cursor } = context?.object as SearchReadersAsked;
        return [schoolId, classId, cardNumber, q, cursor].every((input) => input === undefined);
      },
      defaultMessage: () => 'not with another question',
    },
  });

export class SearchReadersAsked {
  @ApiPropertyOptional({
    type: [String],
    format: 'uuid',
    minItems: 1,
    maxItems: MOST_IDS,
    description:
      'who these are, of any school in reach and those who left too, all in one page; who is out of reach is not in it. Not with another question',
  })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_IDS)
  @Ids()
  @Alone()
  readerIds?: string[];

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @Id()
  schoolId?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @Id()
  classId?: string;

  @ApiPropertyOptional({ maxLength: 40, description: 'the whole number, of a lost card too' })
  @IsOptional()
  @IsString()
  @Length(1, 80)
  cardNumber?: string;

  @ApiPropertyOptional({
    maxLength: 100,
    description:
      'a part of the name, of its pinyin (ü or v) or of its initials; blanks, dots and case do not matter',
  })
  @IsOptional()
  @PlainText(1, 100)
  q?: string;

  @ApiPropertyOptional({ enum: ['active', 'left', 'all'], default: 'active' })
  @IsOptional()
  @IsIn(['active', 'left', 'all'])
  status: 'active' | 'left' | 'all' = 'active';

  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 500, default: 50 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(500)
  limit: number = 50;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(500)
  cursor?: string;
}

export class SuspendReaderAsked {
  @ApiPropertyOptional({
    type: 'string',
    format: 'date',
    nullable: true,
    description: 'last day of the suspension; without it until reinstated',
  })
  @IsOptional()
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  untilOn?: CalendarDay | null;

  @ApiPropertyOptional({ default: 'suspended', description: 'a code, never free text', maxLength: 40 })
  @IsOptional()
  @Matches(/^[a-z][a-z-]{0,39}$/)
  why?: string;
}

export class SuspensionView {
  @ApiProperty()
  why!: string;
  @ApiProperty({ type: 'string', format: 'date', nullable: true })
  untilOn!: string | null;
}

export class TemporaryStayView {
  @ApiProperty({ type: 'string', format: 'date', nullable: true })
  untilOn!: string | null;
}

export class ReaderView {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ format: 'uuid' })
  schoolId!: string;
  @ApiProperty({ enum: READER_KINDS })
  kind!: ReaderKind;
  @ApiProperty()
  name!: string;
  @ApiProperty({ type: 'string', format: 'uuid', nullable: true })
  classId!: string | null;
  @ApiProperty({ type: 'string', nullable: true })
  className!: string | null;
  @ApiProperty({ type: 'integer', nullable: true })
  grade!: number | null;
  @ApiProperty({ type: 'string', format: 'uuid', nullable: true })
  cardId!: string | null;
  @ApiProperty({ type: 'string', nullable: true })
  cardNumber!: string | null;
  @ApiProperty({ enum: ['active', 'lost', 'returned', 'left'], nullable: true })
  cardStatus!: string | null;
  @ApiProperty({ enum: ['active', 'left'] })
  status!: 'active' | 'left';
  @ApiProperty({ type: 'string', format: 'date', nullable: true })
  leftOn!: string | null;
  @ApiProperty({ type: SuspensionView, nullable: true })
  suspension!: SuspensionView | null;
  @ExternalIdShown()
  externalId!: string | null;
  @ApiProperty({ type: TemporaryStayView, nullable: true, description: '借读' })
  temporary!: TemporaryStayView | null;
  @ApiProperty({ type: 'integer' })
  version!: number;
}

export class ReaderPage extends SyncedPage {
  @ApiProperty({ type: [ReaderView] })
  items!: ReaderView[];
}
