import { ApiProperty, ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import { Id, ListAsked } from '@shulian/service-kit';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, ValidateNested } from 'class-validator';
import { Text, TextOrNull, WebAddress } from '@shulian/service-kit/fields';
import { HoldingView } from '../titles/titles.http.js';
import { BIBLIOGRAPHY_KINDS, MOST_ENTRIES, type BibliographyKind } from './rules/bibliography.js';

const LONGEST = { name: 200, about: 2_000, audience: 200, issue: 60, heading: 500, source: 500, note: 4_000 };
const orNull = { type: 'string', nullable: true } as const;

/** `POST /bibliographies` */
export class BibliographyAsked {
  @ApiPropertyOptional({
    format: 'uuid',
    nullable: true,
    description: 'may be left out by who works at one school; of the county where the county leaves it out',
  })
  @IsOptional()
  @Id()
  schoolId?: string | null;

  @ApiProperty({ enum: BIBLIOGRAPHY_KINDS })
  @IsIn(BIBLIOGRAPHY_KINDS)
  kind!: BibliographyKind;

  @Text(LONGEST.name)
  name!: string;

  @TextOrNull(LONGEST.about, 'what it is for: a course, a research topic')
  about?: string | null;

  @TextOrNull(LONGEST.audience, 'whom it is for')
  audience?: string | null;

  @TextOrNull(LONGEST.issue, 'of a digest: 2026-3')
  issue?: string | null;
}

class WordsOfBibliography {
  @Text(LONGEST.name)
  name!: string;

  @TextOrNull(LONGEST.about)
  about?: string | null;

  @TextOrNull(LONGEST.audience)
  audience?: string | null;

  @TextOrNull(LONGEST.issue)
  issue?: string | null;
}

/** `PATCH /bibliographies/{id}`: what is left out stays, null empties. */
export class BibliographyChange extends PartialType(WordsOfBibliography) {}

export class BibliographiesAsked extends ListAsked {
  @ApiPropertyOptional({ format: 'uuid', description: 'of this school' })
  @IsOptional()
  @Id()
  schoolId?: string;

  @ApiPropertyOptional({ enum: BIBLIOGRAPHY_KINDS })
  @IsOptional()
  @IsIn(BIBLIOGRAPHY_KINDS)
  kind?: BibliographyKind;
}

export class EntryAsked {
  @ApiPropertyOptional({ format: 'uuid', nullable: true, description: 'a title of the catalogue' })
  @IsOptional()
  @Id()
  titleId?: string | null;

  @TextOrNull(LONGEST.heading, 'of an excerpt, in place of a title')
  heading?: string | null;

  @TextOrNull(LONGEST.source, 'of an excerpt: journal, year, number, page')
  source?: string | null;

  @TextOrNull(LONGEST.note, 'why it is recommended; of an excerpt: its words; how it is to be read')
  note?: string | null;

  @WebAddress('of what is read online')
  url?: string | null;

  @ApiPropertyOptional({
    format: 'uuid',
    nullable: true,
    description: 'the electronic resource in which it is read, of the school or of the county',
  })
  @IsOptional()
  @Id()
  resourceId?: string | null;
}

/** `PUT /bibliographies/{id}/entries` */
export class EntriesAsked {
  @ApiProperty({ type: [EntryAsked], maxItems: MOST_ENTRIES, description: 'all of them, in their order' })
  @IsArray()
  @ArrayMaxSize(MOST_ENTRIES)
  @ValidateNested({ each: true })
  @Type(() => EntryAsked)
  entries!: EntryAsked[];
}

export class BibliographyView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ type: 'integer' }) version!: number;
  @ApiProperty({ ...orNull, format: 'uuid', description: 'null: of the county' }) schoolId!: string | null;
  @ApiProperty(orNull) schoolName!: string | null;
  @ApiProperty({ enum: BIBLIOGRAPHY_KINDS }) kind!: string;
  @ApiProperty() name!: string;
  @ApiProperty(orNull) about!: string | null;
  @ApiProperty(orNull) audience!: string | null;
  @ApiProperty(orNull) issue!: string | null;
  @ApiProperty({ type: 'integer' }) entries!: number;
  @ApiProperty({ ...orNull, format: 'date' }) publishedOn!: string | null;
}

export class BibliographiesPage {
  @ApiProperty({ type: [BibliographyView] }) items!: BibliographyView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}

export class EntryView {
  @ApiProperty({ type: 'integer', minimum: 1 }) place!: number;
  @ApiProperty({ ...orNull, format: 'uuid', description: 'null: an excerpt' }) titleId!: string | null;
  @ApiProperty({ description: 'of the title or the excerpt' }) heading!: string;
  @ApiProperty({ type: [String] }) contributors!: readonly string[];
  @ApiProperty(orNull) publisher!: string | null;
  @ApiProperty({ type: 'integer', nullable: true }) publishedYear!: number | null;
  @ApiProperty(orNull) isbn!: string | null;
  @ApiProperty(orNull) clc!: string | null;
  @ApiProperty(orNull) source!: string | null;
  @ApiProperty(orNull) note!: string | null;
  @ApiProperty({ ...orNull, format: 'uri', description: 'where it is read, or that of its resource' })
  url!: string | null;
  @ApiProperty({ ...orNull, format: 'uuid' }) resourceId!: string | null;
  @ApiProperty({ ...orNull, description: 'name of the electronic resource; null, too, when it has ended' })
  resource!: string | null;
  @ApiProperty({ type: [HoldingView] }) holdings!: readonly HoldingView[];
}

export class EntriesPage {
  @ApiProperty({ type: [EntryView] }) items!: EntryView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
