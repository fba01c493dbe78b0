import { ApiProperty } from '@nestjs/swagger';
import { limits } from '@shulian/contracts/limits';
import { Ids, ListAsked } from '@shulian/service-kit';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn } from 'class-validator';
import { DayOrNone, SchoolAsked, TextOrNull } from '@shulian/service-kit/fields';
import { ARCHIVE_STEPS, type ArchiveStep } from '../rules/archive-file.js';
import { BOX, IdOrNone } from './archive-files.http.js';

/** The files that are meant. */
class FilesMeant {
  @SchoolAsked()
  schoolId?: string;

  @ApiProperty({ type: 'array', items: { type: 'string', format: 'uuid' }, minItems: 1, maxItems: BOX })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(BOX)
  @Ids()
  fileIds!: string[];
}

/** `POST /archive-steps` */
export class ArchiveStepAsked extends FilesMeant {
  @ApiProperty({ enum: ARCHIVE_STEPS })
  @IsIn(ARCHIVE_STEPS)
  step!: Exclude<ArchiveStep, 'destroy'>;

  @TextOrNull(limits.location, 'of `shelve`, which needs one')
  place?: string | null;

  @TextOrNull(limits.documentNumber, 'of `hand-over`, which needs one: that of the transfer letter')
  documentNumber?: string | null;

  @TextOrNull(limits.schoolName, 'of `hand-over`: the school, office or grown-up that gets it')
  receiver?: string | null;

  @IdOrNone('of `hand-over`: the reader who gets it; one of the two is needed')
  readerId?: string | null;

  @TextOrNull(limits.remark, 'of `void` why, which it needs')
  note?: string | null;
}

/** `POST /archive-steps/undo`: takes the last step of each back. */
export class ArchiveUndoAsked extends FilesMeant {}

/** `GET /archive-handovers` */
export class HandoversAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @DayOrNone('of this day or later')
  from?: string;

  @DayOrNone('of this day or before')
  to?: string;
}

const orNull = { type: 'string', nullable: true } as const;
const idOrNull = { ...orNull, format: 'uuid' } as const;
const dayOrNull = { ...orNull, format: 'date' } as const;
const whole = { type: 'integer' } as const;

export class KeptFileView {
  @ApiProperty({ format: 'uuid' }) fileId!: string;
  @ApiProperty({ description: 'why it stays as it is' }) code!: string;
}
export class ArchiveStepsAnswer {
  @ApiProperty({ ...whole, description: 'files that took the step' }) moved!: number;
  @ApiProperty({ type: [KeptFileView] }) kept!: KeptFileView[];
}
/** A line of the register of files that went and came back (提档/退档). */
export class HandoverView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) fileId!: string;
  @ApiProperty({ description: '档号' }) code!: string;
  @ApiProperty() title!: string;
  @ApiProperty({ enum: ['hand-over', 'take-back'] }) step!: string;
  @ApiProperty({ format: 'date' }) on!: string;
  @ApiProperty(orNull) documentNumber!: string | null;
  @ApiProperty(orNull) receiver!: string | null;
  @ApiProperty(idOrNull) readerId!: string | null;
  @ApiProperty(orNull) note!: string | null;
  @ApiProperty({ ...dayOrNull, description: 'taken back as a mistake' }) undoneOn!: string | null;
}
export class HandoversPage {
  @ApiProperty({ type: [HandoverView] }) items!: HandoverView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
