import { ApiProperty } from '@nestjs/swagger';
import { limits } from '@shulian/contracts/limits';
import { ListAsked } from '@shulian/service-kit';
import {
  IdAsked,
  IdOrNone,
  IdsOf,
  Line,
  LineOrNull,
  OneOfOrNone,
  shown,
  TextOrNull,
  YesOrNone,
} from '@shulian/service-kit/fields';
import { PRIZE_LEVELS, type PrizeLevel } from '../rules/contest.js';
import { ENTRY_STATUSES, type EntryStatus } from '../rules/entry.js';

/** Characters of the longest work that is written here. */
const LONGEST_WORK = 20_000;

/** `POST /contest-entries` */
export class ContestEntryAsked {
  @IdAsked()
  contestId!: string;

  @IdOrNone('whose work it is; a pupil leaves it out')
  readerId?: string;

  @IdOrNone('of a contest between classes: whose work it is')
  classId?: string;

  @LineOrNull(limits.title)
  title?: string | null;

  @TextOrNull(LONGEST_WORK, 'the work itself, where it is written here')
  text?: string | null;

  @YesOrNone('it was handed in on paper')
  onPaper?: boolean;
}

/** `PATCH /contest-entries/{id}` */
export class ContestEntryChangeAsked {
  @LineOrNull(limits.title)
  title?: string | null;

  @TextOrNull(LONGEST_WORK)
  text?: string | null;
}

/** `POST /contests/{id}/papers` */
export class PapersAsked {
  @IdsOf(200, 1, 'who has handed in; who stands there already is left as it is')
  readerIds!: string[];
}

export class PapersView {
  @ApiProperty(shown.whole) entered!: number;
  @ApiProperty({ ...shown.whole, description: 'who stood there already' }) known!: number;
}

/** `GET /contest-entries` */
export class ContestEntriesAsked extends ListAsked {
  @IdOrNone('only of this contest')
  contestId?: string;

  @IdOrNone('only of this class')
  classId?: string;

  @IdOrNone('only of this reader')
  readerId?: string;

  @OneOfOrNone(ENTRY_STATUSES)
  status?: EntryStatus;
}

/** `POST /contest-entries/{id}/files?name=` */
export class ContestFileAsked {
  @Line(100, 'what the file is called')
  name!: string;
}
export class ContestFileSent {
  @ApiProperty({ type: 'string', format: 'binary' }) file!: unknown;
}
export class ContestFileView {
  @ApiProperty(shown.id) id!: string;
  @ApiProperty() name!: string;
  @ApiProperty() mediaType!: string;
  @ApiProperty(shown.whole) size!: number;
}

/** A work in a contest (参赛作品). */
export class ContestEntryView {
  @ApiProperty(shown.id) id!: string;
  @ApiProperty(shown.whole) version!: number;
  @ApiProperty(shown.id) contestId!: string;
  @ApiProperty(shown.id) schoolId!: string;
  @ApiProperty({ ...shown.whole, description: 'what judges know it by' }) number!: number;
  @ApiProperty({ ...shown.idOrNull, description: 'null: of a class as a whole' }) readerId!: string | null;
  @ApiProperty(shown.idOrNull) classId!: string | null;
  @ApiProperty(shown.wholeOrNull) grade!: number | null;
  @ApiProperty(shown.orNull) title!: string | null;
  @ApiProperty(shown.orNull) text!: string | null;
  @ApiProperty() onPaper!: boolean;
  @ApiProperty({ ...shown.idOrNull, description: 'the reading note that it is' }) noteId!: string | null;
  @ApiProperty({ enum: ENTRY_STATUSES }) status!: EntryStatus;
  @ApiProperty({ format: 'date-time' }) handedInAt!: string;
  @ApiProperty({
    ...shown.wholeOrNull,
    description: 'mean of the scores in hundredths of a point, once published',
  })
  hundredths!: number | null;
  @ApiProperty({ ...shown.wholeOrNull, description: 'once published' }) place!: number | null;
  @ApiProperty({ ...shown.orNull, enum: [...PRIZE_LEVELS, null] }) level!: PrizeLevel | null;
  @ApiProperty({ type: [ContestFileView] }) files!: ContestFileView[];
}
export class ContestEntriesPage {
  @ApiProperty({ type: [ContestEntryView] }) items!: ContestEntryView[];
  @ApiProperty(shown.orNull) nextCursor!: string | null;
}
