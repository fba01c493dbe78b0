import { ApiProperty } from '@nestjs/swagger';
import { limits } from '@shulian/contracts/limits';
import { ListAsked } from '@shulian/service-kit';
import { IdAsked, IdOrNone, OneOfOrNone, shown, TextOrNull, Things, WholeOrNull, YesOfQuery, YesOrNone } from '@shulian/service-kit/fields'; // prettier-ignore
import { noteKinds, type NoteKind } from '../../reading-notes/rules/reading-note.js';
import { MOST_TENTHS } from '../contest-terms.http.js';

class NoteMarkAsked {
  @IdAsked('the reading note')
  noteId!: string;

  @WholeOrNull(0, MOST_TENTHS, 'tenths of a point, up to 100 points')
  tenths?: number | null;

  @TextOrNull(limits.remark)
  remark?: string | null;

  @YesOrNone('among the best: it takes part in the choice; left out or false: it does not')
  nominated?: boolean;
}
/** `PUT /contests/{id}/note-marks`: of the notes that are named; others stay as they are. */
export class NoteMarksAsked {
  @Things(NoteMarkAsked, 200)
  items!: NoteMarkAsked[];
}
export class NoteMarksView {
  @ApiProperty(shown.whole) marked!: number;
  @ApiProperty({ ...shown.whole, description: 'of these, how many take part in the choice now' })
  nominated!: number;
}

/** `GET /contests/{id}/note-marks` */
export class NoteMarksListAsked extends ListAsked {
  @IdOrNone('only of this class')
  classId?: string;

  @OneOfOrNone(noteKinds)
  kind?: NoteKind;

  @YesOfQuery('true: only what is marked, false: only what is not')
  marked?: boolean;
}
/** A reading note of the round with its mark. */
export class NoteMarkView {
  @ApiProperty(shown.id) noteId!: string;
  @ApiProperty(shown.id) readerId!: string;
  @ApiProperty(shown.idOrNull) classId!: string | null;
  @ApiProperty({ enum: noteKinds }) kind!: NoteKind;
  @ApiProperty() text!: string;
  @ApiProperty(shown.day) handedInOn!: string;
  @ApiProperty(shown.wholeOrNull) tenths!: number | null;
  @ApiProperty(shown.orNull) remark!: string | null;
  @ApiProperty() nominated!: boolean;
  @ApiProperty(shown.dayOrNull) markedOn!: string | null;
}
export class NoteMarksPage {
  @ApiProperty({ type: [NoteMarkView] }) items!: NoteMarkView[];
  @ApiProperty(shown.orNull) nextCursor!: string | null;
}
