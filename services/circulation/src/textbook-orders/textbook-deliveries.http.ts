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
  ThingsOrNone,
  Whole,
  WholeOrNull,
} from '@shulian/service-kit/fields';
import { TEXTBOOK_KINDS, type TextbookKind } from '../textbooks/rules/textbook.js';
import {
  DELIVERY_STATUSES,
  WAYS_OF_DELIVERY,
  type DeliveryStatus,
  type WayOfDelivery,
} from './rules/textbook-delivery.js';

const MOST_DELIVERED = 100_000;

export class ExpectedLineAsked {
  @IdAsked('the textbook')
  textbookId!: string;

  @Whole(1, MOST_DELIVERED)
  expected!: number;
}

/** `POST /textbook-deliveries` */
export class TextbookDeliveryAsked {
  @SchoolAsked()
  schoolId?: string;

  @IdAsked('the term the textbooks are for')
  termId!: string;

  @IdOrNone('the round that it belongs to: what is outstanding of it is expected where no lines are named')
  orderId?: string;

  @Text(limits.vendorName, 'as 市新华书店教材科')
  supplier!: string;

  @OneOf(WAYS_OF_DELIVERY)
  how!: WayOfDelivery;

  @Day('the day that was agreed')
  expectedOn!: string;

  @TextOrNull(limits.remark, 'whom to call, and what was agreed')
  contact?: string | null;

  @TextOrNull(limits.remark)
  note?: string | null;

  @ThingsOrNone(ExpectedLineAsked, limits.linesAtOnce, 'what is to come; needed without a round')
  lines?: ExpectedLineAsked[];
}

/** `PATCH /textbook-deliveries/{id}`: what is left out stays. */
export class TextbookDeliveryChangeAsked {
  @TextOrNull(limits.vendorName)
  supplier?: string | null;

  @OneOfOrNone(WAYS_OF_DELIVERY)
  how?: WayOfDelivery;

  @DayOrNone('another day was agreed')
  expectedOn?: string;

  @TextOrNull(limits.remark)
  contact?: string | null;

  @TextOrNull(limits.remark)
  note?: string | null;
}

export class ArrivedLineAsked {
  @IdAsked('a textbook, also one that was not asked for')
  textbookId!: string;

  @Whole(0, MOST_DELIVERED)
  delivered!: number;

  @WholeOrNull(0, MOST_DELIVERED, 'of it another book, or damaged: not taken into the stock')
  unusable?: number | null;

  @TextOrNull(limits.stockNote)
  note?: string | null;
}
/** `POST /textbook-deliveries/{id}/arrival` */
export class TextbookArrivalAsked {
  @DayOrNone('today where left out')
  onDay?: string;

  @ThingsOrNone(ArrivedLineAsked, limits.linesAtOnce, 'where it differs; the rest came as expected')
  lines?: ArrivedLineAsked[];
}
/** `POST /textbook-deliveries/{id}/undo` */
export class TextbookArrivalUndoAsked {
  @TextOrNull(limits.stockNote, 'why')
  note?: string | null;
}

export class TextbookDeliveriesAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @IdOrNone('of this round')
  orderId?: string;

  @OneOfOrNone(DELIVERY_STATUSES)
  status?: DeliveryStatus;

  @DayOrNone('expected on this day or later')
  from?: string;

  @DayOrNone('expected on this day or before')
  to?: string;
}
export class TextbookDeliveryLinesAsked extends TextbookDeliveriesAsked {
  @IdOrNone('of this delivery only')
  deliveryId?: string;

  @OneOfOrNone(['all', 'different'], 'different: short, over, wrong or damaged')
  lines?: 'all' | 'different';
}

class OfDelivery {
  @ApiProperty() supplier!: string;
  @ApiProperty({ enum: WAYS_OF_DELIVERY }) how!: WayOfDelivery;
  @ApiProperty({ format: 'date' }) expectedOn!: string;
  @ApiProperty({ ...shown.orNull, format: 'date' }) arrivedOn!: string | null;
  @ApiProperty({ enum: DELIVERY_STATUSES }) status!: DeliveryStatus;
}
export class TextbookDeliveryView extends OfDelivery {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) schoolId!: string;
  @ApiProperty({ format: 'uuid' }) termId!: string;
  @ApiProperty({ ...shown.orNull, format: 'uuid' }) orderId!: string | null;
  @ApiProperty(shown.orNull) contact!: string | null;
  @ApiProperty(shown.orNull) note!: string | null;
  @ApiProperty(shown.whole) textbooks!: number;
  @ApiProperty({ ...shown.whole, description: 'volumes' }) expected!: number;
  @ApiProperty({ ...shown.whole, description: 'volumes that came' }) delivered!: number;
  @ApiProperty({ ...shown.whole, description: 'of them wrong or damaged' }) unusable!: number;
  @ApiProperty({ ...shown.whole, description: 'textbooks that are short, over, wrong or damaged' })
  differences!: number;
  @ApiProperty(shown.whole) version!: number;
}
export class TextbookDeliveriesPage {
  @ApiProperty({ type: [TextbookDeliveryView] }) items!: TextbookDeliveryView[];
  @ApiProperty(shown.orNull) nextCursor!: string | null;
}
export class TextbookDeliveryLineView extends OfDelivery {
  @ApiProperty({ format: 'uuid' }) deliveryId!: string;
  @ApiProperty({ format: 'uuid' }) textbookId!: string;
  @ApiProperty({ enum: TEXTBOOK_KINDS }) kind!: TextbookKind;
  @ApiProperty() name!: string;
  @ApiProperty(shown.orNull) subject!: string | null;
  @ApiProperty(shown.orNull) publisher!: string | null;
  @ApiProperty(shown.orNull) isbn!: string | null;
  @ApiProperty(shown.whole) expected!: number;
  @ApiProperty(shown.wholeOrNull) delivered!: number | null;
  @ApiProperty(shown.wholeOrNull) unusable!: number | null;
  @ApiProperty({ ...shown.wholeOrNull, description: 'fit, less expected: below nothing where it is short' })
  difference!: number | null;
  @ApiProperty(shown.orNull) note!: string | null;
}
export class TextbookDeliveryLinesPage {
  @ApiProperty({ type: [TextbookDeliveryLineView] }) items!: TextbookDeliveryLineView[];
  @ApiProperty(shown.orNull) nextCursor!: string | null;
}
