import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { limits } from '@shulian/contracts/limits';
import { Id, ListAsked } from '@shulian/service-kit';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
} from 'class-validator';
import { DayOrNone, SchoolAsked, Text } from '@shulian/service-kit/fields';

/** As many as a poster holds. */
const MOST_RULES = 20;
const LONGEST_RULE = 200;
const orNull = { type: 'string', nullable: true } as const;

/** `PUT /care-rules` */
export class CareRulesAsked {
  @ApiPropertyOptional({
    format: 'uuid',
    description: 'may be left out by who works at one school; of the county where the county leaves it out',
  })
  @IsOptional()
  @Id()
  schoolId?: string;

  @DayOrNone('from which they hold; today where left out, no day that is gone')
  validFrom?: string;

  @Text(limits.occasionName)
  title!: string;

  @ApiProperty({
    type: 'array',
    items: { type: 'string', minLength: 1, maxLength: LONGEST_RULE },
    minItems: 1,
    maxItems: MOST_RULES,
  })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_RULES)
  @IsString({ each: true })
  @MaxLength(LONGEST_RULE, { each: true })
  @Matches(/^[^\u0000-\u001f\u007f\p{Cs}]*$/u, { each: true })
  @Matches(/\S/, { each: true })
  rules!: string[];
}

/** `GET /care-rules` and its poster */
export class CareRulesOn {
  @ApiProperty({ format: 'uuid', description: 'the school whose rules are asked for' })
  @Id()
  schoolId!: string;

  @DayOrNone('as they hold on this day; today where left out')
  on?: string;
}

/** `GET /care-rules-versions` */
export class CareRulesVersionsAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;
}

/** How readers care for books (爱护图书须知). */
export class CareRulesView {
  @ApiProperty({ ...orNull, format: 'uuid', description: 'null: of the county' }) schoolId!: string | null;
  @ApiProperty({ format: 'date' }) validFrom!: string;
  @ApiProperty() title!: string;
  @ApiProperty({ type: [String] }) rules!: string[];
}
export class CareRulesPage {
  @ApiProperty({ type: [CareRulesView] }) items!: CareRulesView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
