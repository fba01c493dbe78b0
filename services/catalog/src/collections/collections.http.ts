import { ApiProperty, ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import { limits } from '@shulian/contracts/limits';
import { COPY_KINDS, type CopyKind } from '@shulian/contracts/words';
import { Id, ListAsked } from '@shulian/service-kit';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  MaxLength,
} from 'class-validator';
import { Asked, SchoolAsked, Text, TextOrNull } from '@shulian/service-kit/fields';
import { COLLECTION_KINDS, type CollectionKind } from './rules/collection.js';

const orNull = { type: 'string', nullable: true } as const;
const whole = { type: 'integer' } as const;

/** `POST /collections` */
export class CollectionAsked {
  @SchoolAsked()
  schoolId?: string;

  @ApiProperty({ enum: COLLECTION_KINDS })
  @IsIn(COLLECTION_KINDS)
  kind!: CollectionKind;

  @Text(limits.groupName)
  name!: string;

  @ApiPropertyOptional({ ...orNull, format: 'uuid', description: 'where it stands' })
  @IsOptional()
  @Id()
  locationId?: string | null;

  @TextOrNull(limits.remark)
  note?: string | null;
}

class WordsOfCollection {
  @Text(limits.groupName)
  name!: string;
}

/** `PATCH /collections/{id}`: what is left out stays, null empties. */
export class CollectionChange extends PartialType(WordsOfCollection) {
  @ApiPropertyOptional({ enum: COLLECTION_KINDS })
  @IsOptional()
  @IsIn(COLLECTION_KINDS)
  kind?: CollectionKind;

  @ApiPropertyOptional({ ...orNull, format: 'uuid' })
  @IsOptional()
  @Id()
  locationId?: string | null;

  @TextOrNull(limits.remark)
  note?: string | null;

  @ApiPropertyOptional({ description: 'an empty collection only' })
  @IsOptional()
  @IsBoolean()
  closed?: boolean;
}

export class CollectionsAsked extends ListAsked {
  @ApiProperty({ format: 'uuid' })
  @Id()
  schoolId!: string;

  @ApiPropertyOptional({ enum: COLLECTION_KINDS })
  @IsOptional()
  @IsIn(COLLECTION_KINDS)
  kind?: CollectionKind;
}

/** `POST /collection-changes` and its preview. Which copies: by barcodes, or all that fit the filter. */
export class CollectionChangeAsked {
  @SchoolAsked()
  schoolId?: string;

  @ApiPropertyOptional({ ...orNull, format: 'uuid', description: 'the collection; null: out of theirs' })
  @IsOptional()
  @Id()
  toId?: string | null;

  @ApiPropertyOptional({
    type: [String],
    minItems: 1,
    maxItems: limits.chosenAtOnce,
    description: 'as scanned',
  })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(limits.chosenAtOnce)
  @IsString({ each: true })
  @MaxLength(60, { each: true })
  barcodes?: string[];

  @ApiPropertyOptional({ enum: COPY_KINDS, description: 'copies of this kind: `reference` for tool books' })
  @IsOptional()
  @IsIn(COPY_KINDS)
  kind?: CopyKind;

  @ApiPropertyOptional({ maxLength: limits.clc, description: 'copies whose class begins so' })
  @Asked(limits.clc)
  clc?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'copies in this place or below it' })
  @IsOptional()
  @Id()
  standsIn?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'copies of titles that bear this theme of reading' })
  @IsOptional()
  @Id()
  theme?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'copies that are in this collection now' })
  @IsOptional()
  @Id()
  inCollection?: string;
}

export class CollectionView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty(whole) version!: number;
  @ApiProperty({ format: 'uuid' }) schoolId!: string;
  @ApiProperty({ enum: COLLECTION_KINDS }) kind!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ ...orNull, format: 'uuid' }) locationId!: string | null;
  @ApiProperty(orNull) location!: string | null;
  @ApiProperty(orNull) note!: string | null;
  @ApiProperty() closed!: boolean;
  @ApiProperty(whole) titles!: number;
  @ApiProperty(whole) volumes!: number;
  @ApiProperty({ ...whole, description: 'fen' }) fen!: number;
}
export class CollectionsPage {
  @ApiProperty({ type: [CollectionView] }) items!: CollectionView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}

export class CollectedCopyView {
  @ApiProperty({ format: 'uuid' }) copyId!: string;
  @ApiProperty({ format: 'uuid' }) titleId!: string;
  @ApiProperty() title!: string;
  @ApiProperty({ type: [String] }) contributors!: readonly string[];
  @ApiProperty(orNull) publisher!: string | null;
  @ApiProperty({ ...whole, nullable: true }) publishedYear!: number | null;
  @ApiProperty(orNull) callNumber!: string | null;
  @ApiProperty() barcode!: string;
  @ApiProperty({ description: 'stock state, or where it is lent' }) status!: string;
  @ApiProperty(orNull) location!: string | null;
}
export class CollectedCopiesPage {
  @ApiProperty({ type: [CollectedCopyView] }) items!: CollectedCopyView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}

export class CollectionOrigin {
  @ApiProperty({ ...orNull, format: 'uuid', description: 'null: in no collection' }) fromId!: string | null;
  @ApiProperty(orNull) fromName!: string | null;
  @ApiProperty(whole) volumes!: number;
}
class CollectionReason {
  @ApiProperty() code!: string;
  @ApiProperty({ enum: ['deny', 'confirm', 'warn'] }) severity!: string;
  @ApiProperty() overridable!: boolean;
  @ApiPropertyOptional({ type: 'object', additionalProperties: true }) facts?: object;
}
export class CollectionPreview {
  @ApiProperty({ ...orNull, format: 'uuid' }) toId!: string | null;
  @ApiProperty(orNull) toName!: string | null;
  @ApiProperty({ ...whole, description: 'copies that were found' }) chosen!: number;
  @ApiProperty(whole) changing!: number;
  @ApiProperty({ type: [String] }) unknownBarcodes!: string[];
  @ApiProperty({ type: [CollectionOrigin] }) origins!: CollectionOrigin[];
  @ApiProperty({ type: [CollectionReason], description: 'why it would be refused; empty: it would be done' })
  reasons!: CollectionReason[];
}
export class CollectionChangeView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) schoolId!: string;
  @ApiProperty({ ...orNull, format: 'uuid', description: 'null: taken out' }) toId!: string | null;
  @ApiProperty(orNull) toName!: string | null;
  @ApiProperty(whole) volumes!: number;
  @ApiProperty({ format: 'date-time' }) changedAt!: string;
  @ApiProperty({ description: 'account or client' }) by!: string;
  @ApiProperty({ ...orNull, format: 'date-time' }) undoneAt!: string | null;
}
export class CollectionChangesPage {
  @ApiProperty({ type: [CollectionChangeView] }) items!: CollectionChangeView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
export class CollectionChangesAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;
}
