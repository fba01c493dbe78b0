import { ApiProperty } from '@nestjs/swagger';
import { limits } from '@shulian/contracts/limits';
import { ListAsked } from '@shulian/service-kit';
import {
  Day,
  DayOrNone,
  IdAsked,
  IdOrNone,
  OneOf,
  OneOfOrNone,
  SchoolAsked,
  shown,
  Text,
  TextOrNull,
  Things,
  ThingsOrNone,
  Whole,
} from '@shulian/service-kit/fields';
import { TEXTBOOK_KINDS, type TextbookKind } from '../textbooks/rules/textbook.js';
import {
  ORDER_STATUSES,
  WISHING_GROUPS,
  type OrderStatus,
  type WishingGroup,
} from './rules/textbook-order.js';

const MOST_ORDERED = 100_000;

/** `POST /textbook-orders` */
export class TextbookOrderAsked {
  @SchoolAsked()
  schoolId?: string;

  @IdAsked('the term for which is ordered')
  termId!: string;

  @Text(limits.orderName, 'as 2027年春季教材征订')
  name!: string;

  @Day('the last day on which groups enter what they wish')
  wishesUntil!: string;
}

/** `PATCH /textbook-orders/{id}`: what is left out stays. */
export class TextbookOrderChangeAsked {
  @TextOrNull(limits.orderName)
  name?: string | null;

  @DayOrNone('the last day on which groups enter what they wish')
  wishesUntil?: string;
}

export class TextbookWishAsked {
  @IdAsked('the textbook')
  textbookId!: string;

  @Whole(0, MOST_ORDERED, '0 takes it back')
  quantity!: number;

  @TextOrNull(limits.stockNote)
  note?: string | null;
}
/** `POST /textbook-orders/{id}/wishes` */
export class TextbookWishesAsked {
  @OneOf(WISHING_GROUPS)
  groupKind!: WishingGroup;

  @Text(limits.groupName, 'as 高一数学备课组')
  groupName!: string;

  @Things(TextbookWishAsked, limits.linesAtOnce)
  lines!: TextbookWishAsked[];
}
export class TextbookWishesEntered {
  @ApiProperty({ ...shown.whole, description: 'textbooks the group wishes now' }) lines!: number;
  @ApiProperty({ ...shown.whole, description: 'volumes of them' }) volumes!: number;
}

export class OrderedLineAsked {
  @IdAsked('the textbook')
  textbookId!: string;

  @Whole(0, MOST_ORDERED, '0: not ordered')
  quantity!: number;
}
/** `POST /textbook-orders/{id}/confirmation` */
export class TextbookConfirmationAsked {
  @ThingsOrNone(OrderedLineAsked, limits.linesAtOnce, 'where another number is ordered than proposed')
  lines?: OrderedLineAsked[];
}
/** `POST /textbook-orders/{id}/sending-back` */
export class TextbookSendBackAsked {
  @Text(limits.remark, 'what the school is to put right')
  note!: string;
}

export class TextbookOrdersAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @OneOfOrNone(ORDER_STATUSES)
  status?: OrderStatus;

  @DayOrNone('for terms that begin on this day or later')
  from?: string;

  @DayOrNone('for terms that begin on this day or before')
  to?: string;
}
export class TextbookOrderLinesAsked extends TextbookOrdersAsked {
  @IdOrNone('of this round only')
  orderId?: string;
}

export class TextbookOrderView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) schoolId!: string;
  @ApiProperty({ ...shown.orNull, description: 'its name' }) school!: string | null;
  @ApiProperty({ format: 'uuid' }) termId!: string;
  @ApiProperty({ ...shown.orNull, format: 'date' }) termBegins!: string | null;
  @ApiProperty() name!: string;
  @ApiProperty({ format: 'date' }) wishesUntil!: string;
  @ApiProperty({ enum: ORDER_STATUSES }) status!: OrderStatus;
  @ApiProperty({ ...shown.orNull, format: 'date' }) confirmedOn!: string | null;
  @ApiProperty({ ...shown.orNull, format: 'date' }) reportedOn!: string | null;
  @ApiProperty({ ...shown.orNull, description: 'why the county office sent it back' }) officeNote!:
    string | null;
  @ApiProperty({ ...shown.whole, description: 'that have entered what they wish' }) groups!: number;
  @ApiProperty({ ...shown.whole, description: 'ordered' }) textbooks!: number;
  @ApiProperty({ ...shown.whole, description: 'ordered' }) volumes!: number;
  @ApiProperty({ ...shown.whole, description: 'of what has a price' }) amountFen!: number;
  @ApiProperty({ ...shown.whole, description: 'volumes that came and are fit' }) received!: number;
  @ApiProperty(shown.whole) version!: number;
}
export class TextbookOrdersPage {
  @ApiProperty({ type: [TextbookOrderView] }) items!: TextbookOrderView[];
  @ApiProperty(shown.orNull) nextCursor!: string | null;
}
export class TextbookWishView {
  @ApiProperty({ enum: WISHING_GROUPS }) groupKind!: WishingGroup;
  @ApiProperty() groupName!: string;
  @ApiProperty({ format: 'uuid' }) textbookId!: string;
  @ApiProperty({ enum: TEXTBOOK_KINDS }) kind!: TextbookKind;
  @ApiProperty() name!: string;
  @ApiProperty(shown.whole) quantity!: number;
  @ApiProperty(shown.orNull) note!: string | null;
  @ApiProperty({ description: 'account or client' }) by!: string;
  @ApiProperty({ format: 'date' }) enteredOn!: string;
}
export class TextbookWishesPage {
  @ApiProperty({ type: [TextbookWishView] }) items!: TextbookWishView[];
  @ApiProperty(shown.orNull) nextCursor!: string | null;
}

class OfTextbook {
  @ApiProperty({ format: 'uuid' }) textbookId!: string;
  @ApiProperty({ enum: TEXTBOOK_KINDS }) kind!: TextbookKind;
  @ApiProperty() name!: string;
  @ApiProperty(shown.orNull) subject!: string | null;
  @ApiProperty(shown.orNull) publisher!: string | null;
  @ApiProperty(shown.orNull) isbn!: string | null;
  @ApiProperty(shown.wholeOrNull) priceFen!: number | null;
}
export class TextbookSurveyLineView extends OfTextbook {
  @ApiProperty({ ...shown.whole, description: 'by the list of the term and the class lists of today' })
  needed!: number;
  @ApiProperty({ ...shown.whole, description: 'by groups' }) wished!: number;
  @ApiProperty(shown.whole) onHand!: number;
  @ApiProperty({ ...shown.whole, description: 'expected of suppliers already' }) coming!: number;
  @ApiProperty({ ...shown.whole, description: 'needed and wished, less what there is and comes' })
  proposed!: number;
}
export class TextbookSurveyPage {
  @ApiProperty({ type: [TextbookSurveyLineView] }) items!: TextbookSurveyLineView[];
  @ApiProperty(shown.orNull) nextCursor!: string | null;
}
export class TextbookOrderLineView extends OfTextbook {
  @ApiProperty({ format: 'uuid' }) orderId!: string;
  @ApiProperty({ format: 'uuid' }) schoolId!: string;
  @ApiProperty({ ...shown.orNull, description: 'its name' }) school!: string | null;
  @ApiProperty({ description: 'of the round' }) order!: string;
  @ApiProperty(shown.whole) needed!: number;
  @ApiProperty(shown.whole) wished!: number;
  @ApiProperty({ ...shown.whole, description: 'when it was confirmed' }) onHand!: number;
  @ApiProperty({ ...shown.whole, description: 'ordered' }) quantity!: number;
  @ApiProperty(shown.wholeOrNull) amountFen!: number | null;
  @ApiProperty({ ...shown.whole, description: 'came and is fit' }) received!: number;
  @ApiProperty(shown.whole) outstanding!: number;
}
export class TextbookOrderLinesPage {
  @ApiProperty({ type: [TextbookOrderLineView] }) items!: TextbookOrderLineView[];
  @ApiProperty(shown.orNull) nextCursor!: string | null;
}
