import { ApiProperty } from '@nestjs/swagger';
import { limits } from '@shulian/contracts/limits';
import { ListAsked } from '@shulian/service-kit';
import {
  DayOrNone,
  IdAsked,
  IdOrNone,
  OneOf,
  OneOfOrNone,
  SchoolAsked,
  shown,
  TextOrNull,
  Thing,
  ThingOrNone,
  Things,
  Whole,
  WholeOrNull,
} from '@shulian/service-kit/fields';
import { TextbookHolderAsked, TextbookHolderView } from './holder.http.js';
import { TEXTBOOK_KINDS, type TextbookKind } from './rules/textbook.js';
import {
  HOLDER_KINDS,
  OCCASIONS,
  TEXTBOOK_EVENTS,
  type HolderKind,
  type Occasion,
  type TextbookEvent,
} from './rules/textbook-line.js';

const MOST_AT_ONCE = 100_000;

export class TextbookLineAsked {
  @IdAsked('the textbook')
  textbookId!: string;

  @OneOf(TEXTBOOK_EVENTS)
  what!: TextbookEvent;

  @Whole(1, MOST_AT_ONCE)
  quantity!: number;

  @ThingOrNone(TextbookHolderAsked, 'who gets it, gives it back, or lost it')
  holder?: TextbookHolderAsked;

  @TextOrNull(limits.stockNote)
  note?: string | null;
}

/** `POST /textbook-lines` */
export class TextbookLinesAsked {
  @SchoolAsked()
  schoolId?: string;

  @IdAsked('the term it counts for')
  termId!: string;

  @OneOfOrNone(OCCASIONS, 'of what is issued')
  occasion?: Occasion;

  @DayOrNone('today where left out')
  onDay?: string;

  @Things(TextbookLineAsked, limits.linesAtOnce)
  lines!: TextbookLineAsked[];
}

/** `POST /textbook-lines/{id}/reversal` */
export class TextbookReversalAsked {
  @TextOrNull(limits.stockNote, 'why')
  note?: string | null;
}

export class TextbookReturnLineAsked {
  @IdAsked('the textbook')
  textbookId!: string;

  @Whole(0, MOST_AT_ONCE, 'counted, fit for the next year')
  returned!: number;

  @WholeOrNull(0, MOST_AT_ONCE, 'came back worn out: counted in and discarded')
  worn?: number | null;

  @WholeOrNull(0, MOST_AT_ONCE, 'said to be lost')
  lost?: number | null;
}

/** `POST /textbook-returns` */
export class TextbookReturnAsked {
  @SchoolAsked()
  schoolId?: string;

  @IdAsked('the term in which they come back')
  termId!: string;

  @Thing(TextbookHolderAsked)
  holder!: TextbookHolderAsked;

  @DayOrNone('today where left out')
  onDay?: string;

  @TextOrNull(limits.stockNote)
  note?: string | null;

  @Things(TextbookReturnLineAsked, limits.linesAtOnce)
  lines!: TextbookReturnLineAsked[];
}
export class TextbookReturnLineView {
  @ApiProperty({ format: 'uuid' }) textbookId!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ ...shown.whole, description: 'with the holder before' }) held!: number;
  @ApiProperty(shown.whole) returned!: number;
  @ApiProperty(shown.whole) worn!: number;
  @ApiProperty(shown.whole) lost!: number;
  @ApiProperty({ ...shown.whole, description: 'still missing' }) out!: number;
}
export class TextbookReturnView {
  @ApiProperty({ type: TextbookHolderView }) holder!: TextbookHolderView;
  @ApiProperty({ type: [TextbookReturnLineView] }) items!: readonly TextbookReturnLineView[];
  @ApiProperty({ ...shown.whole, description: 'of these textbooks, still missing in all' }) out!: number;
}

export class TextbookLinesListAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @IdOrNone('the term')
  termId?: string;

  @OneOfOrNone(TEXTBOOK_EVENTS)
  what?: TextbookEvent;

  @OneOfOrNone(OCCASIONS)
  occasion?: Occasion;

  @OneOfOrNone(TEXTBOOK_KINDS)
  kind?: TextbookKind;

  @DayOrNone('on this day or later')
  from?: string;

  @DayOrNone('on this day or before')
  to?: string;
}

export class TextbookStockAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @IdOrNone('what moved in this term; on hand and out stay as of now')
  termId?: string;

  @OneOfOrNone(TEXTBOOK_KINDS)
  kind?: TextbookKind;
}

export const HELD = ['all', 'to-return'] as const;
export class TextbookHoldingsAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @OneOfOrNone(HOLDER_KINDS)
  holderKind?: HolderKind;

  @OneOfOrNone(TEXTBOOK_KINDS)
  kind?: TextbookKind;

  @OneOfOrNone(HELD, 'to-return: what comes back, as long as it is out')
  held?: (typeof HELD)[number];
}

export class TextbookLineView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) schoolId!: string;
  @ApiProperty({ format: 'uuid' }) textbookId!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ enum: TEXTBOOK_KINDS }) kind!: TextbookKind;
  @ApiProperty({ format: 'uuid' }) termId!: string;
  @ApiProperty({ enum: TEXTBOOK_EVENTS }) what!: TextbookEvent;
  @ApiProperty({ enum: OCCASIONS, nullable: true, type: 'string' }) occasion!: Occasion | null;
  @ApiProperty({ ...shown.whole, description: 'less than nothing in a counter-line' }) quantity!: number;
  @ApiProperty({ type: TextbookHolderView, nullable: true }) holder!: TextbookHolderView | null;
  @ApiProperty({ format: 'date' }) onDay!: string;
  @ApiProperty(shown.orNull) note!: string | null;
  @ApiProperty({ description: 'account or client' }) by!: string;
  @ApiProperty({ ...shown.orNull, format: 'uuid', description: 'the pack or delivery that wrote it' })
  documentId!: string | null;
  @ApiProperty({ ...shown.orNull, format: 'uuid', description: 'the line that this one takes back' })
  counterOf!: string | null;
}
export class TextbookLinesEntered {
  @ApiProperty({ type: [TextbookLineView] }) items!: readonly TextbookLineView[];
}
export class TextbookLinesPage {
  @ApiProperty({ type: [TextbookLineView] }) items!: TextbookLineView[];
  @ApiProperty(shown.orNull) nextCursor!: string | null;
}
export class TextbookStockView {
  @ApiProperty({ format: 'uuid' }) textbookId!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ enum: TEXTBOOK_KINDS }) kind!: TextbookKind;
  @ApiProperty(shown.whole) received!: number;
  @ApiProperty(shown.whole) issued!: number;
  @ApiProperty(shown.whole) returned!: number;
  @ApiProperty(shown.whole) lost!: number;
  @ApiProperty(shown.whole) discarded!: number;
  @ApiProperty({ ...shown.whole, description: 'in the store now' }) onHand!: number;
  @ApiProperty({ ...shown.whole, description: 'with classes, persons and groups now' }) out!: number;
}
export class TextbookStockPage {
  @ApiProperty({ type: [TextbookStockView] }) items!: TextbookStockView[];
  @ApiProperty(shown.orNull) nextCursor!: string | null;
}
export class TextbookHoldingView {
  @ApiProperty({ type: TextbookHolderView }) holder!: TextbookHolderView;
  @ApiProperty({ format: 'uuid' }) textbookId!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ enum: TEXTBOOK_KINDS }) kind!: TextbookKind;
  @ApiProperty(shown.whole) issued!: number;
  @ApiProperty(shown.whole) returned!: number;
  @ApiProperty(shown.whole) lost!: number;
  @ApiProperty({ ...shown.whole, description: 'with them now' }) quantity!: number;
  @ApiProperty({ ...shown.orNull, format: 'date', description: 'the last day something was issued' })
  issuedOn!: string | null;
}
export class TextbookHoldingsPage {
  @ApiProperty({ type: [TextbookHoldingView] }) items!: TextbookHoldingView[];
  @ApiProperty(shown.orNull) nextCursor!: string | null;
}
