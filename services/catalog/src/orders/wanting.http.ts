import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Id, ListAsked } from '@shulian/service-kit';
import { ArrayMaxSize, IsArray, IsInt, IsOptional, Max, Min } from 'class-validator';
import { LARGEST_WHOLE, SchoolAsked, Whole, WholeOrNull } from '@shulian/service-kit/fields';

const MOST_ENTRIES = 500;

/** `GET /bibliographies/{id}/wanting` */
export class WantingAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;
}

/** `POST /orders/{id}/bibliography-lines` */
export class BibliographyLinesAsked {
  @ApiProperty({ format: 'uuid' })
  @Id()
  bibliographyId!: string;

  @ApiPropertyOptional({
    type: 'array',
    items: { type: 'integer', minimum: 1, maximum: MOST_ENTRIES },
    maxItems: MOST_ENTRIES,
    description: 'only the entries at these places; all where left out',
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_ENTRIES)
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(MOST_ENTRIES, { each: true })
  places?: number[];

  @Whole(1, 9_999, 'volumes of each')
  quantity!: number;

  @WholeOrNull(0, LARGEST_WHOLE, 'fen a volume; left out: the price of the title')
  unitPriceFen?: number | null;
}

const orNull = { type: 'string', nullable: true } as const;
const whole = { type: 'integer' } as const;
const STANDINGS = ['wanting', 'held', 'on-order', 'not-reviewed', 'no-title'] as const;

export class WantingView {
  @ApiProperty(whole) place!: number;
  @ApiProperty({ ...orNull, format: 'uuid' }) titleId!: string | null;
  @ApiProperty() name!: string;
  @ApiProperty(orNull) isbn!: string | null;
  @ApiProperty(orNull) note!: string | null;
  @ApiProperty({ type: 'integer', nullable: true, description: 'fen, of the title' }) priceFen!:
    number | null;
  @ApiProperty({ ...whole, description: 'copies of the school' }) held!: number;
  @ApiProperty({ ...whole, description: 'volumes ordered and not here' }) onOrder!: number;
  @ApiProperty({ ...orNull, format: 'uuid', description: 'a review of the school that stands' })
  reviewId!: string | null;
  @ApiProperty({ enum: STANDINGS, description: 'wanting: it can be ordered' }) standing!: string;
}
export class WantingPage {
  @ApiProperty({ type: [WantingView] }) items!: WantingView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}

class EntryLeft {
  @ApiProperty(whole) place!: number;
  @ApiProperty() name!: string;
  @ApiProperty({ enum: STANDINGS }) standing!: string;
}
export class BibliographyLinesAdded {
  @ApiProperty({ ...whole, description: 'lines that were added' }) added!: number;
  @ApiProperty({ type: [EntryLeft], description: 'entries that were not, and why' }) left!: EntryLeft[];
}
