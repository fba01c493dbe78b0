import { ApiProperty, ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { limits } from '@shulian/contracts/limits';
import { Id, Ids, ListAsked } from '@shulian/service-kit';
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
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { Asked, Text, TextOrNull } from '@shulian/service-kit/fields';
import {
  LINE_STATES,
  PROPOSAL_STATES,
  WEEDING_REASONS,
  type LineState,
  type ProposalState,
  type WeedingReason,
} from './rules/proposal.js';

/** Copies that a person names in one call. */
const NAMED = 1_000;
const MOST = 2_147_483_647;

const DayAsked =
  (description: string): PropertyDecorator =>
  (target, key) => {
    ApiPropertyOptional({ type: 'string', format: 'date', description })(target, key);
    IsOptional()(target, key);
    Matches(/^[1-9]\d{3}-\d\d-\d\d$/)(target, key);
    IsDateString({ strict: true })(target, key);
  };
const WholeAsked =
  (minimum: number, maximum: number, description: string): PropertyDecorator =>
  (target, key) => {
    ApiPropertyOptional({ type: 'integer', minimum, maximum, description })(target, key);
    IsOptional()(target, key);
    Type(() => Number)(target, key);
    IsInt()(target, key);
    Min(minimum)(target, key);
    Max(maximum)(target, key);
  };
const CopiesNamed =
  (least: number, description: string): PropertyDecorator =>
  (target, key) => {
    const described = { type: 'array', items: { type: 'string', format: 'uuid' }, description } as const;
    ApiPropertyOptional({ ...described, minItems: least, maxItems: NAMED })(target, key);
    IsOptional()(target, key);
    IsArray()(target, key);
    ArrayMinSize(least)(target, key);
    ArrayMaxSize(NAMED)(target, key);
    Ids()(target, key);
  };

/** A rule in a body: all that is said must hold. */
export class RuleAsked {
  @WholeAsked(1, 1_000, 'of each title so many copies stay, those that were lent last')
  keepCopies?: number;

  @DayAsked('not lent on this day or later')
  notLentSince?: string;

  @DayAsked('came to the school before this day')
  accessionedBefore?: string;

  @WholeAsked(1, 9_999, 'published before this year')
  publishedBefore?: number;

  @ApiPropertyOptional({
    maxLength: limits.clc,
    description: 'class number, with all that is filed under it',
  })
  @Asked(limits.clc)
  clc?: string;

  @ApiPropertyOptional({ description: 'only copies whose last repair ended as beyond repair' })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  beyondRepair?: boolean;

  @WholeAsked(0, 100, 'of 100 volumes of each main class so many stay at least; 0 where left out')
  keepPercent?: number;

  @WholeAsked(0, MOST, 'the school keeps so many volumes, as the standard wants; 0 where left out')
  keepVolumes?: number;

  @ApiPropertyOptional({
    description:
      'the school keeps the volumes that the standard wants of its pupils, whatever `keepVolumes` says less',
  })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  keepStandard?: boolean;
}

/** `GET /weeding-candidates` */
export class WeedingCandidatesAsked extends IntersectionType(ListAsked, RuleAsked) {
  @ApiPropertyOptional({ format: 'uuid', description: 'may be left out by who works at one school' })
  @IsOptional()
  @Id()
  schoolId?: string;
}

/** `POST /weeding-proposals`: copies by a rule, by name, or both. */
export class ProposalAsked {
  @ApiPropertyOptional({ format: 'uuid', description: 'may be left out by who works at one school' })
  @IsOptional()
  @Id()
  schoolId?: string;

  @Text(limits.occasionName, 'what the proposal is called, as 2027年剔旧')
  name!: string;

  @ApiProperty({ enum: WEEDING_REASONS, description: 'stands in the withdrawal register' })
  @IsIn(WEEDING_REASONS)
  reason!: WeedingReason;

  @ApiPropertyOptional({ type: RuleAsked })
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => RuleAsked)
  rule?: RuleAsked;

  @CopiesNamed(1, 'copies of the school that are in')
  copyIds?: string[];

  @TextOrNull(limits.stockNote)
  note?: string | null;
}

/** `POST /weeding-proposals/{id}/review` */
export class ReviewAsked {
  @CopiesNamed(0, 'copies that stay; all others go on to the office')
  keep?: string[];

  @TextOrNull(limits.stockNote)
  note?: string | null;
}

/** `POST /weeding-proposals/{id}/approval` */
export class ApprovalAsked {
  @Text(limits.documentNumber, 'of the approval; stands in every line of the withdrawal register')
  documentNumber!: string;

  @TextOrNull(limits.approver, 'who approves, in words, as the lines of the register say it')
  approvedBy?: string | null;

  @TextOrNull(limits.stockNote)
  note?: string | null;
}

/** `POST /weeding-proposals/{id}/revocation` */
export class RevocationAsked {
  @Text(limits.stockNote, 'why the approval is taken back')
  note!: string;
}

/** `POST /weeding-proposals/{id}/refusal` and `/cancellation` */
export class NoteAsked {
  @TextOrNull(limits.stockNote, 'why')
  note?: string | null;
}

/** `GET /weeding-proposals` */
export class ProposalsAsked extends ListAsked {
  @ApiPropertyOptional({ format: 'uuid', description: 'left out by who sees the county: all schools' })
  @IsOptional()
  @Id()
  schoolId?: string;

  @ApiPropertyOptional({ enum: PROPOSAL_STATES })
  @IsOptional()
  @IsIn(PROPOSAL_STATES)
  state?: ProposalState;
}

/** `GET /weeding-proposals/{id}/lines` */
export class WeedingLinesAsked extends ListAsked {
  @ApiPropertyOptional({ enum: LINE_STATES })
  @IsOptional()
  @IsIn(LINE_STATES)
  state?: LineState;
}

const orNull = { type: 'string', nullable: true } as const;
const wholeOrNull = { type: 'integer', nullable: true } as const;
const whole = { type: 'integer' } as const;
const dayOrNull = { ...orNull, format: 'date' } as const;

/** A copy that a rule would weed. */
export class WeedingCandidateView {
  @ApiProperty({ format: 'uuid' }) copyId!: string;
  @ApiProperty(whole) accessionNumber!: number;
  @ApiProperty() barcode!: string;
  @ApiProperty(orNull) callNumber!: string | null;
  @ApiProperty() title!: string;
  @ApiProperty(orNull) volume!: string | null;
  @ApiProperty(wholeOrNull) publishedYear!: number | null;
  @ApiProperty(orNull) location!: string | null;
  @ApiProperty({ ...wholeOrNull, description: 'fen' }) priceFen!: number | null;
  @ApiProperty({ format: 'date' }) accessionedOn!: string;
  @ApiProperty({ ...dayOrNull, description: 'null: never' }) lentOn!: string | null;
  @ApiProperty({ ...whole, description: 'copies of the title in the school' }) copiesOfTitle!: number;
}

/** A copy of a proposal. */
export class WeedingLine extends WeedingCandidateView {
  @ApiProperty({ enum: LINE_STATES }) state!: LineState;
  @ApiProperty(dayOrNull) withdrawnOn!: string | null;
}

export class ProposalView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) schoolId!: string;
  @ApiProperty() schoolName!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ enum: WEEDING_REASONS }) reason!: string;
  @ApiProperty({ enum: PROPOSAL_STATES }) state!: string;
  @ApiProperty({ format: 'date' }) proposedOn!: string;
  @ApiProperty({ description: 'account or client' }) proposedBy!: string;
  @ApiProperty(dayOrNull) reviewedOn!: string | null;
  @ApiProperty(orNull) reviewedBy!: string | null;
  @ApiProperty({ ...dayOrNull, description: 'by the office, or when it was cancelled' }) decidedOn!:
    string | null;
  @ApiProperty(orNull) decidedBy!: string | null;
  @ApiProperty({ ...orNull, description: 'of the approval' }) documentNumber!: string | null;
  @ApiProperty({ ...orNull, description: 'who approved, in words' }) approvedBy!: string | null;
  @ApiProperty({ description: 'whether the file of the approval is kept' }) hasEvidence!: boolean;
  @ApiProperty(orNull) note!: string | null;
  @ApiProperty(whole) copies!: number;
  @ApiProperty({ ...whole, description: 'copies that the head keeps' }) kept!: number;
  @ApiProperty(whole) withdrawn!: number;
  @ApiProperty({ ...whole, description: 'fen, of all copies proposed' }) fen!: number;
}

export class WithdrawalsDone {
  @ApiProperty({ ...whole, description: 'copies struck by this call' }) withdrawn!: number;
  @ApiProperty({
    ...whole,
    description: 'approved copies that still stand: call again until only those are left that are out',
  })
  left!: number;
  @ApiProperty({ ...whole, description: 'of those, out: they are struck after their return' }) away!: number;
}

export class WeedingCandidatesPage {
  @ApiProperty({ type: [WeedingCandidateView] }) items!: WeedingCandidateView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
export class ProposalsPage {
  @ApiProperty({ type: [ProposalView] }) items!: ProposalView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
export class WeedingLinesPage {
  @ApiProperty({ type: [WeedingLine] }) items!: WeedingLine[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
