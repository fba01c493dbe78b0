import { ApiProperty, ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import { limits } from '@shulian/contracts/limits';
import { Id, ListAsked } from '@shulian/service-kit';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import {
  LARGEST_WHOLE,
  SchoolAsked,
  Text,
  TextOrNull,
  Whole,
  WholeOrNull,
} from '@shulian/service-kit/fields';
import {
  MOST_CHARACTERS,
  MOST_COPIES,
  SCHOOL_PUBLICATION_KINDS,
  type SchoolPublicationKind,
} from './rules/school-publication.js';

const orNull = { type: 'string', nullable: true } as const;
const whole = { type: 'integer' } as const;
const YEARS = [1900, 2100] as const;

/** `POST /school-publications` */
export class SchoolPublicationAsked {
  @SchoolAsked()
  schoolId?: string;

  @ApiProperty({ enum: SCHOOL_PUBLICATION_KINDS })
  @IsIn(SCHOOL_PUBLICATION_KINDS)
  kind!: SchoolPublicationKind;

  @Text(limits.title)
  title!: string;

  @Text(limits.remark, 'who made it, as on the title page')
  makers!: string;

  @Whole(...YEARS, 'in which it was made')
  year!: number;

  @WholeOrNull(1, MOST_CHARACTERS, 'how long it is, in characters')
  characters?: number | null;

  @TextOrNull(limits.clc, 'number of the Chinese Library Classification')
  clc?: string | null;

  @WholeOrNull(0, LARGEST_WHOLE, 'fen, of a copy')
  priceFen?: number | null;

  @Whole(0, MOST_COPIES, 'entered in the register at once')
  copies!: number;

  @TextOrNull(limits.remark)
  note?: string | null;
}

class WordsOfPublication {
  @Text(limits.remark)
  makers!: string;

  @Whole(...YEARS)
  year!: number;
}

/** `PATCH /school-publications/{titleId}`: what is left out stays, null empties. */
export class SchoolPublicationChange extends PartialType(WordsOfPublication) {
  @ApiPropertyOptional({ enum: SCHOOL_PUBLICATION_KINDS })
  @IsOptional()
  @IsIn(SCHOOL_PUBLICATION_KINDS)
  kind?: SchoolPublicationKind;

  @WholeOrNull(1, MOST_CHARACTERS)
  characters?: number | null;

  @TextOrNull(limits.remark)
  note?: string | null;
}

const Year =
  (description: string): PropertyDecorator =>
  (target, key) => {
    ApiPropertyOptional({ type: 'integer', minimum: YEARS[0], maximum: YEARS[1], description })(target, key);
    for (const decorate of [IsOptional(), Type(() => Number), IsInt(), Min(YEARS[0]), Max(YEARS[1])])
      decorate(target, key);
  };

export class SchoolPublicationsAsked extends ListAsked {
  @ApiProperty({ format: 'uuid' })
  @Id()
  schoolId!: string;

  @ApiPropertyOptional({ enum: SCHOOL_PUBLICATION_KINDS })
  @IsOptional()
  @IsIn(SCHOOL_PUBLICATION_KINDS)
  kind?: SchoolPublicationKind;

  @Year('made in this year or later')
  fromYear?: number;

  @Year('made in this year or before')
  toYear?: number;
}

export class SchoolPublicationView {
  @ApiProperty({ format: 'uuid' }) titleId!: string;
  @ApiProperty(whole) version!: number;
  @ApiProperty({ format: 'uuid' }) schoolId!: string;
  @ApiProperty({ enum: SCHOOL_PUBLICATION_KINDS }) kind!: string;
  @ApiProperty() title!: string;
  @ApiProperty() makers!: string;
  @ApiProperty(whole) year!: number;
  @ApiProperty({ ...whole, nullable: true }) characters!: number | null;
  @ApiProperty(orNull) clc!: string | null;
  @ApiProperty(orNull) note!: string | null;
  @ApiProperty({ ...whole, description: 'that the school holds' }) copies!: number;
}
export class SchoolPublicationsPage {
  @ApiProperty({ type: [SchoolPublicationView] }) items!: SchoolPublicationView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
export class SchoolPublicationSum {
  @ApiProperty({ enum: SCHOOL_PUBLICATION_KINDS }) kind!: string;
  @ApiProperty(whole) titles!: number;
  @ApiProperty({ ...whole, description: 'of those that say it' }) characters!: number;
  @ApiProperty(whole) copies!: number;
}
export class SchoolPublicationSums {
  @ApiProperty({ type: [SchoolPublicationSum] }) items!: SchoolPublicationSum[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
