import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { limits } from '@shulian/contracts/limits';
import { ListAsked } from '@shulian/service-kit';
import { OneOf, OneOfOrNone, TextOrNull } from '@shulian/service-kit/fields';
import { IsNumber, IsOptional, Max, Min } from 'class-validator';
import { SCHOOL_KINDS, STANDARD_FIGURES } from './rules/standard-figures.js';

const MOST = 9_999_999;

/** `PUT /library-standards` */
export class StandardAsked {
  @OneOf(STANDARD_FIGURES)
  figure!: string;

  @OneOfOrNone(SCHOOL_KINDS, 'left out: of all schools whose kind has none of its own')
  schoolKind?: string;

  @ApiPropertyOptional({
    type: 'number',
    nullable: true,
    minimum: 0,
    maximum: MOST,
    multipleOf: 0.01,
    description: 'two decimals at most; null: there is no such standard',
  })
  @IsOptional()
  @IsNumber({ maxDecimalPlaces: 2 })
  @Min(0)
  @Max(MOST)
  asked?: number | null;

  @TextOrNull(limits.remark, 'by which document')
  source?: string | null;
}

/** `GET /library-standards` */
export class StandardsAsked extends ListAsked {}

const orNull = { type: 'string', nullable: true } as const;

export class StandardView {
  @ApiProperty({ enum: STANDARD_FIGURES }) figure!: string;
  @ApiProperty({ ...orNull, enum: SCHOOL_KINDS, description: 'null: of all that have none of their own' })
  schoolKind!: string | null;
  @ApiProperty({ type: 'number', nullable: true }) asked!: number | null;
  @ApiProperty(orNull) source!: string | null;
}
export class StandardsPage {
  @ApiProperty({ type: [StandardView] }) items!: StandardView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
