import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { PlainText } from '../plain-text.http.js';
import type { CalendarDay } from '@shulian/contracts/ids';
import { PageAsked } from '@shulian/service-kit';
import { leavingReasons, readerKinds, type LeavingReason, type ReaderKind } from './rules/reader.js';

export class EnrolReaderAsked {
  @ApiPropertyOptional({ format: 'uuid', description: 'may be left out by callers of one school' })
  @IsOptional()
  @IsUUID()
  schoolId?: string;

  @ApiProperty({ enum: readerKinds })
  @IsIn(readerKinds)
  kind!: ReaderKind;

  @ApiProperty({ maxLength: 100 })
  @IsString()
  @Length(1, 200)
  name!: string;

  @ApiPropertyOptional({ type: 'string', format: 'uuid', nullable: true })
  @IsOptional()
  @IsUUID()
  classId?: string | null;

  @ApiPropertyOptional({
    maxLength: 40,
    description: 'else the school gives the next one; never an identity number',
  })
  @IsOptional()
  @IsString()
  @MaxLength(80)
  cardNumber?: string;
}

export class ChangeReaderAsked {
  @ApiPropertyOptional({ maxLength: 100 })
  @IsOptional()
  @IsString()
  @Length(1, 200)
  name?: string;

  @ApiPropertyOptional({ enum: readerKinds })
  @IsOptional()
  @IsIn(readerKinds)
  kind?: ReaderKind;

  @ApiPropertyOptional({ type: 'string', format: 'uuid', nullable: true })
  @IsOptional()
  @IsUUID()
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
}

export class ReadersAsked extends PageAsked {
  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID()
  schoolId?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID()
  classId?: string;

  @ApiPropertyOptional({ enum: ['active', 'left', 'all'], default: 'active' })
  @IsOptional()
  @IsIn(['active', 'left', 'all'])
  status: 'active' | 'left' | 'all' = 'active';
}

export class SearchReadersAsked {
  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID()
  schoolId?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID()
  classId?: string;

  @ApiPropertyOptional({ maxLength: 40, description: 'the whole number, of a lost card too' })
  @IsOptional()
  @IsString()
  @Length(1, 80)
  cardNumber?: string;

  @ApiPropertyOptional({ maxLength: 100, description: 'a part of the name' })
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

export class ReaderView {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ format: 'uuid' })
  schoolId!: string;
  @ApiProperty({ enum: readerKinds })
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
  @ApiProperty({ type: 'integer' })
  version!: number;
}

export class ReaderPage {
  @ApiProperty({ type: [ReaderView] })
  items!: ReaderView[];
  @ApiProperty({ type: 'string', nullable: true })
  nextCursor!: string | null;
}
