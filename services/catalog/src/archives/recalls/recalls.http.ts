import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { limits } from '@shulian/contracts/limits';
import { Id, ListAsked } from '@shulian/service-kit';
import { IsIn, IsOptional } from 'class-validator';
import { SchoolAsked, TextOrNull, Whole } from '@shulian/service-kit/fields';
import { ArchiveYear, ClassOrNone } from '../files/archive-files.http.js';
import { ARCHIVE_CLASSES, type ArchiveClass } from '../rules/archive-file.js';

/** `POST /archive-reminders` */
export class ReminderAsked {
  @ApiProperty({ format: 'uuid' })
  @Id()
  unitId!: string;

  @Whole(1900, 2999, 'of the files that are called in')
  year!: number;

  @TextOrNull(limits.personName, 'who was reminded; the officer of the unit where left out')
  reminded?: string | null;

  @TextOrNull(limits.remark)
  note?: string | null;
}

/** `GET /archive-reminders`, `GET /archive-recalls` */
export class RecallsAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @ArchiveYear()
  year?: number;

  @ApiPropertyOptional({ format: 'uuid', description: 'of this unit' })
  @IsOptional()
  @Id()
  unitId?: string;
}
export class RemindersAsked extends RecallsAsked {}

/** `PUT /archive-expectations` */
export class ExpectationAsked {
  @SchoolAsked()
  schoolId?: string;

  @ApiProperty({ enum: ARCHIVE_CLASSES })
  @IsIn(ARCHIVE_CLASSES)
  class!: ArchiveClass;

  @Whole(1900, 2999)
  year!: number;

  @Whole(1, 1_000_000, 'files that there are, by the lists on paper')
  expected!: number;
}

/** `GET /archive-completion` */
export class CompletionAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @ClassOrNone()
  class?: ArchiveClass;
}

const orNull = { type: 'string', nullable: true } as const;
const whole = { type: 'integer' } as const;

export class ReminderView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) unitId!: string;
  @ApiProperty() unit!: string;
  @ApiProperty(whole) year!: number;
  @ApiProperty({ format: 'date' }) on!: string;
  @ApiProperty({ ...orNull, description: 'who was reminded' }) reminded!: string | null;
  @ApiProperty({ ...whole, description: 'that the unit had then' }) files!: number;
  @ApiProperty(orNull) note!: string | null;
}
export class RemindersPage {
  @ApiProperty({ type: [ReminderView] }) items!: ReminderView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
/** What a unit has of a year and what came of it (档案催收). */
export class RecallView {
  @ApiProperty({ format: 'uuid' }) unitId!: string;
  @ApiProperty() unit!: string;
  @ApiProperty(orNull) officer!: string | null;
  @ApiProperty(whole) year!: number;
  @ApiProperty({ ...whole, description: 'void and destroyed ones left out' }) files!: number;
  @ApiProperty(whole) withUnit!: number;
  @ApiProperty(whole) calledIn!: number;
  @ApiProperty(whole) received!: number;
  @ApiProperty(whole) filed!: number;
  @ApiProperty(whole) shelved!: number;
  @ApiProperty(whole) reminders!: number;
  @ApiProperty({ ...orNull, format: 'date' }) lastRemindedOn!: string | null;
  @ApiProperty(orNull) lastReminded!: string | null;
}
export class RecallsPage {
  @ApiProperty({ type: [RecallView] }) items!: RecallView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
/** How much of what there is was entered, in one class and year. */
export class CompletionView {
  @ApiProperty({ enum: ARCHIVE_CLASSES }) class!: ArchiveClass;
  @ApiProperty(whole) year!: number;
  @ApiProperty({ ...whole, nullable: true, description: 'null: nobody said how many there are' })
  expected!: number | null;
  @ApiProperty({ ...whole, description: 'void ones left out' }) entered!: number;
  @ApiProperty({ ...whole, nullable: true, description: 'still to enter, none below zero' }) toEnter!:
    number | null;
  @ApiProperty({ type: 'number', nullable: true, description: 'percent, to 1 decimal, rounded down' })
  percent!: number | null;
}
export class CompletionPage {
  @ApiProperty({ type: [CompletionView] }) items!: CompletionView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
