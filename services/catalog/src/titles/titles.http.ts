import { ApiProperty, ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import { MATERIAL_KINDS, type MaterialKind } from '@shulian/contracts/words';
import { SyncedPage } from '@shulian/service-kit';
import { IsBoolean, IsInt, IsIn, IsOptional, Max, Min, ValidateIf } from 'class-validator';
import { Text, TextOrNull, Texts } from '@shulian/service-kit/fields';
import { LANGUAGE_KINDS, languageKindOf, type LanguageKind } from './rules/language-kind.js';
import type { Title } from './rules/title.js';
import { longestList, longestText } from './rules/title-limits.js';

export const CARRIERS = [
  'print', 'manuscript', 'electronic', 'audio', 'video', 'microform', 'braille', 'music', 'map', 'graphic', 'object', 'kit',
] as const; // prettier-ignore
export const LEVELS = ['monograph', 'serial', 'part', 'collection'] as const;

const isGiven = (_: object, value: unknown): boolean => value !== undefined && value !== null;

/** `POST /titles` */
export class TitleAsked {
  @Text(longestText.title)
  title!: string;

  @TextOrNull(longestText.subtitle)
  subtitle?: string | null;

  @TextOrNull(longestText.partNumber, 'number of the part: 上, 2, v.3')
  partNumber?: string | null;

  @TextOrNull(longestText.partTitle)
  partTitle?: string | null;

  @Texts(...longestList.otherTitles, 'parallel, original and other titles')
  otherTitles?: string[];

  @TextOrNull(longestText.statement, 'statement of responsibility as on the title page')
  statement?: string | null;

  @Texts(...longestList.contributors, 'names, the first one files')
  contributors?: string[];

  @TextOrNull(longestText.edition)
  edition?: string | null;

  @Texts(...longestList.isbns, '10 or 13 digits, with or without hyphens; kept with 13')
  isbns?: string[];

  @TextOrNull(longestText.publisher)
  publisher?: string | null;

  @TextOrNull(longestText.publishedIn)
  publishedIn?: string | null;

  @ApiPropertyOptional({ type: 'integer', nullable: true, minimum: 1000, maximum: 2100 })
  @ValidateIf(isGiven)
  @IsInt()
  @Min(1000)
  @Max(2100)
  publishedYear?: number | null;

  @Texts(...longestList.languages, 'ISO 639-2 codes')
  languages?: string[];

  @TextOrNull(longestText.extent)
  extent?: string | null;

  @Texts(...longestList.series)
  series?: string[];

  @Texts(...longestList.subjects)
  subjects?: string[];

  @TextOrNull(longestText.clc, 'number of the Chinese Library Classification')
  clc?: string | null;

  @TextOrNull(longestText.summary)
  summary?: string | null;

  @TextOrNull(longestText.audience)
  audience?: string | null;

  @TextOrNull(longestText.binding)
  binding?: string | null;

  @ApiPropertyOptional({
    type: 'integer',
    nullable: true,
    minimum: 0,
    maximum: 2_147_483_647,
    description: 'fen',
  })
  @ValidateIf(isGiven)
  @IsInt()
  @Min(0)
  @Max(2_147_483_647)
  priceFen?: number | null;

  @ApiPropertyOptional({ enum: LEVELS, default: 'monograph' })
  @IsOptional()
  @IsIn(LEVELS)
  level?: string;

  @ApiPropertyOptional({ enum: CARRIERS, default: 'print' })
  @IsOptional()
  @IsIn(CARRIERS)
  carrier?: string;

  @ApiPropertyOptional({
    enum: MATERIAL_KINDS,
    nullable: true,
    description: 'kind of material; by level and carrier where left out, as far as they tell it',
  })
  @ValidateIf(isGiven)
  @IsIn(MATERIAL_KINDS)
  kind?: MaterialKind | null;

  @Texts(...longestList.notes, 'notes of the record')
  notes?: string[];

  @ApiPropertyOptional({ description: 'the class is meant, although it can hardly be one' })
  @IsOptional()
  @IsBoolean()
  acceptDoubtfulClass?: boolean;
}

/** `PATCH /titles/{id}`: what is left out stays, null empties. */
export class TitleChange extends PartialType(TitleAsked) {}

export class HoldingView {
  @ApiProperty({ format: 'uuid' })
  schoolId!: string;
  @ApiProperty({ type: 'integer', description: 'copies not withdrawn and not lost' })
  copies!: number;
  @ApiProperty({ type: 'integer', description: 'lendable and on the shelf now' })
  available!: number;
}

const orNull = { type: 'string', nullable: true } as const;

export class TitleView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ type: 'integer' }) version!: number;
  @ApiProperty() title!: string;
  @ApiProperty(orNull) subtitle!: string | null;
  @ApiProperty(orNull) partNumber!: string | null;
  @ApiProperty(orNull) partTitle!: string | null;
  @ApiProperty({ type: [String] }) otherTitles!: readonly string[];
  @ApiProperty(orNull) statement!: string | null;
  @ApiProperty({ type: [String] }) contributors!: readonly string[];
  @ApiProperty(orNull) edition!: string | null;
  @ApiProperty({ type: [String], description: '13 digits' }) isbns!: readonly string[];
  @ApiProperty({ type: [String], description: 'ISSN, unified book numbers, ISBNs that are not valid' })
  otherNumbers!: readonly string[];
  @ApiProperty(orNull) publisher!: string | null;
  @ApiProperty(orNull) publishedIn!: string | null;
  @ApiProperty({ type: 'integer', nullable: true }) publishedYear!: number | null;
  @ApiProperty({ type: [String] }) languages!: readonly string[];
  @ApiProperty({
    enum: LANGUAGE_KINDS,
    nullable: true,
    description: 'by its languages: Chinese, foreign, or Chinese beside another',
  })
  languageKind!: LanguageKind | null;
  @ApiProperty(orNull) extent!: string | null;
  @ApiProperty({ type: [String] }) series!: readonly string[];
  @ApiProperty({ type: [String] }) subjects!: readonly string[];
  @ApiProperty(orNull) clc!: string | null;
  @ApiProperty({ type: [String], description: 'numbers of other schemes, `ddc:954`' })
  otherClasses!: readonly string[];
  @ApiProperty(orNull) summary!: string | null;
  @ApiProperty(orNull) audience!: string | null;
  @ApiProperty(orNull) binding!: string | null;
  @ApiProperty({ type: 'integer', nullable: true }) priceFen!: number | null;
  @ApiProperty({ enum: LEVELS }) level!: string;
  @ApiProperty({ enum: CARRIERS }) carrier!: string;
  @ApiProperty({ enum: MATERIAL_KINDS, nullable: true, description: 'null: not known' })
  kind!: MaterialKind | null;
  @ApiProperty({ type: [String] }) notes!: readonly string[];
  @ApiProperty({ description: 'at GET /titles/{id}/cover' }) hasCover!: boolean;
  @ApiProperty({ type: [HoldingView] }) holdings!: readonly HoldingView[];
}

export class TitlesPage extends SyncedPage {
  @ApiProperty({ type: [TitleView] }) items!: TitleView[];
}

export const toTitleView = (
  title: Title,
  holdings: readonly HoldingView[],
  hasCover: boolean,
): TitleView => ({
  id: title.id,
  version: title.version,
  title: title.title,
  subtitle: title.subtitle,
  partNumber: title.partNumber,
  partTitle: title.partTitle,
  otherTitles: title.otherTitles,
  statement: title.statement,
  contributors: title.contributors,
  edition: title.edition,
  isbns: title.isbns,
  otherNumbers: title.otherNumbers,
  publisher: title.publisher,
  publishedIn: title.publishedIn,
  publishedYear: title.publishedYear,
  languages: title.languages,
  languageKind: languageKindOf(title.languages),
  extent: title.extent,
  series: title.series,
  subjects: title.subjects,
  clc: title.clc,
  otherClasses: title.otherClasses,
  summary: title.summary,
  audience: title.audience,
  binding: title.binding,
  priceFen: title.priceFen,
  level: title.level,
  carrier: title.carrier,
  kind: title.kind,
  notes: title.notes,
  hasCover,
  holdings,
});
