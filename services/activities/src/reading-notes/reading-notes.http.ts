import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsIn, IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import type {
  CalendarDay,
  ReaderId,
  ReadingNoteId,
  SchoolClassId,
  SchoolId,
  TitleId,
} from '@shulian/contracts/ids';
import { Id, PageAsked } from '@shulian/service-kit';
import { OneOfOrNone } from '@shulian/service-kit/fields';
import { noteKinds, sortedAs, type NoteKind, type ReadingNote, type SortedAs } from './rules/reading-note.js';

export class ReadingNoteAsked {
  @ApiPropertyOptional({ format: 'uuid', description: 'left out by a reader, who hands in the own note' })
  @IsOptional()
  @Id()
  readerId?: ReaderId;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @Id()
  titleId?: TitleId;

  @ApiPropertyOptional({ enum: noteKinds, default: 'note' })
  @IsOptional()
  @IsIn(noteKinds)
  kind: NoteKind = 'note';

  @ApiProperty({ minLength: 1, maxLength: 20_000 })
  @Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' ? value.trim().replaceAll('\0', '') : value,
  )
  @IsString()
  @MinLength(1)
  @MaxLength(20_000)
  text!: string;

  @OneOfOrNone(sortedAs, 'of an excerpt or a card: what it is about')
  sortedAs?: SortedAs;
}

export class ReadingNotesAsked extends PageAsked {
  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @Id()
  schoolId?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @Id()
  classId?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @Id()
  readerId?: string;

  @ApiPropertyOptional({ enum: ['handed-in', 'accepted'] })
  @IsOptional()
  @IsIn(['handed-in', 'accepted'])
  status?: 'handed-in' | 'accepted';
}

export class ReadingNoteView {
  @ApiProperty({ format: 'uuid' })
  id!: ReadingNoteId;
  @ApiProperty({ format: 'uuid' })
  readerId!: ReaderId;
  @ApiProperty({ format: 'uuid' })
  schoolId!: SchoolId;
  @ApiProperty({ format: 'uuid', nullable: true, type: String })
  classId!: SchoolClassId | null;
  @ApiProperty({ format: 'uuid', nullable: true, type: String })
  titleId!: TitleId | null;
  @ApiProperty({ enum: noteKinds })
  kind!: NoteKind;
  @ApiProperty()
  text!: string;
  @ApiProperty({ enum: [...sortedAs, null], nullable: true, type: String })
  sortedAs!: SortedAs | null;
  @ApiProperty({ enum: ['handed-in', 'accepted'] })
  status!: 'handed-in' | 'accepted';
  @ApiProperty({ format: 'date' })
  handedInOn!: CalendarDay;
  @ApiProperty({ format: 'date', nullable: true, type: String })
  acceptedOn!: CalendarDay | null;
}

export class ReadingNotesPage {
  @ApiProperty({ type: [ReadingNoteView] })
  items!: ReadingNoteView[];
  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

export const toView = (note: ReadingNote): ReadingNoteView => ({
  id: note.id,
  readerId: note.readerId,
  schoolId: note.schoolId,
  classId: note.classId,
  titleId: note.titleId,
  kind: note.kind,
  text: note.text,
  sortedAs: note.sortedAs,
  status: note.state.is,
  handedInOn: note.handedInOn,
  acceptedOn: note.state.is === 'accepted' ? note.state.on : null,
});
