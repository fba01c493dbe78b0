import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { limits } from '@shulian/contracts/limits';
import { Id, ListAsked, PageAsked } from '@shulian/service-kit';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import {
  DayOrNone,
  SchoolAsked,
  Text,
  TextOrNull,
  Things,
  Whole,
  WholeOrNull,
} from '@shulian/service-kit/fields';
import {
  ARCHIVE_CLASSES,
  ARCHIVE_STATES,
  FIRST_STATES,
  RETENTIONS,
  type ArchiveClass,
  type ArchiveState,
  type FirstState,
  type Retention,
} from '../rules/archive-file.js';

export const LONGEST = { title: 500, code: 60, unit: 100, scope: 200, contact: 200 } as const;
/** Files in one call: a box. */
export const BOX = 200;

/** A year of an archive in a query; may be left out. */
export const ArchiveYear = (): PropertyDecorator => (target, key) => {
  ApiPropertyOptional({ type: 'integer', minimum: 1900, maximum: 2999 })(target, key);
  IsOptional()(target, key);
  Type(() => Number)(target, key);
  IsInt()(target, key);
  Min(1900)(target, key);
  Max(2999)(target, key);
};
export const ClassOrNone = (): PropertyDecorator => (target, key) => {
  ApiPropertyOptional({ enum: ARCHIVE_CLASSES })(target, key);
  IsOptional()(target, key);
  IsIn(ARCHIVE_CLASSES)(target, key);
};
export const IdOrNone =
  (description: string): PropertyDecorator =>
  (target, key) => {
    ApiPropertyOptional({ format: 'uuid', nullable: true, description })(target, key);
    IsOptional()(target, key);
    Id()(target, key);
  };

/** What is said of a file besides its class, year and number. */
class WordsOfFile {
  @IdOrNone('the unit from which it comes')
  unitId?: string | null;

  @IdOrNone('its line of the scope of filing, which says how long it is kept')
  scopeId?: string | null;

  @IdOrNone('the pupil or teacher of whom it is, where he is a reader')
  readerId?: string | null;

  @WholeOrNull(1, 100_000)
  pages?: number | null;

  @TextOrNull(limits.remark)
  note?: string | null;
}

export class ArchiveFileAsked extends WordsOfFile {
  @ApiProperty({ enum: ARCHIVE_CLASSES })
  @IsIn(ARCHIVE_CLASSES)
  class!: ArchiveClass;

  @Whole(1900, 2999, 'to which it belongs')
  year!: number;

  @Text(LONGEST.title, 'of a pupil’s file it may name the pupil: only those who keep the archive read it')
  title!: string;

  @TextOrNull(LONGEST.code, 'its 档号 where it has one; otherwise one is made of class, year and number')
  code?: string | null;

  @ApiPropertyOptional({ enum: RETENTIONS, description: 'that of its scope where left out' })
  @IsOptional()
  @IsIn(RETENTIONS)
  retention?: Retention;

  @ApiPropertyOptional({ enum: FIRST_STATES, default: 'received', description: 'where it is found' })
  @IsOptional()
  @IsIn(FIRST_STATES)
  state?: FirstState;

  @DayOrNone('when it was filed; today where left out of one that is filed or on the shelf')
  filedOn?: string;

  @TextOrNull(limits.location, 'where it stands')
  place?: string | null;
}

/** `POST /archive-files` */
export class ArchiveFilesAsked {
  @SchoolAsked()
  schoolId?: string;

  @Things(ArchiveFileAsked, BOX)
  items!: ArchiveFileAsked[];
}

/** `PATCH /archive-files/{id}`: what is left out stays, null empties. */
export class ArchiveFileChangeAsked extends WordsOfFile {
  @TextOrNull(LONGEST.title, 'is never empty: null stays as it was')
  title?: string | null;

  @ApiPropertyOptional({ enum: RETENTIONS })
  @IsOptional()
  @IsIn(RETENTIONS)
  retention?: Retention;
}

/** `GET /archive-files` */
export class ArchiveFilesListAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @ClassOrNone()
  class?: ArchiveClass;

  @ArchiveYear()
  year?: number;

  @IdOrNone('of this unit')
  unitId?: string;

  @ApiPropertyOptional({ enum: ARCHIVE_STATES })
  @IsOptional()
  @IsIn(ARCHIVE_STATES)
  state?: ArchiveState;
}

/** `POST /archive-files/search`: what is looked for may be the name of a pupil, which belongs in no URL. */
export class ArchiveSearchAsked extends PageAsked {
  @SchoolAsked()
  schoolId?: string;

  @Text(100, 'words of the title, the code, or its beginning')
  q!: string;

  @ClassOrNone()
  class?: ArchiveClass;

  @ArchiveYear()
  year?: number;

  @ApiPropertyOptional({ enum: ARCHIVE_STATES })
  @IsOptional()
  @IsIn(ARCHIVE_STATES)
  state?: ArchiveState;
}

const orNull = { type: 'string', nullable: true } as const;
const idOrNull = { ...orNull, format: 'uuid' } as const;
const dayOrNull = { ...orNull, format: 'date' } as const;
const whole = { type: 'integer' } as const;

export class ArchiveFileView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty(whole) version!: number;
  @ApiProperty({ format: 'uuid' }) schoolId!: string;
  @ApiProperty(idOrNull) unitId!: string | null;
  @ApiProperty(orNull) unit!: string | null;
  @ApiProperty({ enum: ARCHIVE_CLASSES }) class!: ArchiveClass;
  @ApiProperty(whole) year!: number;
  @ApiProperty({ ...whole, description: 'without gaps in a school, class and year' }) number!: number;
  @ApiProperty({ description: '档号' }) code!: string;
  @ApiProperty() title!: string;
  @ApiProperty(idOrNull) readerId!: string | null;
  @ApiProperty({ ...whole, nullable: true }) pages!: number | null;
  @ApiProperty(idOrNull) scopeId!: string | null;
  @ApiProperty(orNull) scope!: string | null;
  @ApiProperty({ enum: RETENTIONS }) retention!: Retention;
  @ApiProperty({ enum: ARCHIVE_STATES }) state!: ArchiveState;
  @ApiProperty(dayOrNull) filedOn!: string | null;
  @ApiProperty(orNull) place!: string | null;
  @ApiProperty(orNull) note!: string | null;
  @ApiProperty({ format: 'date' }) enteredOn!: string;
}
export class ArchiveFilesPage {
  @ApiProperty({ type: [ArchiveFileView] }) items!: ArchiveFileView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
export class ArchiveFilesEntered {
  @ApiProperty({ type: [ArchiveFileView], description: 'in the order of the request' })
  items!: ArchiveFileView[];
}
