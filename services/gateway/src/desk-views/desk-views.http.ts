import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { loanModes, type LoanMode } from '@shulian/contracts/circulation';
import { Id } from '@shulian/service-kit';
import {
  IsNotEmpty,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  ValidateBy,
  ValidateIf,
} from 'class-validator';

const NOT_KNOWN = 'null: a service is away, see `missing`, or the caller may not see it';
const NO_CONTROL = /^\P{Cc}*$/u;

/** Two names of one reader might be of two. */
const OnlyOne = (): PropertyDecorator =>
  ValidateBy({
    name: 'onlyOne',
    validator: {
      validate: (_, context) => {
        const { cardNumber, readerId } = context?.object as ReaderViewAsked;
        return (cardNumber === undefined) !== (readerId === undefined);
      },
      defaultMessage: () => 'cardNumber or readerId, one of the two',
    },
  });

export class ReaderViewAsked {
  @ApiPropertyOptional({ description: 'card number or reader id, one of the two' })
  @ValidateIf((input: ReaderViewAsked) => input.readerId === undefined || input.cardNumber !== undefined)
  @IsString()
  @IsNotEmpty()
  @MaxLength(64)
  @Matches(NO_CONTROL)
  @OnlyOne()
  cardNumber?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @Id()
  @OnlyOne()
  readerId?: string;

  @ApiPropertyOptional({
    format: 'uuid',
    description: 'the school of the desk, with a card; may be left out by who works at one',
  })
  @IsOptional()
  @Id()
  schoolId?: string;
}

export class ClassViewAsked {
  @ApiProperty({ format: 'uuid' })
  @Id()
  classId!: string;
}

export class ReaderOnDesk {
  @ApiProperty({ format: 'uuid' }) readonly id!: string;
  @ApiProperty() readonly name!: string;
  @ApiProperty({ type: 'string', nullable: true }) readonly cardNumber!: string | null;
  @ApiProperty({ type: 'string', nullable: true }) readonly className!: string | null;
}

class BookOnDesk {
  @ApiProperty({ type: 'string', nullable: true }) readonly title!: string | null;
  @ApiProperty({ type: 'string', nullable: true }) readonly copyBarcode!: string | null;
  @ApiProperty({ type: 'string', nullable: true }) readonly callNumber!: string | null;
  @ApiProperty({ format: 'uuid' }) readonly id!: string;
  @ApiProperty({ format: 'uuid' }) readonly titleId!: string;
}

export class LoanOnDesk extends BookOnDesk {
  @ApiProperty({ format: 'uuid' }) readonly copyId!: string;
  @ApiProperty({ format: 'uuid', description: 'the lending school' }) readonly schoolId!: string;
  @ApiProperty({ format: 'date' }) readonly loanedOn!: string;
  @ApiProperty({ format: 'date' }) readonly dueOn!: string;
  @ApiProperty({ type: 'integer' }) readonly renewals!: number;
  @ApiProperty({ enum: loanModes, description: '`in-room`: to be given back before the room closes' })
  readonly mode!: LoanMode;
  @ApiProperty({ enum: ['open', 'overdue'] }) readonly status!: string;
}

export class CompensationOnDesk extends BookOnDesk {
  @ApiProperty({ format: 'date' }) readonly owedOn!: string;
  @ApiProperty({ type: 'integer', nullable: true, description: 'in fen' }) readonly owedFen!: number | null;
}

export class HoldOnDesk extends BookOnDesk {
  @ApiProperty({ format: 'uuid' }) readonly pickupSchoolId!: string;
  @ApiPropertyOptional({ format: 'date', description: 'the last day it is kept' })
  readonly pickUpByOn?: string;
}

export class ReasonOnDesk {
  @ApiProperty({ example: 'reader.at-limit' }) readonly code!: string;
  @ApiProperty({ example: '已借满', description: 'in the language of the request' }) readonly title!: string;
  @ApiProperty({ enum: ['deny', 'confirm', 'warn'] }) readonly severity!: string;
  @ApiPropertyOptional({ type: 'object', additionalProperties: true }) readonly facts?: object;
}

const Missing = (): PropertyDecorator =>
  ApiPropertyOptional({
    type: [String],
    description: 'services that are away: what they know is null',
    example: ['readers'],
  });

export class ReaderDeskView {
  @ApiProperty({ type: ReaderOnDesk, nullable: true, description: NOT_KNOWN })
  readonly reader!: ReaderOnDesk | null;
  @ApiProperty({ type: [LoanOnDesk], nullable: true, description: `all open ones; ${NOT_KNOWN}` })
  readonly loans!: readonly LoanOnDesk[] | null;
  @ApiProperty({ type: [LoanOnDesk], nullable: true, description: `those of them; ${NOT_KNOWN}` })
  readonly overdue!: readonly LoanOnDesk[] | null;
  @ApiProperty({ type: [CompensationOnDesk], nullable: true, description: `for lost copies; ${NOT_KNOWN}` })
  readonly owed!: readonly CompensationOnDesk[] | null;
  @ApiProperty({ type: [HoldOnDesk], nullable: true, description: `to be picked up; ${NOT_KNOWN}` })
  readonly holdsReady!: readonly HoldOnDesk[] | null;
  @ApiProperty({ type: 'integer', nullable: true, description: `reading notes; ${NOT_KNOWN}` })
  readonly notesOwed!: number | null;
  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'of open loans; also null where no rule gives one',
  })
  readonly limit!: number | null;
  @ApiProperty({ type: 'boolean', nullable: true, description: NOT_KNOWN }) readonly mayBorrow!:
    boolean | null;
  @ApiProperty({
    type: [ReasonOnDesk],
    nullable: true,
    description: `as a checkout would say them; ${NOT_KNOWN}`,
  })
  readonly reasons!: readonly ReasonOnDesk[] | null;
  @Missing() readonly missing?: readonly string[];
}

export class ReaderOfClassView {
  @ApiProperty({ format: 'uuid' }) readonly readerId!: string;
  @ApiProperty({ type: ReaderOnDesk, nullable: true, description: NOT_KNOWN })
  readonly reader!: ReaderOnDesk | null;
  @ApiProperty({ type: [LoanOnDesk], nullable: true, description: `all open ones; ${NOT_KNOWN}` })
  readonly loans!: readonly LoanOnDesk[] | null;
  @ApiProperty({ type: [LoanOnDesk], nullable: true, description: `those of them; ${NOT_KNOWN}` })
  readonly overdue!: readonly LoanOnDesk[] | null;
  @ApiProperty({ type: 'integer', nullable: true, description: `reading notes; ${NOT_KNOWN}` })
  readonly notesOwed!: number | null;
}

export class ClassDeskView {
  @ApiProperty({ format: 'uuid' }) readonly classId!: string;
  @ApiProperty({ type: 'string', nullable: true, description: NOT_KNOWN })
  readonly className!: string | null;
  @ApiProperty({ type: [ReaderOfClassView] }) readonly items!: readonly ReaderOfClassView[];
  @ApiProperty({ type: [LoanOnDesk], nullable: true, description: `to the class as a whole; ${NOT_KNOWN}` })
  readonly classLoans!: readonly LoanOnDesk[] | null;
  @Missing() readonly missing?: readonly string[];
}
