import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Id } from '@shulian/service-kit';
import { IsOptional } from 'class-validator';
import { Asked } from '../plain-text.http.js';

const whole = { type: 'integer' } as const;
export const FACETS = ['class', 'language', 'year', 'carrier', 'school', 'lendable'] as const;
export type Facet = (typeof FACETS)[number];

/** `GET /title-facets`: the question of `GET /titles`, of which at least one part is said. */
export class TitleFacetsAsked {
  @ApiPropertyOptional({ description: 'as at GET /titles' })
  @Asked(500)
  q?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'titles of which this school has copies' })
  @IsOptional()
  @Id()
  schoolId?: string;

  @ApiPropertyOptional({ description: 'class number or its beginning' })
  @Asked(100)
  clc?: string;
}

export class FacetValue {
  @ApiProperty({
    description: 'main class, kind of language, year, carrier, id of a school, or `now`; `-`: not known',
  })
  value!: string;
  @ApiProperty({ type: 'string', nullable: true, description: 'of a class or a school' }) name!:
    string | null;
  @ApiProperty(whole) titles!: number;
}

export class TitleFacet {
  @ApiProperty({
    enum: FACETS,
    description: '`lendable`: with a copy on the shelf, in the school where one is asked for',
  })
  of!: Facet;
  @ApiProperty({ type: [FacetValue], description: 'the most first, fifty at most; years from the newest' })
  values!: FacetValue[];
}

export class TitleFacets {
  @ApiProperty({ ...whole, description: 'how many titles were looked at, the first that are found' })
  titles!: number;
  @ApiProperty({ description: 'whether these are all that are found' }) isAll!: boolean;
  @ApiProperty({ type: [TitleFacet] }) facets!: TitleFacet[];
}
