import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Id } from '@shulian/service-kit';
import { IsOptional } from 'class-validator';
import { TextOrNull, Things, WebAddress } from '@shulian/service-kit/fields';

const LONGEST = { name: 300, subject: 100, description: 2_000 } as const;
const MOST = 200;

class WordsOfEntry {
  @TextOrNull(LONGEST.name, 'of a title or copy of the catalogue its title where left out')
  name?: string | null;

  @TextOrNull(LONGEST.subject)
  subject?: string | null;

  @TextOrNull(LONGEST.description)
  description?: string | null;

  @WebAddress('where the file or page is')
  url?: string | null;
}

export class FeatureEntryAsked extends WordsOfEntry {
  @ApiPropertyOptional({ format: 'uuid', description: 'a title of the catalogue' })
  @IsOptional()
  @Id()
  titleId?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'a copy of the school' })
  @IsOptional()
  @Id()
  copyId?: string;
}

/** `POST /e-resources/{id}/entries` */
export class FeatureEntriesAsked {
  @Things(FeatureEntryAsked, MOST)
  items!: FeatureEntryAsked[];
}

/** `PATCH /feature-entries/{id}`: what is left out stays, null empties. */
export class FeatureEntryChangeAsked extends WordsOfEntry {}

const orNull = { type: 'string', nullable: true } as const;

/** Something that a school gathered in a database of its own. */
export class FeatureEntryView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ type: 'integer' }) version!: number;
  @ApiProperty() name!: string;
  @ApiProperty(orNull) subject!: string | null;
  @ApiProperty(orNull) description!: string | null;
  @ApiProperty({ ...orNull, format: 'uuid' }) titleId!: string | null;
  @ApiProperty({ ...orNull, format: 'uuid' }) copyId!: string | null;
  @ApiProperty({ ...orNull, description: 'of the copy' }) callNumber!: string | null;
  @ApiProperty({ ...orNull, format: 'uri' }) url!: string | null;
  @ApiProperty({ format: 'date' }) enteredOn!: string;
}
export class FeatureEntriesPage {
  @ApiProperty({ type: [FeatureEntryView] }) items!: FeatureEntryView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
export class EnteredEntries {
  @ApiProperty({ type: [String], format: 'uuid', description: 'of the entries, in their order' })
  ids!: string[];
  @ApiProperty({ type: 'integer', description: 'that the database has now' }) entries!: number;
  @ApiProperty({ type: 'integer', nullable: true }) goalEntries!: number | null;
}
