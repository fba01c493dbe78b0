import { ApiProperty } from '@nestjs/swagger';
import { ListAsked } from '@shulian/service-kit';
import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsString, MaxLength, MinLength } from 'class-validator';
import { longestText } from '../titles/rules/title-limits.js';

/** Fields of a description whose values the county may agree on. */
export const VALUE_LISTS = ['publisher', 'audience'] as const;
export type ValueListName = (typeof VALUE_LISTS)[number];
/** A county buys from some hundreds of publishers. */
export const MOST_VALUES = 5_000;

/** `PUT /value-lists/{name}` */
export class ValueListAsked {
  @ApiProperty({
    type: 'array',
    items: { type: 'string', maxLength: longestText.publisher },
    maxItems: MOST_VALUES,
    description: 'in the order in which they are offered',
  })
  @IsArray()
  @ArrayMaxSize(MOST_VALUES)
  @ArrayUnique()
  @IsString({ each: true })
  @MinLength(1, { each: true })
  @MaxLength(longestText.publisher, { each: true })
  values!: string[];
}

/** `GET /off-list-values` */
export class OffListAsked extends ListAsked {
  @ApiProperty({ enum: VALUE_LISTS })
  @IsIn(VALUE_LISTS)
  list!: ValueListName;
}

const orNull = { type: 'string', nullable: true } as const;

export class ValueListView {
  @ApiProperty({ enum: VALUE_LISTS }) name!: ValueListName;
  @ApiProperty({ type: 'integer', description: 'changes of it build on' }) version!: number;
  @ApiProperty({ type: [String] }) values!: readonly string[];
}

export class OffListValue {
  @ApiProperty() value!: string;
  @ApiProperty({ type: 'integer' }) titles!: number;
}

export class OffListPage {
  @ApiProperty({ type: [OffListValue] }) items!: OffListValue[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
