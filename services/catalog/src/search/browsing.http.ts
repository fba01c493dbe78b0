import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Id, ListAsked } from '@shulian/service-kit';
import { IsDateString, IsOptional, Matches } from 'class-validator';

const orNull = { type: 'string', nullable: true } as const;
const whole = { type: 'integer' } as const;

const DayAsked =
  (description: string): PropertyDecorator =>
  (target, key) => {
    ApiPropertyOptional({ type: 'string', format: 'date', description })(target, key);
    IsOptional()(target, key);
    Matches(/^[1-9]\d{3}-\d\d-\d\d$/)(target, key);
    IsDateString({ strict: true })(target, key);
  };

/** `GET /new-titles` */
export class NewTitlesAsked extends ListAsked {
  @ApiProperty({ format: 'uuid' })
  @Id()
  schoolId!: string;

  @DayAsked('first day')
  from?: string;

  @DayAsked('last day')
  to?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'what this import brought' })
  @IsOptional()
  @Id()
  importId?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'what this delivery brought, see /new-purchases' })
  @IsOptional()
  @Id()
  deliveryId?: string;
}

/** `GET /new-purchases` */
export class NewPurchasesAsked extends ListAsked {
  @ApiProperty({ format: 'uuid' })
  @Id()
  schoolId!: string;
}

export class NewTitle {
  @ApiProperty({ format: 'uuid' }) titleId!: string;
  @ApiProperty({ format: 'date', description: 'on which copies of it came' }) day!: string;
  @ApiProperty({ description: 'of that day, by ISO 8601', example: '2026-W42' }) week!: string;
  @ApiProperty({ ...whole, description: 'that came on that day and are there still' }) copies!: number;
  @ApiProperty() title!: string;
  @ApiProperty({ type: [String] }) contributors!: readonly string[];
  @ApiProperty(orNull) publisher!: string | null;
  @ApiProperty({ ...whole, nullable: true }) publishedYear!: number | null;
  @ApiProperty(orNull) isbn!: string | null;
  @ApiProperty(orNull) callNumber!: string | null;
  @ApiProperty({ description: 'at GET /titles/{titleId}/cover' }) hasCover!: boolean;
}

export class NewTitlesPage {
  @ApiProperty({ type: [NewTitle] }) items!: NewTitle[];
  @ApiProperty(orNull) nextCursor!: string | null;
}

/** What was bought or given and came in one delivery. */
export class NewPurchase {
  @ApiProperty({ format: 'uuid' }) deliveryId!: string;
  @ApiProperty({ format: 'date', description: 'on which it was accepted' }) day!: string;
  @ApiProperty({ ...orNull, description: 'of the order, or of the campaign of a gift' }) name!: string | null;
  @ApiProperty({ enum: ['order', 'field-purchase', 'donation'] }) source!: string;
  @ApiProperty({ ...whole, description: 'of which copies are there still' }) titles!: number;
  @ApiProperty({ ...whole, description: 'that are there still' }) copies!: number;
}
export class NewPurchasesPage {
  @ApiProperty({ type: [NewPurchase] }) items!: NewPurchase[];
  @ApiProperty(orNull) nextCursor!: string | null;
}

/** `GET /classes-of-titles` */
export class ClassesAsked extends ListAsked {
  @ApiPropertyOptional({ format: 'uuid', description: 'of this school, else of the county' })
  @IsOptional()
  @Id()
  schoolId?: string;

  @ApiPropertyOptional({ description: 'the class whose parts are counted, I24; left out: the main classes' })
  @IsOptional()
  @Matches(/^[A-Z][A-Z\d.]{0,19}$/)
  under?: string;
}

export class ClassOfTitles {
  @ApiProperty({ description: 'number of the class, without what is finer; `-` for titles without one' })
  clc!: string;
  @ApiProperty({ ...orNull, description: 'of a main class' }) name!: string | null;
  @ApiProperty({ ...whole, description: 'titles in it and in all its parts' }) titles!: number;
  @ApiProperty({ description: 'whether it has parts' }) hasParts!: boolean;
}

export class ClassesPage {
  @ApiProperty({ type: [ClassOfTitles] }) items!: ClassOfTitles[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
