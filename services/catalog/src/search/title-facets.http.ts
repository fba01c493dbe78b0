import { ApiProperty, OmitType } from '@nestjs/swagger';
import { TitlesAsked } from '../titles/titles-asked.http.js';

const whole = { type: 'integer' } as const;
export const FACETS = ['class', 'language', 'year', 'kind', 'band', 'school', 'place', 'lendable'] as const;
export type Facet = (typeof FACETS)[number];

/** `GET /title-facets`: the question of `GET /titles`, of which at least one part is said. */
export class TitleFacetsAsked extends OmitType(TitlesAsked, ['ids', 'limit', 'cursor', 'updatedSince']) {}

export class FacetValue {
  @ApiProperty({
    description:
      'main class, kind of language, year, kind of material, band of grades, id of a school or place, or `now`; `-`: not known',
  })
  value!: string;
  @ApiProperty({ type: 'string', nullable: true, description: 'of a class, a school or a place' }) name!:
    string | null;
  @ApiProperty(whole) titles!: number;
}

export class TitleFacet {
  @ApiProperty({
    enum: FACETS,
    description:
      '`lendable`: with a copy on the shelf, in the school where one is asked for; `place`: rooms, and what is in none, of that school',
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
