import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { limits } from '@shulian/contracts/limits';
import { Id, ListAsked } from '@shulian/service-kit';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsOptional,
  IsString,
  MaxLength,
} from 'class-validator';
import { Asked } from '@shulian/service-kit/fields';
import { IdOrNull, SchoolAsked } from './locations.http.js';
import { MOST_MOVED } from './rules/copy-move.js';

/** `POST /copy-moves` and its preview. Which copies: by barcodes, or what stands in a place, in a stretch of the shelf, or both. */
export class CopyMoveAsked {
  @SchoolAsked()
  schoolId?: string;

  @IdOrNull('where they go; null: nowhere, until somebody places them')
  toId?: string | null;

  @ApiPropertyOptional({ type: [String], minItems: 1, maxItems: MOST_MOVED, description: 'as scanned' })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_MOVED)
  @IsString({ each: true })
  @MaxLength(60, { each: true })
  barcodes?: string[];

  @ApiPropertyOptional({
    maxLength: limits.callNumber,
    description: 'first call number of a stretch, in filing order',
  })
  @Asked(limits.callNumber)
  fromCallNumber?: string;

  @ApiPropertyOptional({
    maxLength: limits.callNumber,
    description: 'last one; all that begins with it is in the stretch: I287 ends after I287.47/3',
  })
  @Asked(limits.callNumber)
  toCallNumber?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'only what stands in this place or below it' })
  @IsOptional()
  @Id()
  standsIn?: string;

  @ApiPropertyOptional({ default: false, description: 'although a place is full then' })
  @IsOptional()
  @IsBoolean()
  evenIfFull: boolean = false;
}

/** `GET /copy-moves` */
export class MovesAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;
}

const orNull = { type: 'string', nullable: true } as const;
const whole = { type: 'integer' } as const;

export class MoveOrigin {
  @ApiProperty({ ...orNull, format: 'uuid', description: 'null: placed nowhere' }) fromId!: string | null;
  @ApiProperty(orNull) fromPath!: string | null;
  @ApiProperty(whole) volumes!: number;
  @ApiProperty({ ...whole, description: 'of these not on the shelf now: their new place waits for them' })
  onLoan!: number;
}

class MoveReason {
  @ApiProperty() code!: string;
  @ApiProperty({ enum: ['deny', 'confirm', 'warn'] }) severity!: string;
  @ApiProperty() overridable!: boolean;
  @ApiPropertyOptional({ type: 'object', additionalProperties: true }) facts?: object;
}

export class MovePreview {
  @ApiProperty({ ...orNull, format: 'uuid' }) toId!: string | null;
  @ApiProperty(orNull) toPath!: string | null;
  @ApiProperty({ ...whole, description: 'copies that were found' }) chosen!: number;
  @ApiProperty(whole) moving!: number;
  @ApiProperty(whole) alreadyThere!: number;
  @ApiProperty({ type: [String] }) unknownBarcodes!: string[];
  @ApiProperty({ type: [MoveOrigin], description: 'where those that move stand now' }) origins!: MoveOrigin[];
  @ApiProperty({ type: [MoveReason], description: 'why it would be refused; empty: it would be done' })
  reasons!: MoveReason[];
}

export class MoveView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) schoolId!: string;
  @ApiProperty({ ...whole, description: 'running number in the school' }) number!: number;
  @ApiProperty({ ...orNull, format: 'uuid' }) toId!: string | null;
  @ApiProperty(orNull) toPath!: string | null;
  @ApiProperty(whole) volumes!: number;
  @ApiProperty({ format: 'date-time' }) movedAt!: string;
  @ApiProperty({ description: 'account or client that did it' }) by!: string;
  @ApiProperty({ ...orNull, format: 'date-time' }) undoneAt!: string | null;
  @ApiProperty(orNull) undoneBy!: string | null;
}

export class MovesPage {
  @ApiProperty({ type: [MoveView] }) items!: MoveView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
