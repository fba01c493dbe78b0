import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { limits } from '@shulian/contracts/limits';
import {
  ACCESSION_SOURCES,
  type AccessionSource,
  COPY_KINDS,
  type CopyKind,
  type LendingState,
  STOCK_STATES,
  type StockState,
} from '@shulian/contracts/words';
import {
  ExternalIdAsked,
  ExternalIdShown,
  Id,
  IdsAsked,
  ListAsked,
  SyncedPage,
  UpdatedSince,
} from '@shulian/service-kit';
import { IsIn, IsInt, IsOptional, IsString, Matches, Max, Min, ValidateIf } from 'class-validator';
import { Asked, DayOrNone, TextOrNull } from '@shulian/service-kit/fields';
import { isAvailable, statusOf, WITHDRAWAL_REASONS, type WithdrawalReason } from './rules/copy-state.js';
import { type Copy } from './rules/copy.js';

const isGiven = (_: object, value: unknown): boolean => value !== undefined && value !== null;
const FIRST_STATES = ['processing', 'lendable', 'reading-room'] as const;

/** `POST /copies` */
export class CopyAsked {
  @ApiProperty({ format: 'uuid' })
  @Id()
  titleId!: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'may be left out by who works at one school' })
  @IsOptional()
  @Id()
  schoolId?: string;

  @TextOrNull(
    limits.barcode,
    'as scanned; made from school code, accession number and check digit where left out',
  )
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

  @TextOrNull(limits.location)
  location?: string | null;

  @ApiPropertyOptional({
    enum: COPY_KINDS,
    description: "as the title's kind of material says where left out: `audiovisual` of a DVD, else `book`",
  })
  @IsOptional()
  @IsIn(COPY_KINDS)
  kind?: CopyKind;

  @TextOrNull(limits.volume)
  volume?: string | null;

  @ApiPropertyOptional({
    enum: FIRST_STATES,
    description: 'lendable, or reading-room for reference books, where left out',
  })
  @IsOptional()
  @IsIn(FIRST_STATES)
  status?: (typeof FIRST_STATES)[number];

  @ApiPropertyOptional({
    enum: ACCESSION_SOURCES,
    default: 'not-recorded',
    description: 'how it came to the school, for the registers',
  })
  @IsOptional()
  @IsIn(ACCESSION_SOURCES)
  source?: AccessionSource;

  @TextOrNull(limits.documentNumber, 'of the invoice or list it came with, for the registers')
  documentNumber?: string | null;

  @TextOrNull(
    limits.correctionNote,
    'why what was bought is entered without an accepted delivery; it stands in its line of the registers',
  )
  withoutDeliveryReason?: string | null;

  @DayOrNone('on which it was bought, where it came without a delivery; today where left out')
  boughtOn?: string;

  @ExternalIdAsked()
  externalId?: string | null;
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

  @TextOrNull(limits.documentNumber, 'of the approval, for the line in the withdrawal register')
  documentNumber?: string | null;

  @TextOrNull(limits.approver, 'who approved the withdrawal, in words, for the line in the register')
  approvedBy?: string | null;

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    maximum: 2_147_483_647,
    description:
      'number of a line of the registers that said the price or the document wrong: a line that points to it puts it right',
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(2_147_483_647)
  correctsLine?: number;

  @TextOrNull(limits.correctionNote, 'why, with correctsLine')
  correctionNote?: string | null;

  @ApiPropertyOptional({ maxLength: limits.barcode })
  @Asked(limits.barcode)
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

  @TextOrNull(limits.location)
  location?: string | null;

  @ApiPropertyOptional({
    format: 'uuid',
    type: 'string',
    nullable: true,
    description: 'its place in the tree of its school; null: nobody has placed it',
  })
  @ValidateIf(isGiven)
  @Id()
  locationId?: string | null;

  @ApiPropertyOptional({ enum: COPY_KINDS })
  @IsOptional()
  @IsIn(COPY_KINDS)
  kind?: CopyKind;

  @TextOrNull(limits.volume)
  volume?: string | null;

  @ExternalIdAsked()
  externalId?: string | null;
}

/** `GET /copies` */
export class CopiesAsked extends ListAsked {
  @IdsAsked(200, 'these copies, all in one page; repeated or with commas')
  ids?: string[];

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

  @UpdatedSince()
  updatedSince?: string;
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
  @ApiProperty({ ...orNull, description: 'where it stands in words that a file brought or somebody wrote' })
  location!: string | null;
  @ApiProperty({ ...orNull, format: 'uuid', description: 'its place in the tree of its school' })
  locationId!: string | null;
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
  @ExternalIdShown() externalId!: string | null;
}

/** One copy, with where it is. */
export class CopyWithPlace extends CopyView {
  @ApiProperty({
    ...orNull,
    format: 'uuid',
    description: 'the other school that has it for a reader, or sends it home; null: its own, or on its way',
  })
  atSchoolId!: string | null;
}

/** A copy in a list: with what stands on its title page, so that a person can read it. */
export class CopyListed extends CopyView {
  @ApiProperty() title!: string;
  @ApiProperty({ ...orNull, description: 'its place in words, from the campus down' })
  locationPath!: string | null;
  @ApiProperty(orNull) contributor!: string | null;
  @ApiProperty(orNull) publisher!: string | null;
  @ApiProperty({ type: 'integer', nullable: true }) publishedYear!: number | null;
}

export class CopiesPage extends SyncedPage {
  @ApiProperty({ type: [CopyListed] }) items!: CopyListed[];
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
  locationId: copy.locationId,
  priceFen: copy.priceFen,
  status: statusOf(copy.stockState, lending),
  stockState: copy.stockState,
  available: isAvailable(copy.stockState, lending),
  accessionedOn: copy.accessionedOn,
  withdrawnOn: copy.withdrawn?.on ?? null,
  withdrawalReason: copy.withdrawn?.why ?? null,
  externalId: copy.externalId,
});
