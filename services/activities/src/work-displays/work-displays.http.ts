import { ApiProperty } from '@nestjs/swagger';
import { limits } from '@shulian/contracts/limits';
import { ListAsked, PageAsked } from '@shulian/service-kit';
import {
  DayOrNone,
  IdAsked,
  IdOrNone,
  IdsOf,
  OneOf,
  OneOfOrNone,
  SchoolAsked,
  shown,
  Text,
  TextOrNull,
  YesOrNone,
} from '@shulian/service-kit/fields';
import { PRIZE_LEVELS, type PrizeLevel } from '../contests/rules/contest.js';
import { DISPLAY_PLACES, type DisplayPlace } from './rules/work-display.js';

const MOST_WORKS = 200;
const STATUSES = ['shown', 'withdrawn'] as const;

/** `POST /work-displays` */
export class DisplayAsked {
  @SchoolAsked()
  schoolId?: string;

  @Text(limits.occasionName)
  name!: string;

  @OneOf(DISPLAY_PLACES)
  place!: DisplayPlace;

  @IdOrNone('the contest that it shows works of')
  contestId?: string;

  @DayOrNone('the first day; today where left out')
  showsFrom?: string;

  @DayOrNone('the last day; until it is taken down where left out')
  showsUntil?: string;

  @IdsOf(MOST_WORKS, 0, 'works of contests')
  entryIds?: string[];

  @IdsOf(MOST_WORKS, 0, 'reading notes')
  noteIds?: string[];

  @YesOrNone('pupils and parents have agreed; nothing comes to the website without it')
  agreed?: boolean;
}

/** `POST /work-displays/{id}/withdrawal` */
export class DisplayWithdrawalAsked {
  @IdOrNone('only this one of its works')
  itemId?: string;

  @TextOrNull(limits.remark)
  why?: string | null;
}

/** `GET /work-displays` */
export class DisplaysAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @OneOfOrNone(DISPLAY_PLACES)
  place?: DisplayPlace;

  @OneOfOrNone(STATUSES)
  status?: (typeof STATUSES)[number];

  @IdOrNone('only of this contest')
  contestId?: string;
}

/** `GET /shown-works` */
export class ShownWorksAsked extends PageAsked {
  @IdAsked('of this school')
  schoolId!: string;
}

export class DisplayView {
  @ApiProperty(shown.id) id!: string;
  @ApiProperty(shown.id) schoolId!: string;
  @ApiProperty(shown.idOrNull) contestId!: string | null;
  @ApiProperty() name!: string;
  @ApiProperty({ enum: DISPLAY_PLACES }) place!: DisplayPlace;
  @ApiProperty(shown.day) showsFrom!: string;
  @ApiProperty(shown.dayOrNull) showsUntil!: string | null;
  @ApiProperty({ enum: STATUSES }) status!: (typeof STATUSES)[number];
  @ApiProperty({ ...shown.orNull, description: 'why it was taken down' }) reason!: string | null;
  @ApiProperty(shown.day) madeOn!: string;
  @ApiProperty({ ...shown.whole, description: 'that are shown' }) works!: number;
}
export class DisplaysPage {
  @ApiProperty({ type: [DisplayView] }) items!: DisplayView[];
  @ApiProperty(shown.orNull) nextCursor!: string | null;
}
export class ShownItemView {
  @ApiProperty(shown.id) id!: string;
  @ApiProperty(shown.idOrNull) entryId!: string | null;
  @ApiProperty(shown.idOrNull) noteId!: string | null;
  @ApiProperty(shown.idOrNull) readerId!: string | null;
  @ApiProperty(shown.idOrNull) classId!: string | null;
  @ApiProperty(shown.wholeOrNull) grade!: number | null;
  @ApiProperty(shown.orNull) title!: string | null;
  @ApiProperty(shown.orNull) text!: string | null;
  @ApiProperty({ ...shown.orNull, enum: [...PRIZE_LEVELS, null] }) level!: PrizeLevel | null;
  @ApiProperty({ ...shown.wholeOrNull, description: 'its place in the contest' }) rank!: number | null;
}
export class WholeDisplayView extends DisplayView {
  @ApiProperty({ type: [ShownItemView] }) items!: ShownItemView[];
}

/** A work on the website: what it says, and nobody's name. */
export class WorkOnWebsite {
  @ApiProperty(shown.id) id!: string;
  @ApiProperty({ description: 'of the display' }) name!: string;
  @ApiProperty(shown.day) showsFrom!: string;
  @ApiProperty(shown.wholeOrNull) grade!: number | null;
  @ApiProperty(shown.orNull) title!: string | null;
  @ApiProperty(shown.orNull) text!: string | null;
  @ApiProperty({ ...shown.orNull, enum: [...PRIZE_LEVELS, null] }) level!: PrizeLevel | null;
}
export class ShownWorksPage {
  @ApiProperty({ type: [WorkOnWebsite] }) items!: WorkOnWebsite[];
  @ApiProperty(shown.orNull) nextCursor!: string | null;
}
