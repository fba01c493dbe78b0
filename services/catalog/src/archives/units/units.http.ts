import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { limits } from '@shulian/contracts/limits';
import { ListAsked } from '@shulian/service-kit';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsOptional, ValidateNested } from 'class-validator';
import { DayOrNone, SchoolAsked, Text, TextOrNull } from '@shulian/service-kit/fields';
import { ArchiveYear, ClassOrNone, LONGEST } from '../files/archive-files.http.js';
import { ARCHIVE_CLASSES, RETENTIONS, type ArchiveClass, type Retention } from '../rules/archive-file.js';

/** Things to be looked at before a unit files. */
const MOST_ITEMS = 60;

class WordsOfUnit {
  @TextOrNull(limits.personName, 'who files for the unit: full-time or part-time archive officer')
  officer?: string | null;

  @TextOrNull(LONGEST.contact, 'how the officer is reached')
  contact?: string | null;
}

/** `POST /archive-units` */
export class UnitAsked extends WordsOfUnit {
  @SchoolAsked()
  schoolId?: string;

  @Text(LONGEST.unit, '教务处')
  name!: string;
}

/** `PATCH /archive-units/{id}`: what is left out stays, null empties. */
export class UnitChangeAsked extends WordsOfUnit {
  @TextOrNull(LONGEST.unit, 'is never empty: null stays as it was')
  name?: string | null;

  @ApiPropertyOptional({ description: 'hands in no more' })
  @IsOptional()
  @IsBoolean()
  closed?: boolean;
}

class IntakeItemAsked {
  @Text(200, 'what is to be handed in, or seen to before')
  name!: string;

  @DayOrNone('when it was done; left out: not yet')
  doneOn?: string;
}

/** `PUT /archive-units/{id}/intakes/{year}` */
export class IntakeAsked {
  @ApiProperty({ type: [IntakeItemAsked], maxItems: MOST_ITEMS, description: 'all of them, in their order' })
  @IsArray()
  @ArrayMaxSize(MOST_ITEMS)
  @ValidateNested({ each: true })
  @Type(() => IntakeItemAsked)
  items!: IntakeItemAsked[];
}

/** `GET /archive-units`, `GET /archive-intakes` */
export class UnitsAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;
}
export class IntakesAsked extends UnitsAsked {
  @ArchiveYear()
  year?: number;
}

/** `PUT /archive-scopes` */
export class ScopeAsked {
  @SchoolAsked()
  schoolId?: string;

  @ApiProperty({ enum: ARCHIVE_CLASSES })
  @IsIn(ARCHIVE_CLASSES)
  class!: ArchiveClass;

  @Text(LONGEST.scope, '会议纪要')
  name!: string;

  @ApiProperty({ enum: RETENTIONS })
  @IsIn(RETENTIONS)
  retention!: Retention;

  @ApiPropertyOptional({ default: false, description: 'nothing more is filed under it' })
  @IsOptional()
  @IsBoolean()
  closed?: boolean;
}

/** `GET /archive-scopes` */
export class ScopesAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @ClassOrNone()
  class?: ArchiveClass;
}

const orNull = { type: 'string', nullable: true } as const;
const whole = { type: 'integer' } as const;

export class UnitView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty(whole) version!: number;
  @ApiProperty({ format: 'uuid' }) schoolId!: string;
  @ApiProperty() name!: string;
  @ApiProperty(orNull) officer!: string | null;
  @ApiProperty(orNull) contact!: string | null;
  @ApiProperty() closed!: boolean;
}
export class UnitsPage {
  @ApiProperty({ type: [UnitView] }) items!: UnitView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
export class IntakeItemView {
  @ApiProperty() name!: string;
  @ApiProperty({ ...orNull, format: 'date' }) doneOn!: string | null;
}
export class IntakeView {
  @ApiProperty({ format: 'uuid' }) unitId!: string;
  @ApiProperty() unit!: string;
  @ApiProperty(orNull) officer!: string | null;
  @ApiProperty(whole) year!: number;
  @ApiProperty({ type: [IntakeItemView] }) items!: IntakeItemView[];
  @ApiProperty({ ...whole, description: 'items that are done' }) done!: number;
  @ApiProperty({ format: 'date' }) changedOn!: string;
}
export class IntakesPage {
  @ApiProperty({ type: [IntakeView] }) items!: IntakeView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
export class ScopeView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) schoolId!: string;
  @ApiProperty({ enum: ARCHIVE_CLASSES }) class!: ArchiveClass;
  @ApiProperty() name!: string;
  @ApiProperty({ enum: RETENTIONS }) retention!: Retention;
  @ApiProperty() closed!: boolean;
}
export class ScopesPage {
  @ApiProperty({ type: [ScopeView] }) items!: ScopeView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
