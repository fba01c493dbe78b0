import { ApiProperty } from '@nestjs/swagger';
import { limits } from '@shulian/contracts/limits';
import { ListAsked } from '@shulian/service-kit';
import {
  Day,
  DayOrNone,
  IdOrNone,
  OneOf,
  OneOfOrNone,
  SchoolAsked,
  shown,
  Text,
  TextOrNull,
  WholeOrNull,
} from '@shulian/service-kit/fields';
import {
  FATES,
  SERVICE_KINDS,
  SERVICE_STATUSES,
  type Fate,
  type ServiceKind,
  type ServiceStatus,
} from './rules/service-request.js';

const LONGEST = { subject: 200, details: 2_000, words: 2_000 };
/** Pages of a long document. */
const MOST_ITEMS = 10_000;

/** `POST /service-requests` */
export class ServiceRequestAsked {
  @SchoolAsked()
  schoolId?: string;

  @OneOf(SERVICE_KINDS)
  kind!: ServiceKind;

  @Text(LONGEST.subject, 'the question, the topic, or what is to be got, copied or followed')
  subject!: string;

  @TextOrNull(LONGEST.details, 'pages, years, what is known already')
  details?: string | null;

  @IdOrNone('for this reader; left out: whoever asks')
  readerId?: string;

  @DayOrNone('by which it is needed')
  neededBy?: string;
}
/** `POST /service-requests/{id}/promise` */
export class ServicePromiseAsked {
  @Day('the day by which the library answers')
  dueOn!: string;
}
/** `POST /service-requests/{id}/answers` */
export class ServiceAnswerAsked {
  @TextOrNull(LONGEST.words, 'what was found, where it lies')
  words?: string | null;

  @TextOrNull(limits.vendorName, 'the library or the supplier that it came from')
  partner?: string | null;

  @WholeOrNull(0, MOST_ITEMS, 'documents, copies or pages; 1 where left out')
  items?: number | null;
}
/** `POST /service-requests/{id}/refusal` and `…/withdrawal` */
export class ServiceEndAsked {
  @Text(limits.remark, 'why')
  why!: string;
}
/** `POST /service-requests/{id}/closing` */
export class ServiceFateAsked {
  @OneOf(FATES, 'what became of it')
  fate!: Fate;
}

export class ServiceRequestsAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @IdOrNone('of this reader')
  readerId?: string;

  @OneOfOrNone(SERVICE_KINDS)
  kind?: ServiceKind;

  @OneOfOrNone(SERVICE_STATUSES)
  status?: ServiceStatus;

  @DayOrNone('asked on this day or later')
  from?: string;

  @DayOrNone('asked on this day or before')
  to?: string;
}
export class ServiceCountsAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @Day('asked on this day or later')
  from!: string;

  @Day('asked on this day or before')
  to!: string;
}

export class ServiceAnswerView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'date' }) onDay!: string;
  @ApiProperty(shown.orNull) words!: string | null;
  @ApiProperty(shown.orNull) partner!: string | null;
  @ApiProperty(shown.whole) items!: number;
}
export class ServiceRequestSummary {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) schoolId!: string;
  @ApiProperty({ enum: SERVICE_KINDS }) kind!: ServiceKind;
  @ApiProperty() subject!: string;
  @ApiProperty(shown.orNull) details!: string | null;
  @ApiProperty({ ...shown.orNull, format: 'uuid' }) readerId!: string | null;
  @ApiProperty({ format: 'date' }) askedOn!: string;
  @ApiProperty({ ...shown.orNull, format: 'date' }) neededBy!: string | null;
  @ApiProperty({ ...shown.orNull, format: 'date', description: 'what the library promised' }) dueOn!:
    string | null;
  @ApiProperty({ enum: SERVICE_STATUSES }) status!: ServiceStatus;
  @ApiProperty({ description: 'answered after the promise, or not answered and the day is over' })
  late!: boolean;
  @ApiProperty({ ...shown.orNull, description: 'why it was declined or withdrawn' }) why!: string | null;
  @ApiProperty({ enum: FATES, nullable: true, type: 'string' }) fate!: Fate | null;
  @ApiProperty({ ...shown.orNull, format: 'date' }) endedOn!: string | null;
  @ApiProperty({ ...shown.orNull, format: 'date', description: 'the first answer' }) answeredOn!:
    string | null;
  @ApiProperty(shown.whole) answers!: number;
  @ApiProperty({ ...shown.whole, description: 'documents, copies or pages of all answers' }) items!: number;
  @ApiProperty({ ...shown.orNull, description: 'of the last answer that names one' }) partner!: string | null;
}
export class ServiceRequestView extends ServiceRequestSummary {
  @ApiProperty({ type: [ServiceAnswerView], description: 'that stand' }) given!: readonly ServiceAnswerView[];
}
export class ServiceRequestsPage {
  @ApiProperty({ type: [ServiceRequestSummary] }) items!: ServiceRequestSummary[];
  @ApiProperty(shown.orNull) nextCursor!: string | null;
}
export class ServiceCountView {
  @ApiProperty({ enum: SERVICE_KINDS }) kind!: ServiceKind;
  @ApiProperty(shown.whole) asked!: number;
  @ApiProperty(shown.whole) open!: number;
  @ApiProperty({ ...shown.whole, description: 'answered at least once' }) answered!: number;
  @ApiProperty(shown.whole) declined!: number;
  @ApiProperty(shown.whole) withdrawn!: number;
  @ApiProperty(shown.whole) late!: number;
  @ApiProperty({ ...shown.whole, description: 'answers' }) answers!: number;
  @ApiProperty({ ...shown.whole, description: 'documents, copies or pages' }) items!: number;
  @ApiProperty({ ...shown.wholeOrNull, description: 'days to the first answer, the longest' })
  longestDays!: number | null;
}
export class ServiceCountsPage {
  @ApiProperty({ type: [ServiceCountView] }) items!: ServiceCountView[];
  @ApiProperty(shown.orNull) nextCursor!: string | null;
}
