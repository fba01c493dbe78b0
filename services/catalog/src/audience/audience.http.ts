import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { limits } from '@shulian/contracts/limits';
import { READING_BANDS, type ReadingBand } from '@shulian/contracts/words';
import { Id, Ids, ListAsked } from '@shulian/service-kit';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsOptional } from 'class-validator';
import { SchoolAsked, WholeOrNull } from '@shulian/service-kit/fields';
import { HIGHEST_LEVEL, MOST_THEMES } from './rules/audience.js';

const orNull = { type: 'string', nullable: true } as const;
const whole = { type: 'integer' } as const;

const Bands = (description?: string): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({
      enum: READING_BANDS,
      isArray: true,
      maxItems: READING_BANDS.length,
      ...(description === undefined ? {} : { description }),
    }),
    IsOptional(),
    IsArray(),
    ArrayMaxSize(READING_BANDS.length),
    IsIn(READING_BANDS, { each: true }),
  );
const ThemeIds = (): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({
      type: 'array',
      items: { type: 'string', format: 'uuid' },
      maxItems: MOST_THEMES,
    }),
    IsOptional(),
    IsArray(),
    ArrayMaxSize(MOST_THEMES),
    Ids(),
  );

/** `POST /audience-changes` and its preview. */
export class AudienceChangeAsked {
  @SchoolAsked()
  schoolId?: string;

  @ApiProperty({
    type: 'array',
    items: { type: 'string', format: 'uuid' },
    minItems: 1,
    maxItems: limits.chosenAtOnce,
  })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(limits.chosenAtOnce)
  @Ids()
  titleIds!: string[];

  @Bands()
  addBands?: ReadingBand[];
  @Bands()
  removeBands?: ReadingBand[];

  @WholeOrNull(1, HIGHEST_LEVEL, 'level of reading, 1 the easiest; null empties it')
  level?: number | null;

  @ThemeIds()
  addThemes?: string[];
  @ThemeIds()
  removeThemes?: string[];
}

/** `PUT /suggestions/{id}/audience`: all marks of a wish. */
export class WishMarksAsked {
  @Bands()
  bands?: ReadingBand[];
  @WholeOrNull(1, HIGHEST_LEVEL)
  level?: number | null;
  @ThemeIds()
  themes?: string[];
}

export class AudienceThemeView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ ...orNull, format: 'uuid', description: 'null: of the county' }) schoolId!: string | null;
}

export class TitleAudienceView {
  @ApiProperty({ format: 'uuid' }) titleId!: string;
  @ApiProperty({ enum: READING_BANDS, isArray: true }) bands!: readonly string[];
  @ApiProperty({ ...whole, nullable: true }) level!: number | null;
  @ApiProperty({ type: [AudienceThemeView], description: 'of the county and of schools' })
  themes!: readonly AudienceThemeView[];
}

export class MarksView {
  @ApiProperty({ enum: READING_BANDS, isArray: true }) bands!: readonly string[];
  @ApiProperty({ ...whole, nullable: true }) level!: number | null;
  @ApiProperty({ type: [String], format: 'uuid' }) themes!: readonly string[];
}
export class AudienceLineView {
  @ApiProperty({ format: 'uuid' }) titleId!: string;
  @ApiProperty() title!: string;
  @ApiProperty({ type: MarksView }) before!: MarksView;
  @ApiProperty({ type: MarksView }) after!: MarksView;
}
export class AudiencePreview {
  @ApiProperty({ ...whole, description: 'titles that would change' }) changing!: number;
  @ApiProperty({ ...whole, description: 'titles that have these marks already' }) unchanged!: number;
  @ApiProperty({ type: [String], format: 'uuid' }) unknownTitles!: readonly string[];
  @ApiProperty({ type: [AudienceLineView] }) lines!: readonly AudienceLineView[];
}
export class AudienceChangeView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ ...orNull, format: 'uuid', description: 'whose people did it; null: the county' })
  schoolId!: string | null;
  @ApiProperty(whole) titles!: number;
  @ApiProperty({ format: 'date-time' }) changedAt!: string;
  @ApiProperty({ description: 'account or client' }) by!: string;
  @ApiProperty({ ...orNull, format: 'date-time' }) undoneAt!: string | null;
}
export class AudienceChangesPage {
  @ApiProperty({ type: [AudienceChangeView] }) items!: AudienceChangeView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
export class AudienceChangesAsked extends ListAsked {
  @ApiPropertyOptional({ format: 'uuid', description: 'may be left out by who works at one school' })
  @IsOptional()
  @Id()
  schoolId?: string;
}
