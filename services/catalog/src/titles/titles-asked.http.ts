import { ApiPropertyOptional } from '@nestjs/swagger';
import { MATERIAL_KINDS, READING_BANDS, type MaterialKind, type ReadingBand } from '@shulian/contracts/words';
import {
  afterCursor,
  Id,
  IdsAsked,
  invalid,
  PageAsked,
  pageOf,
  UpdatedSince,
  type Page,
} from '@shulian/service-kit';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, isUUID, Max, Min, ValidateBy } from 'class-validator';
import { Asked } from '@shulian/service-kit/fields';

/** What else would narrow the answer would make titles look as if they were not there. */
const Alone = (): PropertyDecorator =>
  ValidateBy({
    name: 'alone',
    validator: {
      validate: (_, context) => {
        const { ids: _ids, updatedSince: _since, limit: _limit, ...others } = context?.object as TitlesAsked;
        return Object.values(others).every((input) => input === undefined);
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

  @ApiPropertyOptional({ description: 'titles with this subject heading, as it stands in the record' })
  @Asked(300)
  subject?: string;

  @ApiPropertyOptional({ enum: MATERIAL_KINDS, description: 'titles of this kind of material' })
  @IsOptional()
  @IsIn(MATERIAL_KINDS)
  kind?: MaterialKind;

  @ApiPropertyOptional({ enum: READING_BANDS, description: 'titles marked for this band of grades' })
  @IsOptional()
  @IsIn(READING_BANDS)
  band?: ReadingBand;

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    maximum: 9,
    description: 'titles of this level of reading',
  })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(9)
  level?: number;

  @ApiPropertyOptional({ format: 'uuid', description: 'titles that bear this theme' })
  @IsOptional()
  @Id()
  theme?: string;

  @ApiPropertyOptional({
    format: 'uuid',
    description: 'titles with copies in this place, or in a place of it',
  })
  @IsOptional()
  @Id()
  locationId?: string;

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

/** What is shown of the titles that were found; one that was merged away meanwhile is found no more. */
export const pageOfFound = <View>(
  found: readonly { readonly id: string; readonly place: TitlePlace }[],
  limit: number,
  views: ReadonlyMap<string, View>,
): Page<View> => {
  const page = pageOf(
    found,
    limit,
    ({ id }) => views.get(id),
    ({ place }) => [place.stage, place.key, place.id],
  );
  return { ...page, items: page.items.filter((view) => view !== undefined) };
};
