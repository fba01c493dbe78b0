import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { CalendarDay, SchoolClassId } from '@shulian/contracts/ids';
import {
  standingOf,
  standings,
  type BorrowerKind,
  type PolicyRow,
  type Standing,
} from '@shulian/lending-rules/policy/loan-policy';
import { COPY_KINDS, READER_KINDS, type CopyKind } from '@shulian/contracts/words';
import { Id } from '@shulian/service-kit';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  Matches,
  Max,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';

const borrowerKinds = [...READER_KINDS, 'class'] as const;
const DAY = /^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$/;
const TIME = /^([01][0-9]|2[0-3]):[0-5][0-9]$|^24:00$/;

export class WindowAsked {
  @ApiProperty({ type: [Number], description: '1 Monday to 7 Sunday' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(7)
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(7, { each: true })
  weekdays!: number[];

  @ApiProperty({ example: '12:00' })
  @Matches(TIME)
  from!: string;

  @ApiProperty({ example: '12:50', description: 'no longer in the window' })
  @Matches(TIME)
  to!: string;
}

/** What a row sets; a parameter that is left out is left to a wider row. */
export class ParametersAsked {
  @ApiPropertyOptional() @IsOptional() @IsBoolean() mayBorrow?: boolean;
  @ApiPropertyOptional({
    description:
      'false: such copies never leave the room; true is refused for reference books, which never do',
  })
  @IsOptional()
  @IsBoolean()
  mayLeaveRoom?: boolean;
  @ApiPropertyOptional({ type: 'integer' }) @IsOptional() @IsInt() @Min(0) @Max(1_000) loanDays?: number;
  @ApiPropertyOptional({ type: 'integer' }) @IsOptional() @IsInt() @Min(0) @Max(1_000) loanLimit?: number;
  @ApiPropertyOptional({
    type: 'integer',
    description: 'copies in the reading room at once; where no row says: 3 for a reader, 60 for a class',
  })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(1_000)
  inRoomLimit?: number;
  @ApiPropertyOptional({ type: 'integer' }) @IsOptional() @IsInt() @Min(0) @Max(100) renewals?: number;
  @ApiPropertyOptional() @IsOptional() @IsBoolean() endsWithTerm?: boolean;
  @ApiPropertyOptional({ enum: ['back-before', 'next-open'] })
  @IsOptional()
  @IsIn(['back-before', 'next-open'])
  whenClosed?: 'back-before' | 'next-open';
  @ApiPropertyOptional({ type: 'integer' }) @IsOptional() @IsInt() @Min(0) @Max(100) holdLimit?: number;
  @ApiPropertyOptional({ type: 'integer', description: 'open days of the school of the pickup' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(100)
  holdShelfDays?: number;
  @ApiPropertyOptional({
    type: 'integer',
    nullable: true,
    description: 'a reading note after so many loans; null: none',
  })
  @ValidateIf(
    (input: ParametersAsked) => input.readingNoteEvery !== undefined && input.readingNoteEvery !== null,
  )
  @IsInt()
  @Min(1)
  @Max(100)
  readingNoteEvery?: number | null;
  @ApiPropertyOptional({
    enum: ['block', 'warn'],
    description:
      'where a note is owed: refuse (as where nothing is said), or ask whoever stands at the desk to confirm with a reason',
  })
  @IsOptional()
  @IsIn(['block', 'warn'])
  readingNoteGate?: 'block' | 'warn';
  @ApiPropertyOptional() @IsOptional() @IsBoolean() blockOnOverdue?: boolean;
  @ApiPropertyOptional({ enum: ['allow', 'confirm', 'deny'] })
  @IsOptional()
  @IsIn(['allow', 'confirm', 'deny'])
  sameTitle?: 'allow' | 'confirm' | 'deny';
  @ApiPropertyOptional({
    type: [WindowAsked],
    nullable: true,
    description: 'when the desk lends; null: always',
  })
  @ValidateIf((input: ParametersAsked) => input.windows !== undefined && input.windows !== null)
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => WindowAsked)
  windows?: WindowAsked[] | null;
}

/** Conditions that are left out or null mean: any. */
export class PolicyRowAsked {
  @ApiPropertyOptional({ enum: borrowerKinds, nullable: true })
  @IsOptional()
  @IsIn(borrowerKinds)
  readerKind?: BorrowerKind | null;

  @ApiPropertyOptional({ type: [Number], nullable: true, description: 'grades 1 to 12' })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(12)
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(12, { each: true })
  grades?: number[] | null;

  @ApiPropertyOptional({ format: 'uuid', nullable: true, type: 'string' })
  @IsOptional()
  @Id()
  classId?: string | null;

  @ApiPropertyOptional({ enum: COPY_KINDS, nullable: true })
  @IsOptional()
  @IsIn(COPY_KINDS)
  copyKind?: CopyKind | null;

  @ApiProperty({ type: ParametersAsked })
  @IsObject()
  @ValidateNested()
  @Type(() => ParametersAsked)
  sets!: ParametersAsked;
}

export class PolicyAsked {
  @ApiPropertyOptional({ format: 'uuid', nullable: true, type: 'string', description: 'null: the county' })
  @IsOptional()
  @Id()
  schoolId?: string | null;

  @ApiPropertyOptional({
    format: 'date',
    description: 'today when left out; never in the past. Versions planned for later days stay planned',
  })
  @IsOptional()
  @Matches(DAY)
  effectiveOn?: string;

  @ApiProperty({
    type: [PolicyRowAsked],
    description: 'all rows of the scope; they take the place of the version before',
  })
  @IsArray()
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => PolicyRowAsked)
  rows!: PolicyRowAsked[];
}

export class PoliciesAsked {
  @ApiPropertyOptional({ format: 'uuid', description: 'the rules of this school beside those of the county' })
  @IsOptional()
  @Id()
  schoolId?: string;
}

export class CaseAsked extends PoliciesAsked {
  @ApiProperty({ enum: borrowerKinds })
  @IsIn(borrowerKinds)
  readerKind!: BorrowerKind;

  @ApiPropertyOptional({ type: 'integer' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(12)
  grade?: number;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @Id()
  classId?: string;

  @ApiPropertyOptional({ enum: COPY_KINDS })
  @IsOptional()
  @IsIn(COPY_KINDS)
  copyKind?: CopyKind;

  @ApiPropertyOptional({ format: 'date', description: 'today when left out' })
  @IsOptional()
  @Matches(DAY)
  on?: string;
}

export class PolicyView {
  @ApiProperty({ format: 'uuid' }) readonly id!: string;
  @ApiProperty({ example: 'county', description: 'county, or school:<id>' }) readonly scope!: string;
  @ApiProperty({ format: 'uuid', nullable: true, type: 'string' }) readonly schoolId!: string | null;
  @ApiProperty({ type: 'integer' }) readonly version!: number;
  @ApiProperty({ format: 'date' }) readonly effectiveOn!: string;
  @ApiProperty({
    enum: standings,
    description:
      'today: in force, planned for a later day, ended, or replaced by a newer version that was put for the same day',
  })
  readonly standing!: Standing;
  @ApiProperty({
    format: 'date',
    nullable: true,
    type: 'string',
    description: 'its last day, where another version follows',
  })
  readonly untilOn!: string | null;
  @ApiProperty({ type: [PolicyRowAsked], description: 'each row with its id' })
  readonly rows!: readonly PolicyRow[];
}

export class PolicyList {
  @ApiProperty({ type: [PolicyView], description: 'the newest first' }) readonly items!: PolicyView[];
  @ApiProperty({ type: 'string', nullable: true }) readonly nextCursor!: string | null;
}

export class ResolvedView {
  @ApiProperty({ format: 'date' }) readonly on!: string;
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'each parameter with its value and the rule it comes from: {value, rule, version, scope}',
  })
  readonly parameters!: object;
}

/** A version with the days of all versions of its scope. */
export type VersionAmongOthers = Omit<PolicyView, 'standing' | 'untilOn' | 'effectiveOn'> & {
  readonly effectiveOn: CalendarDay;
  readonly ofScope: readonly { readonly version: number; readonly effectiveOn: CalendarDay }[];
};

export const toPolicyView = ({ ofScope, ...policy }: VersionAmongOthers, today: CalendarDay): PolicyView => ({
  ...policy,
  ...standingOf(policy, ofScope, today),
});

/** A row as the rules want it. @param id given by the caller */
export const toPolicyRow = (input: PolicyRowAsked, id: string): PolicyRow => ({
  id,
  readerKind: input.readerKind ?? null,
  grades: input.grades ?? null,
  classId: (input.classId ?? null) as SchoolClassId | null,
  copyKind: input.copyKind ?? null,
  sets: Object.fromEntries(Object.entries(input.sets).filter(([, value]) => value !== undefined)),
});

export const dayAsked = (day: string | undefined, today: CalendarDay): CalendarDay =>
  (day ?? today) as CalendarDay;
