import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Id, ListAsked } from '@shulian/service-kit';
import { IsObject, IsOptional, Matches, MaxLength } from 'class-validator';
import {
  Code,
  CodeOrNone,
  DayOrNone,
  SchoolAsked,
  Text,
  TextOrNull,
  YesOfQuery,
  YesOrNone,
} from '@shulian/service-kit/fields';
import type { Said } from './rules/entry-values.js';

const orNull = { type: 'string', nullable: true } as const;
const idOrNull = { ...orNull, format: 'uuid' } as const;
const whole = { type: 'integer' } as const;
const values = {
  type: 'object',
  additionalProperties: true,
  description:
    'by the keys of the form: texts, numbers, true or false, days, times, codes, ids, lists of them',
} as const;

/** `POST /logbook-entries` */
export class EntryAsked {
  @SchoolAsked()
  schoolId?: string;

  @Code('of the logbook')
  logbook!: string;

  @DayOrNone('of what it tells; today where left out')
  happenedOn?: string;

  @ApiProperty(values)
  @IsObject()
  values!: Record<string, unknown>;

  @ApiPropertyOptional({
    format: 'uuid',
    description: 'whose words they are, where somebody else enters them',
  })
  @IsOptional()
  @Id()
  readerId?: string;
}

/** `POST /logbook-entries/{id}/corrections` */
export class CorrectionAsked {
  @Text(200, 'why it is corrected')
  why!: string;

  @ApiPropertyOptional({
    ...values,
    description: 'what stands in its place; left out: the entry is struck out',
  })
  @IsOptional()
  @IsObject()
  values?: Record<string, unknown>;

  @DayOrNone('as of the entry where left out')
  happenedOn?: string;
}

/** `POST /logbook-entries/{id}/signature` */
export class SignatureAsked {
  @YesOrNone('false takes the own signature back', true)
  signed: boolean = true;
}

/** `POST /logbook-entries/{id}/follow-ups` */
export class FollowUpAsked {
  @Code('one of the form’s')
  status!: string;

  @TextOrNull(2_000, 'the answer, or what was done')
  words?: string | null;
}

/** `GET /logbook-entries` */
export class EntriesAsked extends ListAsked {
  @ApiPropertyOptional({ format: 'uuid', description: 'left out: the own one; the county office sees all' })
  @IsOptional()
  @Id()
  schoolId?: string;

  @Code('of the logbook')
  logbook!: string;

  @DayOrNone('on this day or later')
  from?: string;

  @DayOrNone('on this day or before')
  to?: string;

  @CodeOrNone('only in this status')
  status?: string;

  @YesOfQuery('true: only what is settled, false: only what is not')
  settled?: boolean;

  @YesOfQuery('true: only what is signed, false: only what is not')
  signed?: boolean;

  @YesOfQuery('false: without what was corrected or struck out')
  corrected?: boolean;

  @CodeOrNone('a field that has to be so')
  field?: string;

  @ApiPropertyOptional({
    type: 'string',
    maxLength: 60,
    description: 'of the field: a code, an id, a room, true or false',
  })
  @IsOptional()
  @MaxLength(60)
  @Matches(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\p{Cs}]*$/u)
  value?: string;
}

/** What was written into a logbook. */
export class EntryView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) schoolId!: string;
  @ApiProperty() logbook!: string;
  @ApiProperty({ ...whole, description: 'of the form it was written in' }) formVersion!: number;
  @ApiProperty({ ...whole, description: 'in the logbook of the school, without gaps' }) number!: number;
  @ApiProperty({ format: 'date' }) happenedOn!: string;
  @ApiProperty({ format: 'date' }) writtenOn!: string;
  @ApiProperty({ ...orNull, description: 'account or client; null: nobody is to know' }) writtenBy!:
    string | null;
  @ApiProperty({ ...idOrNull, description: 'whose words they are, or whom it is about' }) readerId!:
    string | null;
  @ApiProperty(idOrNull) classId!: string | null;
  @ApiProperty(values) values!: Said;
  @ApiProperty(orNull) status!: string | null;
  @ApiProperty({ ...orNull, format: 'date-time' }) settledAt!: string | null;
  @ApiProperty({ ...orNull, description: 'of the last follow-up' }) answer!: string | null;
  @ApiProperty({ ...idOrNull, description: 'the entry it corrects' }) corrects!: string | null;
  @ApiProperty(orNull) why!: string | null;
  @ApiProperty({ description: 'strikes out what it corrects' }) strikes!: boolean;
  @ApiProperty({ description: 'another one stands in its place, or struck it out' }) superseded!: boolean;
  @ApiProperty({ ...orNull, format: 'date' }) signedOn!: string | null;
  @ApiProperty(orNull) signedBy!: string | null;
  @ApiProperty({ ...whole, description: 'kept with it' }) files!: number;
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string' },
    description: 'by ids in the values: what classes and titles are called, numbers of entries',
  })
  names?: Record<string, string>;
}
export class EntriesPage {
  @ApiProperty({ type: [EntryView] }) items!: EntryView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}

/** A step of what became of an entry. */
export class FollowUpView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'date-time' }) writtenAt!: string;
  @ApiProperty({ description: 'account or client' }) writtenBy!: string;
  @ApiProperty() status!: string;
  @ApiProperty(orNull) words!: string | null;
}
export class EntryFileView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() name!: string;
  @ApiProperty() mediaType!: string;
  @ApiProperty({ ...whole, description: 'bytes' }) size!: number;
  @ApiProperty({ format: 'date' }) addedOn!: string;
}
/** An entry with what became of it. */
export class WholeEntryView extends EntryView {
  @ApiProperty({ ...idOrNull, description: 'the entry that corrects it' }) correctedBy!: string | null;
  @ApiProperty({ type: [FollowUpView] }) followUps!: FollowUpView[];
  @ApiProperty({ type: [EntryFileView] }) evidence!: EntryFileView[];
}

/** `POST /logbook-entries/{id}/files`, multipart/form-data */
export class EntryFileSent {
  @ApiProperty({
    type: 'string',
    format: 'binary',
    description: 'a JPEG, PNG or WebP picture, a PDF or an Office document, at most 10 MB',
  })
  file!: unknown;
}
/** `POST /logbook-entries/{id}/files` */
export class EntryFileAsked {
  @Text(60, 'what it is called')
  name!: string;
}
