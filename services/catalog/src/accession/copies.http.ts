import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { PageAsked } from '@shulian/service-kit';
import { IsIn, IsInt, IsOptional, IsString, IsUUID, Matches, Max, Min, ValidateIf } from 'class-validator';
import { Asked, TextOrNull } from '../plain-text.http.js';
import {
  isAvailable,
  statusOf,
  STOCK_STATES,
  WITHDRAWAL_REASONS,
  type LendingState,
  type StockState,
  type WithdrawalReason,
} from './rules/copy-state.js';
import { COPY_KINDS, type Copy, type CopyKind } from './rules/copy.js';

const isGiven = (_: object, value: unknown): boolean => value !== undefined && value !== null;
const FIRST_STATES = ['processing', 'lendable', 'reading-room'] as const;

/** `POST /copies` */
export class CopyAsked {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  titleId!: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'may be left out by who works at one school' })
  @IsOptional()
  @IsUUID()
  schoolId?: string;

  @TextOrNull(40, 'as scanned; made from school code, accession number and check digit where left out')
  barcode?: string | null;

  @ApiPropertyOptional({
    type: 'integer',
    nullable: true,
    minimum: 0,
    maximum: 2_147_483_647,
    description: 'fen',
  })
  @ValidateIf(isGiven)
  @IsInt()
  @Min(0)
  @Max(2_147_483_647)
  priceFen?: number | null;

  @TextOrNull(200)
  location?: string | null;

  @ApiPropertyOptional({ enum: COPY_KINDS, default: 'book' })
  @IsOptional()
  @IsIn(COPY_KINDS)
  kind?: CopyKind;

  @TextOrNull(100)
  volume?: string | null;

  @ApiPropertyOptional({
    enum: FIRST_STATES,
    description: 'lendable, or reading-room for reference books, where left out',
  })
  @IsOptional()
  @IsIn(FIRST_STATES)
  status?: (typeof FIRST_STATES)[number];
}

/** `PATCH /copies/{id}`: what is left out stays, null empties. */
export class CopyChangeAsked {
  @ApiPropertyOptional({
    enum: STOCK_STATES,
    description: 'stock state; `withdrawn` needs a withdrawalReason',
  })
  @IsOptional()
  @IsIn(STOCK_STATES)
  status?: StockState;

  @ApiPropertyOptional({ enum: WITHDRAWAL_REASONS })
  @IsOptional()
  @IsIn(WITHDRAWAL_REASONS)
  withdrawalReason?: WithdrawalReason;

  @ApiPropertyOptional({ maxLength: 40 })
  @Asked(40)
  @Matches(/\S/)
  barcode?: string;

  @ApiPropertyOptional({
    type: 'integer',
    nullable: true,
    minimum: 0,
    maximum: 2_147_483_647,
    description: 'fen',
  })
  @ValidateIf(isGiven)
  @IsInt()
  @Min(0)
  @Max(2_147_483_647)
  priceFen?: number | null;

  @TextOrNull(200)
  location?: string | null;

  @ApiPropertyOptional({ enum: COPY_KINDS })
  @IsOptional()
  @IsIn(COPY_KINDS)
  kind?: CopyKind;

  @TextOrNull(100)
  volume?: string | null;
}

/** `GET /copies` */
export class CopiesAsked extends PageAsked {
  @ApiPropertyOptional({ description: 'whole barcode, in any case and width' })
  @Asked(60)
  barcode?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsString()
  schoolId?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsString()
  titleId?: string;
}

const orNull = { type: 'string', nullable: true } as const;

export class CopyView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ type: 'integer' }) version!: number;
  @ApiProperty({ format: 'uuid' }) titleId!: string;
  @ApiProperty({ format: 'uuid' }) schoolId!: string;
  @ApiProperty() barcode!: string;
  @ApiProperty({ type: 'integer', description: 'gapless in the school, never reused' })
  accessionNumber!: number;
  @ApiProperty({ ...orNull, description: 'its number in an older system' }) formerNumber!: string | null;
  @ApiProperty({ ...orNull, description: 'class number / book number' }) callNumber!: string | null;
  @ApiProperty(orNull) clc!: string | null;
  @ApiProperty(orNull) bookNumber!: string | null;
  @ApiProperty(orNull) volume!: string | null;
  @ApiProperty({ enum: COPY_KINDS }) kind!: string;
  @ApiProperty(orNull) location!: string | null;
  @ApiProperty({ type: 'integer', nullable: true, description: 'fen' }) priceFen!: number | null;
  @ApiProperty({
    description:
      'stock state, or where circulation has it when it is out: on-loan, hold-shelf, in-transit, lost',
  })
  status!: string;
  @ApiProperty({ enum: STOCK_STATES }) stockState!: string;
  @ApiProperty({ description: 'lendable and on the shelf now' }) available!: boolean;
  @ApiProperty({ format: 'date' }) accessionedOn!: string;
  @ApiProperty({ ...orNull, format: 'date' }) withdrawnOn!: string | null;
  @ApiProperty(orNull) withdrawalReason!: string | null;
}

export class CopiesPage {
  @ApiProperty({ type: [CopyView] }) items!: CopyView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}

export const toCopyView = (copy: Copy, lending: LendingState): CopyView => ({
  id: copy.id,
  version: copy.version,
  titleId: copy.titleId,
  schoolId: copy.schoolId,
  barcode: copy.barcode,
  accessionNumber: copy.accessionNumber,
  formerNumber: copy.formerNumber,
  callNumber: copy.callNumber,
  clc: copy.clc,
  bookNumber: copy.bookNumber,
  volume: copy.volume,
  kind: copy.kind,
  location: copy.location,
  priceFen: copy.priceFen,
  status: statusOf(copy.stockState, lending),
  stockState: copy.stockState,
  available: isAvailable(copy.stockState, lending),
  accessionedOn: copy.accessionedOn,
  withdrawnOn: copy.withdrawn?.on ?? null,
  withdrawalReason: copy.withdrawn?.why ?? null,
});
