import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsNotEmpty, IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { PageAsked } from '@shulian/service-kit';
import { LoanView, PRINTABLE } from './loans.http.js';
import {
  settlements,
  type Compensation,
  type CompensationState,
  type Settlement,
} from './rules/compensation.js';

const statuses = ['owed', ...settlements] as const;
const SEEN = 'whoever may see the compensation reads it';

export class LossAsked {
  @ApiProperty({ format: 'uuid', description: 'the open loan of the copy' })
  @IsUUID()
  loanId!: string;

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

  @ApiPropertyOptional({ description: SEEN })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(500)
  @Matches(PRINTABLE)
  note?: string;
}

export class CompensationsAsked extends PageAsked {
  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID()
  readerId?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'owed to this school, or by its readers' })
  @IsOptional()
  @IsUUID()
  schoolId?: string;

  @ApiPropertyOptional({ enum: statuses })
  @IsOptional()
  @IsIn(statuses)
  status?: CompensationState['is'];
}

export class CompensationView {
  @ApiProperty({ format: 'uuid' }) readonly id!: string;
  @ApiProperty({ format: 'uuid' }) readonly loanId!: string;
  @ApiProperty({ format: 'uuid', description: 'its price in the catalogue is what is owed' })
  readonly copyId!: string;
  @ApiProperty({ format: 'uuid' }) readonly readerId!: string;
  @ApiProperty({ format: 'uuid', description: 'the school that owns the copy' }) readonly schoolId!: string;
  @ApiProperty({ format: 'date' }) readonly owedOn!: string;
  @ApiProperty({ enum: statuses }) readonly status!: CompensationState['is'];
  @ApiPropertyOptional({ description: 'of whoever declared the loss' }) readonly note?: string;
  @ApiPropertyOptional({ format: 'date' }) readonly settledOn?: string;
  @ApiPropertyOptional({ description: 'of whoever settled it' }) readonly settlementNote?: string;
}

export class CompensationPage {
  @ApiProperty({ type: [CompensationView] }) readonly items!: CompensationView[];
  @ApiProperty({ type: 'string', nullable: true }) readonly nextCursor!: string | null;
}

export class LossView {
  @ApiProperty({ type: LoanView }) readonly loan!: LoanView;
  @ApiProperty({ type: CompensationView }) readonly compensation!: CompensationView;
}

export const toCompensationView = ({ state, note, ...compensation }: Compensation): CompensationView => ({
  ...compensation,
  status: state.is,
  ...(note === null ? {} : { note }),
  ...(state.is === 'owed'
    ? {}
    : {
        settledOn: state.settledOn,
        ...(state.note === null ? {} : { settlementNote: state.note }),
      }),
});
