import { ApiProperty } from '@nestjs/swagger';
import { SchoolAsked, Text, Whole } from '@shulian/service-kit/fields';
import { TitleView } from '../titles/titles.http.js';

export const SOURCE_STATES = ['off', 'not-asked', 'answered', 'away', 'refused'] as const;

/** `GET /isbn-lookups` */
export class IsbnLookupAsked {
  @Text(40, '10 or 13 digits, with or without hyphens')
  isbn!: string;
}

/** `POST /copied-titles` */
export class CopiedTitleAsked {
  @Text(40, '10 or 13 digits, with or without hyphens')
  isbn!: string;

  @Whole(1, 10, 'of the record in the answer, from 1')
  position!: number;

  @SchoolAsked()
  schoolId?: string;
}

const orNull = { type: 'string', nullable: true } as const;

export class OutsideRecord {
  @ApiProperty({ type: 'integer' }) position!: number;
  @ApiProperty() title!: string;
  @ApiProperty(orNull) subtitle!: string | null;
  @ApiProperty({ type: [String] }) contributors!: readonly string[];
  @ApiProperty(orNull) publisher!: string | null;
  @ApiProperty({ type: 'integer', nullable: true }) publishedYear!: number | null;
  @ApiProperty({ type: [String] }) isbns!: readonly string[];
  @ApiProperty(orNull) clc!: string | null;
  @ApiProperty({
    type: [String],
    description: 'what an import would say of it',
    example: ['clc.no-such-class'],
  })
  problems!: readonly string[];
}

export class IsbnLookupView {
  @ApiProperty({ description: '13 digits' }) isbn!: string;
  @ApiProperty({ type: [TitleView], description: 'of the county: where there is one nobody else is asked' })
  titles!: readonly TitleView[];
  @ApiProperty({
    enum: SOURCE_STATES,
    description: 'off: none is configured; away: it did not answer in time, or not as it should',
  })
  source!: (typeof SOURCE_STATES)[number];
  @ApiProperty({ type: [OutsideRecord], description: 'of the other library' })
  records!: readonly OutsideRecord[];
}
