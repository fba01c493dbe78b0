import { ApiProperty, ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import { afterCursor, IdsAsked, invalid, PageAsked, SyncedPage, UpdatedSince } from '@shulian/service-kit';
import { IsInt, IsIn, IsOptional, IsString, isUUID, Max, Min, ValidateBy, ValidateIf } from 'class-validator';
import { Asked, Text, TextOrNull, Texts } from '../plain-text.http.js';
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
}

/** `PATCH /titles/{id}`: what is left out stays, null empties. */
export class TitleChange extends PartialType(TitleAsked) {}

/** What else would narrow the answer would make titles look as if they were not there. */
const Alone = (): PropertyDecorator =>
  ValidateBy({
    name: 'alone',
    validator: {
      validate: (_, context) => {
        const { q, schoolId, clc, isbn, cursor } = context?.object as TitlesAsked;
        return [q, schoolId, clc, isbn, cursor].every((input) => input === undefined);
      },
      defaultMessage: () => 'not with another question',
    },
  });

/** `GET /titles` */
export class TitlesAsked extends PageAsked {
  @IdsAsked(200, 'these titles, all in one page; repeated or with commas, and not with another question')
  @Alone()
  ids?: string[];

  @ApiPropertyOptional({
    description: 'words of title, contributor, publisher, subject; pinyin in full or initials; an ISBN',
  })
  @Asked(500)
  q?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'titles of which this school has copies' })
  @IsOptional()
  @IsString()
  schoolId?: string;

  @ApiPropertyOptional({ description: 'class number or its beginning' })
  @Asked(100)
  clc?: string;

  @ApiPropertyOptional({ description: '10 or 13 digits, with or without hyphens' })
  @Asked(40)
  isbn?: string;

  @UpdatedSince()
  updatedSince?: string;
}

/**
 * Where a title stands in what was found: 0 it begins as the question does (by `key`, then id), 1 the words are in a title of
 * it, 2 elsewhere (both by id).
 */
export type TitlePlace = { readonly stage: 0 | 1 | 2; readonly key: string; readonly id: string };

/** Place of the last title seen, or null for the first page. @throws Problem 400 for a cursor of another list */
export const placeAfter = (cursor: string | undefined): TitlePlace | null => {
  const place = afterCursor(cursor, 3);
  if (place === null) return null;
  const [stage, key, id] = place;
  if (
    (stage !== 0 && stage !== 1 && stage !== 2) ||
    typeof key !== 'string' ||
    typeof id !== 'string' ||
    !isUUID(id)
  )
    throw invalid({ pointer: '?cursor', code: 'malformed' });
  return { stage, key, id };
};

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
  hasCover,
  holdings,
});
