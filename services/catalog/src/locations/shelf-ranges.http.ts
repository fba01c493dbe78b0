import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { limits } from '@shulian/contracts/limits';
import { ListAsked } from '@shulian/service-kit';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, ValidateNested } from 'class-validator';
import { Asked, Text, TextOrNull } from '@shulian/service-kit/fields';
import { SchoolAsked } from './locations.http.js';
import { LOCATION_KINDS } from './rules/location.js';
import { MOST_RANGES, type ShelfRange } from './rules/shelf-range.js';

class RangeAsked {
  @Text(limits.clc, 'first class number')
  fromClass!: string;

  @Text(limits.clc, 'last one; all that begins with it stands here too')
  toClass!: string;

  @TextOrNull(limits.directions, 'the way there, in Chinese')
  directionsZh?: string | null;

  @TextOrNull(limits.directions, 'the way there, in English')
  directionsEn?: string | null;
}

/** `PUT /locations/{id}/shelf-ranges` */
export class RangesAsked {
  @ApiProperty({ type: [RangeAsked], maxItems: MOST_RANGES })
  @IsArray()
  @ArrayMaxSize(MOST_RANGES)
  @ValidateNested({ each: true })
  @Type(() => RangeAsked)
  ranges!: RangeAsked[];
}

export const toRanges = ({ ranges }: RangesAsked): ShelfRange[] =>
  ranges.map(({ fromClass, toClass, directionsZh = null, directionsEn = null }) => ({
    fromClass,
    toClass,
    directionsZh,
    directionsEn,
  }));

/** `GET /shelf-ranges` */
export class ShelfRangesAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @ApiPropertyOptional({
    maxLength: limits.clc,
    description: 'where this class stands, the most exact sign first',
  })
  @Asked(limits.clc)
  clc?: string;
}

const orNull = { type: 'string', nullable: true } as const;

export class ShelfRangeLine {
  @ApiProperty({ format: 'uuid' }) locationId!: string;
  @ApiProperty({ type: 'integer', description: 'from 1 in its place' }) number!: number;
  @ApiProperty({ enum: LOCATION_KINDS }) kind!: string;
  @ApiProperty({ description: 'its place in words, from the campus down' }) path!: string;
  @ApiProperty() fromClass!: string;
  @ApiProperty() toClass!: string;
  @ApiProperty(orNull) directionsZh!: string | null;
  @ApiProperty(orNull) directionsEn!: string | null;
}

export class ShelfRangesPage {
  @ApiProperty({ type: [ShelfRangeLine] }) items!: ShelfRangeLine[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
