import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { limits } from '@shulian/contracts/limits';
import { Ids, ListAsked } from '@shulian/service-kit';
import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  Max,
  Min,
} from 'class-validator';
import { ManifestView } from '../block-loans/block-manifests.http.js';
import { BorrowerView } from '../desk/loan.http.js';
import { DayOrNone, IdOrNone, SchoolAsked, Text, TextOrNull } from '@shulian/service-kit/fields';
import { Barcodes, MOST_OF_BLOCK } from '../barcodes.http.js';

const orNull = { type: 'string', nullable: true } as const;
const whole = { type: 'integer' } as const;
const MOST_CLASSES = 100;

/** Of a class (CIR-069), the mobile book house of a hundred (CIR-070), on a theme (CIR-074), for the study of the staff (CIR-021). */
export const BOX_KINDS = ['box', 'mobile', 'series', 'study-set'] as const;
export type BoxKind = (typeof BOX_KINDS)[number];
/** Copies for each class. */
export const USUAL_SIZE = 100;

const Size = (): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({
      ...whole,
      minimum: 1,
      maximum: MOST_OF_BLOCK,
      description: 'copies it should hold; 100 if not said',
    }),
    IsOptional(),
    IsInt(),
    Min(1),
    Max(MOST_OF_BLOCK),
  );
const Route = (): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({
      type: 'array',
      items: { type: 'string', format: 'uuid' },
      maxItems: MOST_CLASSES,
      description: 'classes it goes round, in their order',
    }),
    IsOptional(),
    IsArray(),
    ArrayMaxSize(MOST_CLASSES),
    ArrayUnique(),
    Ids(),
  );

/** `POST /book-boxes` */
export class BoxAsked {
  @SchoolAsked()
  schoolId?: string;

  @ApiProperty({ enum: BOX_KINDS })
  @IsIn(BOX_KINDS)
  kind!: BoxKind;

  @Text(limits.groupName)
  name!: string;

  @TextOrNull(limits.groupName, 'as 我爱科技')
  theme?: string | null;

  @Size()
  size?: number;

  @Route()
  route?: string[];
}

/** `PATCH /book-boxes/{id}` */
export class BoxChange {
  @ApiPropertyOptional({ type: 'string', minLength: 1, maxLength: limits.groupName })
  @IsOptional()
  @Text(limits.groupName)
  name?: string;

  @TextOrNull(limits.groupName)
  theme?: string | null;

  @Size()
  size?: number;

  @Route()
  route?: string[];

  @ApiPropertyOptional({
    type: 'boolean',
    description: 'a box that is in the library, with nothing in it, may be closed',
  })
  @IsOptional()
  @IsBoolean()
  closed?: boolean;
}

/** `GET /book-boxes` */
export class BoxesAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @ApiPropertyOptional({ enum: BOX_KINDS })
  @IsOptional()
  @IsIn(BOX_KINDS)
  kind?: BoxKind;

  @IdOrNone('the class that has it now')
  classId?: string;

  @ApiPropertyOptional({ type: 'boolean', description: 'closed ones, too' })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  closed?: boolean;
}

/** `POST /book-boxes/{id}/copies` and `…/removals` */
export class PackingAsked {
  @Barcodes('in the order they are packed')
  copyBarcodes!: string[];
}

/** `POST /book-boxes/{id}/journeys`: to a class or a reader; the next class of its round where neither is named. */
export class JourneyAsked {
  @IdOrNone('the class that gets it')
  classId?: string;

  @IdOrNone('the teacher who answers for a set')
  readerId?: string;

  @DayOrNone('when it is due; the end of the term if not said')
  dueOn?: string;

  @TextOrNull(limits.locationName, 'office, group or classroom')
  place?: string | null;

  @TextOrNull(limits.remark)
  note?: string | null;
}

/** A copy that belongs to a box. */
export class BoxCopy {
  @ApiProperty({ format: 'uuid' }) copyId!: string;
  @ApiProperty(orNull) copyBarcode!: string | null;
  @ApiProperty(orNull) title!: string | null;
  @ApiProperty(orNull) callNumber!: string | null;
  @ApiProperty({ description: 'whether it is where the box is' }) inBox!: boolean;
  @ApiProperty({ description: 'else: where it is, as the desk knows it' }) lendingState!: string;
  @ApiProperty({ description: 'and the catalogue' }) stockState!: string;
}
export class BoxCopiesPage {
  @ApiProperty({ type: [BoxCopy] }) items!: BoxCopy[];
  @ApiProperty(orNull) nextCursor!: string | null;
}

export class BoxView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) schoolId!: string;
  @ApiProperty({ enum: BOX_KINDS }) kind!: BoxKind;
  @ApiProperty() name!: string;
  @ApiProperty(orNull) theme!: string | null;
  @ApiProperty({ ...whole, description: 'copies that belong to it' }) copies!: number;
  @ApiProperty({ ...whole, description: 'copies it should hold' }) size!: number;
  @ApiProperty({ type: [String] }) route!: string[];
  @ApiProperty({ type: () => BorrowerView, nullable: true, description: 'who has it; null: the library' })
  holder!: BorrowerView | null;
  @ApiProperty({ ...orNull, format: 'uuid' }) readerId!: string | null;
  @ApiProperty({ ...orNull, format: 'uuid', description: 'the document it went by' }) manifestId!:
    string | null;
  @ApiProperty({ ...orNull, format: 'date' }) since!: string | null;
  @ApiProperty({ ...orNull, format: 'date' }) dueOn!: string | null;
  @ApiProperty({ ...orNull, format: 'uuid', description: 'the class it goes to next on its round' })
  nextClassId!: string | null;
  @ApiProperty() closed!: boolean;
  @ApiProperty(whole) version!: number;
}
export class BoxesPage {
  @ApiProperty({ type: [BoxView] }) items!: BoxView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}

export class JourneyView {
  @ApiProperty({ type: BoxView }) box!: BoxView;
  @ApiProperty({ type: ManifestView }) manifest!: ManifestView;
  @ApiProperty({ type: [BoxCopy], description: 'belong to the box and could not go along' })
  leftOut!: BoxCopy[];
}
