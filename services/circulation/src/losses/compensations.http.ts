import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { readerIdOf } from '@shulian/lending-rules/desk/who-borrows';
import { Id, ListAsked } from '@shulian/service-kit';
import {
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateBy,
  ValidateIf,
} from 'class-validator';
import { BorrowerView, LoanView } from '../desk/loan.http.js';
import { PRINTABLE } from '../desk/printable.http.js';
import { ShownCopyView } from '../desk/shown-copy.http.js';
import type { ShownCopy } from '../desk/shown-copy.row.js';
import {
  settlements,
  type Compensation,
  type CompensationState,
  type Settlement,
} from './rules/compensation.js';

const statuses = ['owed', ...settlements] as const;
const SEEN = 'whoever may see the compensation reads it';
/** A hundred thousand yuan: more is a slip of the pen. */
const MOST_FEN = 10_000_000;

/** Money is said only of what is settled in money. */
const PaidOnly = (): PropertyDecorator =>
  ValidateBy({
    name: 'paidOnly',
    validator: {
      validate: (_, context) => (context?.object as SettlementAsked).how === 'paid',
      defaultMessage: () => 'only with paid',
    },
  });

export class LossAsked {
  @ApiPropertyOptional({ format: 'uuid', description: 'the open loan of the copy; or name its barcode' })
  @ValidateIf((input: LossAsked) => input.copyBarcode === undefined || input.loanId !== undefined)
  @Id()
  loanId?: string;

  @ApiPropertyOptional({ description: 'of the copy that is on loan' })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(64)
  @Matches(PRINTABLE)
  copyBarcode?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'the school of the desk, with a barcode' })
  @IsOptional()
  @Id()
  schoolId?: string;

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 0,
    maximum: MOST_FEN,
    description:
      'what the copy cost, in fen; asked for (`loss.price-needed`) where the catalogue does not know',
  })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(MOST_FEN)
  priceFen?: number;

  @ApiPropertyOptional({ description: SEEN })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(500)
  @Matches(PRINTABLE)
  note?: string;
}

export class SettlementAsked {
  @ApiProperty({
    enum: settlements,
    description: 'in money, by another copy of the book, or forgiven (as when the copy was found)',
  })
  @IsIn(settlements)
  how!: Settlement;

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 0,
    maximum: MOST_FEN,
    description: 'what was paid, in fen; what is owed when left out. Only with `paid`',
  })
  @ValidateIf((input: SettlementAsked) => input.paidFen !== undefined)
  @PaidOnly()
  @IsInt()
  @Min(0)
  @Max(MOST_FEN)
  paidFen?: number;

  @ApiPropertyOptional({ description: SEEN })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(500)
  @Matches(PRINTABLE)
  note?: string;
}

export class CompensationsAsked extends ListAsked {
  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @Id()
  readerId?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'owed to this school, or by its readers' })
  @IsOptional()
  @Id()
  schoolId?: string;

  @ApiPropertyOptional({ enum: statuses })
  @IsOptional()
  @IsIn(statuses)
  status?: CompensationState['is'];
}

/** Who was at it: ids of accounts or clients. */
export class CompensationDesk {
  @ApiProperty() readonly declaredBy!: string;
  @ApiPropertyOptional() readonly settledBy?: string;
}

export class CompensationView extends ShownCopyView {
  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'of the copy today, in fen, as the catalogue says it',
  })
  readonly priceFen!: number | null;
  @ApiProperty({ format: 'uuid' }) readonly id!: string;
  @ApiProperty({ format: 'uuid' }) readonly loanId!: string;
  @ApiProperty({ format: 'uuid' }) readonly copyId!: string;
  @ApiProperty({ format: 'uuid' }) readonly titleId!: string;
  @ApiProperty({ type: () => BorrowerView }) readonly borrower!: BorrowerView;
  @ApiProperty({ format: 'uuid', type: 'string', nullable: true, description: 'null: a class owes' })
  readonly readerId!: string | null;
  @ApiProperty({ format: 'uuid', description: 'the school that owns the copy' }) readonly schoolId!: string;
  @ApiProperty({ format: 'date' }) readonly owedOn!: string;
  @ApiProperty({
    type: 'integer',
    nullable: true,
    description:
      'in fen, as of the loss; a later change of the price changes nothing. null: declared when amounts were not kept',
  })
  readonly owedFen!: number | null;
  @ApiProperty({ enum: statuses }) readonly status!: CompensationState['is'];
  @ApiPropertyOptional({ description: 'of whoever declared the loss' }) readonly note?: string;
  @ApiPropertyOptional({ format: 'date' }) readonly settledOn?: string;
  @ApiPropertyOptional({ type: 'integer', description: 'what was paid, in fen' })
  readonly settledFen?: number;
  @ApiPropertyOptional({ description: 'of whoever settled it' }) readonly settlementNote?: string;
  @ApiPropertyOptional({
    type: () => CompensationDesk,
    description: 'for librarians and heads of the school that owns or lent the copy',
  })
  readonly desk?: CompensationDesk;
}

export class CompensationPage {
  @ApiProperty({ type: [CompensationView] }) readonly items!: CompensationView[];
  @ApiProperty({ type: 'string', nullable: true }) readonly nextCursor!: string | null;
}

export class LossView {
  @ApiProperty({ type: LoanView }) readonly loan!: LoanView;
  @ApiProperty({ type: CompensationView }) readonly compensation!: CompensationView;
}

export const toCompensationView = (
  {
    state,
    note,
    lendingSchoolId: _lending,
    readerSchoolId: _reader,
    version: _version,
    ...compensation
  }: Compensation,
  shown: ShownCopy & { readonly priceFen: number | null },
): CompensationView => ({
  ...compensation,
  ...shown,
  readerId: readerIdOf(compensation.borrower),
  status: state.is,
  ...(note === null ? {} : { note }),
  ...(state.is === 'owed'
    ? {}
    : {
        settledOn: state.settledOn,
        ...(state.settledFen === null ? {} : { settledFen: state.settledFen }),
        ...(state.note === null ? {} : { settlementNote: state.note }),
      }),
});
