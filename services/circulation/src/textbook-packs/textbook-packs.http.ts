import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { limits } from '@shulian/contracts/limits';
import { Ids, ListAsked } from '@shulian/service-kit';
import { ArrayMaxSize, IsArray, IsIn, IsOptional } from 'class-validator';
import {
  Day,
  DayOrNone,
  IdAsked,
  IdOrNone,
  OneOf,
  OneOfOrNone,
  SchoolAsked,
  shown,
  TextOrNull,
  Thing,
  Things,
  ThingsOrNone,
  Whole,
} from '@shulian/service-kit/fields';
import { TextbookHolderAsked, TextbookHolderView } from '../textbooks/holder.http.js';
import { TEXTBOOK_KINDS, type TextbookKind } from '../textbooks/rules/textbook.js';
import { OCCASIONS, type Occasion } from '../textbooks/rules/textbook-line.js';
import {
  PACK_STATUSES,
  PACKED_BY_HAND,
  PLANNED_OCCASIONS,
  type PackStatus,
  type PlannedOccasion,
} from './rules/textbook-pack.js';

const MOST_IN_PACK = 100_000;
/** Textbooks or classes that are named to plan for those alone. */
const MOST_NAMED = 200;

/** Ids to which a plan is narrowed. */
const OnlyThese =
  (description: string): PropertyDecorator =>
  (target, key) => {
    ApiPropertyOptional({ type: [String], format: 'uuid', maxItems: MOST_NAMED, description })(target, key);
    IsOptional()(target, key);
    IsArray()(target, key);
    ArrayMaxSize(MOST_NAMED)(target, key);
    Ids()(target, key);
  };

/** `POST /textbook-plans` */
export class TextbookPlanAsked {
  @SchoolAsked()
  schoolId?: string;

  @IdAsked('the term the textbooks are for; the coming one at an early issue')
  termId!: string;

  @OneOf(PLANNED_OCCASIONS)
  occasion!: PlannedOccasion;

  @Day('the day they are handed out')
  handOutOn!: string;

  @ApiPropertyOptional({ enum: TEXTBOOK_KINDS, isArray: true, description: 'only these; all where left out' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(TEXTBOOK_KINDS.length)
  @IsIn(TEXTBOOK_KINDS, { each: true })
  kinds?: TextbookKind[];

  @OnlyThese('only these textbooks')
  textbookIds?: string[];

  @OnlyThese('only these classes')
  classIds?: string[];
}
export class TextbookShortageView {
  @ApiProperty({ format: 'uuid' }) textbookId!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ ...shown.whole, description: 'in all packs that are not handed out yet' }) needed!: number;
  @ApiProperty(shown.whole) onHand!: number;
  @ApiProperty(shown.whole) missing!: number;
}
export class TextbookPlanView {
  @ApiProperty({ ...shown.whole, description: 'classes with a new pack' }) classes!: number;
  @ApiProperty({
    ...shown.whole,
    description: 'classes whose pack is sorted or handed out already and stays',
  })
  kept!: number;
  @ApiProperty(shown.whole) textbooks!: number;
  @ApiProperty(shown.whole) volumes!: number;
  @ApiProperty({ type: [TextbookShortageView], description: 'of what there is not enough in the store' })
  shortages!: readonly TextbookShortageView[];
}

export class PackLineAsked {
  @IdAsked('the textbook')
  textbookId!: string;

  @Whole(1, MOST_IN_PACK)
  quantity!: number;
}

/** `POST /textbook-packs` */
export class TextbookPackAsked {
  @SchoolAsked()
  schoolId?: string;

  @IdAsked('the term')
  termId!: string;

  @OneOf(PACKED_BY_HAND)
  occasion!: (typeof PACKED_BY_HAND)[number];

  @Thing(TextbookHolderAsked)
  holder!: TextbookHolderAsked;

  @DayOrNone('today where left out')
  handOutOn?: string;

  @TextOrNull(limits.stockNote)
  note?: string | null;

  @Things(PackLineAsked, limits.linesAtOnce)
  lines!: PackLineAsked[];
}

export class CountedLineAsked {
  @IdAsked('a textbook of the pack')
  textbookId!: string;

  @Whole(0, MOST_IN_PACK)
  quantity!: number;
}

/** `POST /textbook-packs/{id}/count` and `…/check` */
export class TextbookCountAsked {
  @ThingsOrNone(CountedLineAsked, limits.linesAtOnce, 'where it differs; the rest is as it shall be')
  lines?: CountedLineAsked[];
}

/** `POST /textbook-packs/{id}/issue` */
export class TextbookIssueAsked {
  @DayOrNone('today where left out')
  onDay?: string;
}

/** `POST /textbook-packs/{id}/undo` */
export class TextbookUndoAsked {
  @TextOrNull(limits.stockNote, 'why')
  note?: string | null;
}

export class TextbookPacksAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @IdAsked('the term')
  termId!: string;

  @OneOfOrNone(OCCASIONS)
  occasion?: Occasion;

  @OneOfOrNone(PACK_STATUSES)
  status?: PackStatus;

  @DayOrNone('handed out on this day')
  handOutOn?: string;
}
export class TextbookPackLinesAsked extends TextbookPacksAsked {
  @IdOrNone('of this pack only')
  packId?: string;

  @OneOfOrNone(['all', 'different'], 'different: where it was counted or received otherwise than planned')
  lines?: 'all' | 'different';
}
export class TextbookProgressAsked {
  @SchoolAsked()
  schoolId?: string;

  @IdAsked('the term')
  termId!: string;

  @OneOfOrNone(OCCASIONS)
  occasion?: Occasion;

  @DayOrNone('handed out on this day')
  handOutOn?: string;
}

export class TextbookPackSummary {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) schoolId!: string;
  @ApiProperty({ format: 'uuid' }) termId!: string;
  @ApiProperty({ enum: OCCASIONS }) occasion!: Occasion;
  @ApiProperty({ type: TextbookHolderView }) holder!: TextbookHolderView;
  @ApiProperty(shown.wholeOrNull) grade!: number | null;
  @ApiProperty({ ...shown.wholeOrNull, description: 'of the class list when it was planned' })
  pupils!: number | null;
  @ApiProperty({ format: 'date' }) handOutOn!: string;
  @ApiProperty({ enum: PACK_STATUSES }) status!: PackStatus;
  @ApiProperty({ ...shown.orNull, format: 'date' }) issuedOn!: string | null;
  @ApiProperty({ ...shown.orNull, format: 'date' }) checkedOn!: string | null;
  @ApiProperty({ ...shown.orNull, description: 'account or client' }) checkedBy!: string | null;
  @ApiProperty(shown.orNull) note!: string | null;
  @ApiProperty(shown.whole) textbooks!: number;
  @ApiProperty({ ...shown.whole, description: 'volumes' }) planned!: number;
  @ApiProperty({ ...shown.wholeOrNull, description: 'volumes, once sorted' }) counted!: number | null;
  @ApiProperty({ ...shown.wholeOrNull, description: 'volumes, once checked' }) received!: number | null;
  @ApiProperty({ ...shown.whole, description: 'textbooks of which another number was counted or received' })
  differences!: number;
}
export class TextbookPacksPage {
  @ApiProperty({ type: [TextbookPackSummary] }) items!: TextbookPackSummary[];
  @ApiProperty(shown.orNull) nextCursor!: string | null;
}
export class PackLineView {
  @ApiProperty({ format: 'uuid' }) textbookId!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ enum: TEXTBOOK_KINDS }) kind!: TextbookKind;
  @ApiProperty(shown.whole) planned!: number;
  @ApiProperty(shown.wholeOrNull) counted!: number | null;
  @ApiProperty(shown.wholeOrNull) received!: number | null;
  @ApiProperty({ ...shown.whole, description: 'what the holder has, or gets, less what was planned' })
  difference!: number;
}
export class TextbookPackView extends TextbookPackSummary {
  @ApiProperty({ type: [PackLineView] }) lines!: readonly PackLineView[];
}
export class TextbookPackLineView extends PackLineView {
  @ApiProperty({ format: 'uuid' }) packId!: string;
  @ApiProperty({ type: TextbookHolderView }) holder!: TextbookHolderView;
  @ApiProperty(shown.wholeOrNull) grade!: number | null;
  @ApiProperty(shown.wholeOrNull) pupils!: number | null;
  @ApiProperty({ format: 'date' }) handOutOn!: string;
}
export class TextbookPackLinesPage {
  @ApiProperty({ type: [TextbookPackLineView] }) items!: TextbookPackLineView[];
  @ApiProperty(shown.orNull) nextCursor!: string | null;
}
export class TextbookProgressView {
  @ApiProperty({ ...shown.whole, description: 'packs, by how far they are' }) planned!: number;
  @ApiProperty(shown.whole) packed!: number;
  @ApiProperty(shown.whole) issued!: number;
  @ApiProperty(shown.whole) checked!: number;
  @ApiProperty({ ...shown.whole, description: 'volumes of all packs' }) volumesPlanned!: number;
  @ApiProperty({ ...shown.whole, description: 'volumes handed out' }) volumesIssued!: number;
  @ApiProperty({ ...shown.whole, description: 'volumes that those who checked have received' })
  volumesReceived!: number;
  @ApiProperty({ ...shown.whole, description: 'packs with a difference' }) differing!: number;
}
