import { ApiProperty } from '@nestjs/swagger';
import { ListAsked } from '@shulian/service-kit';
import { IdAsked, shown } from '@shulian/service-kit/fields';
import { noteKinds, type NoteKind } from '../../reading-notes/rules/reading-note.js';

/** `GET /contests/{id}/participation` */
export class ParticipationAsked extends ListAsked {}

/** How many pupils of a class took part; of a round of notes also by kind. The last line is of all classes. */
export class ParticipationView {
  @ApiProperty({ ...shown.idOrNull, description: 'null: of all classes together' }) classId!: string | null;
  @ApiProperty(shown.orNull) className!: string | null;
  @ApiProperty(shown.wholeOrNull) grade!: number | null;
  @ApiProperty({ ...shown.orNull, enum: [...noteKinds, null], description: 'null: of any kind' })
  kind!: NoteKind | null;
  @ApiProperty(shown.whole) pupils!: number;
  @ApiProperty({ ...shown.whole, description: 'pupils who have handed in' }) handedIn!: number;
  @ApiProperty({ ...shown.whole, description: 'whole percent, downwards' }) percent!: number;
  @ApiProperty({ ...shown.wholeOrNull, description: 'percent that shall take part' }) target!: number | null;
  @ApiProperty({ type: Boolean, nullable: true }) reached!: boolean | null;
  @ApiProperty({ ...shown.wholeOrNull, description: 'of a round of notes: how many there are' })
  notes!: number | null;
  @ApiProperty({ ...shown.wholeOrNull, description: 'of these, marked' }) marked!: number | null;
  @ApiProperty({ ...shown.wholeOrNull, description: 'of these, among the best' }) nominated!: number | null;
}
export class ParticipationPage {
  @ApiProperty({ type: [ParticipationView] }) items!: ParticipationView[];
  @ApiProperty(shown.orNull) nextCursor!: string | null;
}

/** `GET /contests/{id}/missing` */
export class MissingAsked extends ListAsked {
  @IdAsked('of this class')
  classId!: string;
}
export class MissingView {
  @ApiProperty(shown.id) readerId!: string;
  @ApiProperty(shown.id) classId!: string;
}
export class MissingPage {
  @ApiProperty({ type: [MissingView] }) items!: MissingView[];
  @ApiProperty(shown.orNull) nextCursor!: string | null;
}
