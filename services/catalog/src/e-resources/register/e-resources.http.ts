import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { limits } from '@shulian/contracts/limits';
import { Id, ListAsked } from '@shulian/service-kit';
import { Type } from 'class-transformer';
import { IsDateString, IsIn, IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import {
  Asked,
  DayOrNone,
  GradeOrNone,
  LARGEST_WHOLE,
  Text,
  TextOrNull,
  WebAddress,
  WholeOrNull,
} from '@shulian/service-kit/fields';
import {
  E_RESOURCE_KINDS,
  E_RESOURCE_STATES,
  type EResourceKind,
  type EResourceState,
} from '../rules/e-resource.js';

export const LONGEST = {
  name: 200,
  provider: 200,
  scope: 500,
  subject: 60,
  audience: 200,
  unit: 20,
} as const;

/** A school, or the county where the county leaves it out. */
export const SchoolOrCounty = (): PropertyDecorator => (target, key) => {
  ApiPropertyOptional({
    format: 'uuid',
    nullable: true,
    description:
      'may be left out by who works at one school; of the county, for all its schools, where the county leaves it out',
  })(target, key);
  IsOptional()(target, key);
  Id()(target, key);
};
/** A day that must be there. */
export const Day =
  (description: string): PropertyDecorator =>
  (target, key) => {
    ApiProperty({ type: 'string', format: 'date', description })(target, key);
    Matches(/^[1-9]\d{3}-\d\d-\d\d$/)(target, key);
    IsDateString({ strict: true })(target, key);
  };

/** What is said of a resource besides its name and kind; what is left out stays, null empties. */
class WordsOfEResource {
  @TextOrNull(LONGEST.provider, 'who supplies or issues it')
  provider?: string | null;

  @TextOrNull(LONGEST.scope, 'what of it: 8 albums of CNKI, theses of Wanfang')
  scope?: string | null;

  @WebAddress('where it is found')
  url?: string | null;

  @TextOrNull(LONGEST.subject, 'a school subject; of all where left out')
  subject?: string | null;

  @TextOrNull(LONGEST.audience, 'whom it is for, in words')
  audience?: string | null;

  @GradeOrNone('first grade it is for; 1 where left out')
  firstGrade?: number;

  @GradeOrNone('last grade it is for; 12 where left out')
  lastGrade?: number;

  @TextOrNull(LONGEST.unit, 'of what its quota is: theses, volumes, users')
  quotaUnit?: string | null;

  @WholeOrNull(1, LARGEST_WHOLE, 'of a feature database: so many entries are to be made')
  goalEntries?: number | null;

  @DayOrNone('of a feature database: until then')
  goalOn?: string;

  @TextOrNull(limits.remark)
  note?: string | null;
}

/** `POST /e-resources` */
export class EResourceAsked extends WordsOfEResource {
  @SchoolOrCounty()
  schoolId?: string | null;

  @ApiProperty({ enum: E_RESOURCE_KINDS })
  @IsIn(E_RESOURCE_KINDS)
  kind!: EResourceKind;

  @Text(LONGEST.name)
  name!: string;
}

/** `PATCH /e-resources/{id}`: what is left out stays, null empties. */
export class EResourceChangeAsked extends WordsOfEResource {
  @TextOrNull(LONGEST.name, 'is never empty: null stays as it was')
  name?: string | null;
}

/** `POST /e-resources/{id}/end` */
export class EResourceEndAsked {
  @Text(limits.remark, 'why: cancelled, replaced, withdrawn by its issuer')
  reason!: string;
}

/** `GET /e-resources` */
export class EResourcesAsked extends ListAsked {
  @ApiPropertyOptional({
    format: 'uuid',
    description: 'those of the school and of the county; left out by the county: all',
  })
  @IsOptional()
  @Id()
  schoolId?: string;

  @ApiPropertyOptional({ enum: E_RESOURCE_KINDS })
  @IsOptional()
  @IsIn(E_RESOURCE_KINDS)
  kind?: EResourceKind;

  @ApiPropertyOptional({ enum: E_RESOURCE_STATES })
  @IsOptional()
  @IsIn(E_RESOURCE_STATES)
  state?: EResourceState;
}

/** `GET /e-resource-renewals` */
export class RenewalsAsked extends ListAsked {
  @ApiPropertyOptional({ format: 'uuid', description: 'those of the school; left out by the county: all' })
  @IsOptional()
  @Id()
  schoolId?: string;

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 0,
    maximum: 1_000,
    default: 60,
    description: 'days from today',
  })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(1_000)
  within: number = 60;
}

/** `GET /published-e-resources` */
export class PublishedEResourcesAsked extends ListAsked {
  @ApiPropertyOptional({ format: 'uuid', description: 'may be left out by who belongs to one school' })
  @IsOptional()
  @Id()
  schoolId?: string;

  @ApiPropertyOptional({ enum: E_RESOURCE_KINDS })
  @IsOptional()
  @IsIn(E_RESOURCE_KINDS)
  kind?: EResourceKind;

  @ApiPropertyOptional({
    type: 'string',
    maxLength: LONGEST.subject,
    description: 'of this subject, or of all',
  })
  @Asked(LONGEST.subject)
  subject?: string;

  @GradeOrNone('for this grade')
  grade?: number;
}

const orNull = { type: 'string', nullable: true } as const;
const dayOrNull = { ...orNull, format: 'date' } as const;
const whole = { type: 'integer' } as const;
const wholeOrNull = { type: 'integer', nullable: true } as const;

/** What readers see. */
export class PublishedEResourceView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ ...orNull, format: 'uuid', description: 'null: of the county' }) schoolId!: string | null;
  @ApiProperty(orNull) school!: string | null;
  @ApiProperty({ enum: E_RESOURCE_KINDS }) kind!: EResourceKind;
  @ApiProperty() name!: string;
  @ApiProperty(orNull) provider!: string | null;
  @ApiProperty(orNull) scope!: string | null;
  @ApiProperty({ ...orNull, format: 'uri' }) url!: string | null;
  @ApiProperty(orNull) subject!: string | null;
  @ApiProperty(orNull) audience!: string | null;
  @ApiProperty(whole) firstGrade!: number;
  @ApiProperty(whole) lastGrade!: number;
  @ApiProperty({ ...dayOrNull, description: 'null: readers do not see it' }) publishedOn!: string | null;
  @ApiProperty({ ...whole, description: 'of a feature database' }) entries!: number;
}
/** A line of the register. */
export class EResourceView extends PublishedEResourceView {
  @ApiProperty(whole) version!: number;
  @ApiProperty({ enum: E_RESOURCE_STATES }) state!: EResourceState;
  @ApiProperty({ ...dayOrNull, description: 'first day of the first term' }) startsOn!: string | null;
  @ApiProperty({ ...dayOrNull, description: 'last day of the last term; null: none, or for good' })
  endsOn!: string | null;
  @ApiProperty({ ...wholeOrNull, description: 'days to its last day; below zero: so long ago' })
  daysLeft!: number | null;
  @ApiProperty({ ...whole, description: 'subscription and renewals' }) terms!: number;
  @ApiProperty({ ...whole, description: 'fen, of all terms' }) costFen!: number;
  @ApiProperty({ ...wholeOrNull, description: 'in force today, add-ons among it' }) quota!: number | null;
  @ApiProperty(orNull) quotaUnit!: string | null;
  @ApiProperty(wholeOrNull) goalEntries!: number | null;
  @ApiProperty(dayOrNull) goalOn!: string | null;
  @ApiProperty(orNull) note!: string | null;
  @ApiProperty({ format: 'date' }) addedOn!: string;
  @ApiProperty(dayOrNull) endedOn!: string | null;
  @ApiProperty(orNull) endReason!: string | null;
}
export class EResourcesPage {
  @ApiProperty({ type: [EResourceView] }) items!: EResourceView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
export class PublishedEResourcesPage {
  @ApiProperty({ type: [PublishedEResourceView] }) items!: PublishedEResourceView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
