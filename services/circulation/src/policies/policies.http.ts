import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
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
  IsUUID,
  Matches,
  Max,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import type { CalendarDay, SchoolClassId } from '@shulian/contracts/ids';
import { invalid } from '@shulian/service-kit';
import type { CopyKind, PolicyRow, ReaderKind } from '../lending/rules/loan-policy.js';

const readerKinds = ['student', 'teacher', 'staff', 'external'] as const;
const copyKinds = ['book', 'reference', 'periodical', 'audiovisual', 'textbook', 'other'] as const;
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
  @ApiPropertyOptional({ description: 'false: such copies never leave the room' })
  @IsOptional()
  @IsBoolean()
  mayLeaveRoom?: boolean;
  @ApiPropertyOptional({ type: 'integer' }) @IsOptional() @IsInt() @Min(0) @Max(1_000) loanDays?: number;
  @ApiPropertyOptional({ type: 'integer' }) @IsOptional() @IsInt() @Min(0) @Max(1_000) loanLimit?: number;
  @ApiPropertyOptional({ type: 'integer' }) @IsOptional() @IsInt() @Min(0) @Max(100) renewals?: number;
  @ApiPropertyOptional() @IsOptional() @IsBoolean() endsWithTerm?: boolean;
  @ApiPropertyOptional({ enum: ['back-before', 'next-open'] })
  @IsOptional()
  @IsIn(['back-before', 'next-open'])
  whenClosed?: 'back-before' | 'next-open';
  @ApiPropertyOptional({ type: 'integer' }) @IsOptional() @IsInt() @Min(0) @Max(100) holdLimit?: number;
  @ApiPropertyOptional({ type: 'integer' }) @IsOptional() @IsInt() @Min(1) @Max(100) holdShelfDays?: number;
  @ApiPropertyOptional({
    type: 'integer',
    nullable: true,
    description: 'a reading note after so many loans; null: none',
  })
  @ValidateIf(
    (asked: ParametersAsked) => asked.readingNoteEvery !== undefined && asked.readingNoteEvery !== null,
  )
  @IsInt()
  @Min(1)
  @Max(100)
  readingNoteEvery?: number | null;
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
  @ValidateIf((asked: ParametersAsked) => asked.windows !== undefined && asked.windows !== null)
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => WindowAsked)
  windows?: WindowAsked[] | null;
}

/** Conditions that are left out or null mean: any. */
export class PolicyRowAsked {
  @ApiPropertyOptional({ enum: readerKinds, nullable: true })
  @IsOptional()
  @IsIn(readerKinds)
  readerKind?: ReaderKind | null;

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
  @IsUUID()
  classId?: string | null;

  @ApiPropertyOptional({ enum: copyKinds, nullable: true })
  @IsOptional()
  @IsIn(copyKinds)
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
  @IsUUID()
  schoolId?: string | null;

  @ApiPropertyOptional({ format: 'date', description: 'today when left out; never in the past' })
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
  @IsUUID()
  schoolId?: string;
}

export class CaseAsked extends PoliciesAsked {
  @ApiProperty({ enum: readerKinds })
  @IsIn(readerKinds)
  readerKind!: ReaderKind;

  @ApiPropertyOptional({ type: 'integer' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(12)
  grade?: number;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID()
  classId?: string;

  @ApiPropertyOptional({ enum: copyKinds })
  @IsOptional()
  @IsIn(copyKinds)
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

/** A row as the rules want it. @param id given by the caller */
export const toPolicyRow = (asked: PolicyRowAsked, id: string): PolicyRow => ({
  id,
  readerKind: asked.readerKind ?? null,
  grades: asked.grades ?? null,
  classId: (asked.classId ?? null) as SchoolClassId | null,
  copyKind: asked.copyKind ?? null,
  sets: Object.fromEntries(Object.entries(asked.sets).filter(([, value]) => value !== undefined)),
});

export const dayAsked = (day: string | undefined, today: CalendarDay): CalendarDay =>
  (day ?? today) as CalendarDay;

/** The version of an `If-Match` header; null without one. @throws Problem 400 when it is no tag of ours */
export function versionFrom(tag: string | undefined): number | null {
  if (tag === undefined) return null;
  const version = /^"v([1-9][0-9]{0,8})"$/.exec(tag)?.[1];
  if (version === undefined) throw invalid({ pointer: 'If-Match', code: 'malformed' });
  return Number(version);
}
