import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsInt, Max, Min, ValidateIf } from 'class-validator';
import { gradeName } from '../classes/rules/school-class.js';
import { SchoolAsked, shown } from '@shulian/service-kit/fields';
import { isEntitled, KINDS_OF_POLICY, type CardPolicy } from './rules/entitlement.js';

const { dayOrNull, orNull, whole } = shown;

const HIGHEST_GRADE = 12;

/** `GET /card-policies` */
export class PolicyOfAsked {
  @SchoolAsked()
  schoolId?: string;
}

/** `PUT /card-policies` */
export class CardPolicyAsked {
  @SchoolAsked()
  schoolId?: string;

  @ApiProperty({
    type: 'array',
    nullable: true,
    items: { type: 'integer', minimum: 1, maximum: HIGHEST_GRADE },
    maxItems: HIGHEST_GRADE,
    description:
      'grades whose pupils have cards of their own, 1 to 12; null: all; the others read collectively',
  })
  @ValidateIf((_: object, value: unknown) => value !== null)
  @IsArray()
  @ArrayMaxSize(HIGHEST_GRADE)
  @ArrayUnique()
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(HIGHEST_GRADE, { each: true })
  grades!: number[] | null;

  @ApiProperty({
    type: 'array',
    items: { type: 'string', enum: [...KINDS_OF_POLICY] },
    maxItems: KINDS_OF_POLICY.length,
    description: 'other readers who have cards',
  })
  @IsArray()
  @ArrayMaxSize(KINDS_OF_POLICY.length)
  @ArrayUnique()
  @IsIn(KINDS_OF_POLICY, { each: true })
  kinds!: (typeof KINDS_OF_POLICY)[number][];
}

export type PupilsOfGrade = { readonly grade: number; readonly pupils: number; readonly withCard: number };

/** How a grade reads. */
export class GradeEntitlement {
  @ApiProperty(whole) grade!: number;
  @ApiProperty({ description: '三年级, 高一' }) name!: string;
  @ApiProperty({
    enum: ['card', 'collectively'],
    description: 'with a card of their own, or with the class',
  })
  reads!: 'card' | 'collectively';
  @ApiProperty({ ...whole, description: 'pupils who are here' }) pupils!: number;
  @ApiProperty({ ...whole, description: 'of them, with an active card' }) withCard!: number;
}

/** To whom a school gives cards. */
export class CardPolicyView {
  @ApiProperty({ format: 'uuid' }) schoolId!: string;
  @ApiProperty({ type: 'array', nullable: true, items: { type: 'integer' } })
  grades!: readonly number[] | null;
  @ApiProperty({ type: 'array', items: { type: 'string', enum: [...KINDS_OF_POLICY] } })
  kinds!: readonly string[];
  @ApiProperty({ type: [GradeEntitlement], description: 'the grades the school has pupils in' })
  byGrade!: GradeEntitlement[];
  @ApiProperty(whole) version!: number;
  @ApiProperty(dayOrNull) changedOn!: string | null;
  @ApiProperty({ ...orNull, description: 'account' }) changedBy!: string | null;
}

export const toPolicyView = (policy: CardPolicy, grades: readonly PupilsOfGrade[]): CardPolicyView => ({
  ...policy,
  byGrade: grades.map(({ grade, pupils, withCard }) => ({
    grade,
    name: gradeName(grade),
    reads: isEntitled(policy, { kind: 'student', grade }) ? 'card' : 'collectively',
    pupils,
    withCard,
  })),
});
