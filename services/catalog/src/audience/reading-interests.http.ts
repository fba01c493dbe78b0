import { ApiProperty } from '@nestjs/swagger';
import { ListAsked } from '@shulian/service-kit';
import { DayOrNone, SchoolAsked } from '@shulian/service-kit/fields';

export const INTEREST_KINDS = ['band', 'level', 'theme'] as const;
const whole = { type: 'integer' } as const;

/** `GET /reading-interests` */
export class InterestsAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @DayOrNone('copies lent on this day or later count as lent; the last 365 days where left out')
  since?: string;
}

/** What a school has for one band, level or theme, what of it was lent, and what its people wish for. */
export class InterestLine {
  @ApiProperty({ enum: INTEREST_KINDS }) of!: string;
  @ApiProperty({ description: 'the band, the level as a number, or the id of the theme' }) value!: string;
  @ApiProperty({ type: 'string', nullable: true, description: 'of the theme' }) name!: string | null;
  @ApiProperty({ ...whole, description: 'titles of the school that are marked so' }) titles!: number;
  @ApiProperty(whole) copies!: number;
  @ApiProperty({ ...whole, description: 'of these copies lent since the day' }) lent!: number;
  @ApiProperty({ ...whole, description: 'open wishes marked so, or for a title that is' }) wishes!: number;
  @ApiProperty({ ...whole, description: 'votes for these wishes' }) votes!: number;
}

export class InterestsPage {
  @ApiProperty({ type: [InterestLine] }) items!: InterestLine[];
  @ApiProperty({ type: 'string', nullable: true }) nextCursor!: string | null;
}
