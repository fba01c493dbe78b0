import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { limits } from '@shulian/contracts/limits';
import { STOCK_STATES, type StockState } from '@shulian/contracts/words';
import { Id, ListAsked } from '@shulian/service-kit';
import { IsIn, IsOptional } from 'class-validator';
import { LARGEST_WHOLE, SchoolAsked, TextOrNull, Whole, WholeOrNull } from '@shulian/service-kit/fields';
import { SERIAL_KINDS, type SerialKind } from '../rules/serial.js';
import { FIRST_YEAR, LAST_YEAR, YearAsked } from '../subscriptions/subscriptions.http.js';

/** Volumes of one run: as many copies as a school takes of a title, and that is a few. */
const MOST_VOLUMES = 50;
const FIRST_STATES = ['processing', 'lendable', 'reading-room'] as const;

/** `POST /serial-bindings` */
export class BindingAsked {
  @SchoolAsked()
  schoolId?: string;

  @ApiProperty({ format: 'uuid' })
  @Id()
  serialId!: string;

  @Whole(FIRST_YEAR, LAST_YEAR)
  year!: number;

  @WholeOrNull(1, 12, 'of a newspaper, which is bound by month; left out for a periodical')
  month?: number | null;

  @WholeOrNull(1, MOST_VOLUMES, 'volumes that are bound of it; one where left out')
  volumes?: number | null;

  @ApiPropertyOptional({ format: 'uuid', description: 'where they stand, as the store of back issues' })
  @IsOptional()
  @Id()
  locationId?: string;

  @WholeOrNull(0, LARGEST_WHOLE, 'fen, a volume; what its issues cost where left out')
  priceFen?: number | null;

  @ApiPropertyOptional({ enum: FIRST_STATES, default: 'reading-room' })
  @IsOptional()
  @IsIn(FIRST_STATES)
  status?: (typeof FIRST_STATES)[number];

  @TextOrNull(limits.remark, 'why it is bound without the issues that are missing')
  incompleteReason?: string | null;
}

export const RUNS_SHOWN = ['to-bind', 'bound', 'all'] as const;

/** `GET /serial-binding-runs` */
export class RunsAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @YearAsked('the year that runs where left out')
  year?: number;

  @ApiPropertyOptional({ enum: SERIAL_KINDS })
  @IsOptional()
  @IsIn(SERIAL_KINDS)
  kind?: SerialKind;

  @ApiPropertyOptional({
    enum: RUNS_SHOWN,
    default: 'all',
    description: 'to-bind: not bound, and complete or its month or year is over',
  })
  @IsOptional()
  @IsIn(RUNS_SHOWN)
  show: (typeof RUNS_SHOWN)[number] = 'all';
}

/** `GET /back-issues` */
export class BackIssuesAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'of one serial' })
  @IsOptional()
  @Id()
  serialId?: string;

  @ApiPropertyOptional({ enum: STOCK_STATES, description: 'missing, in repair …' })
  @IsOptional()
  @IsIn(STOCK_STATES)
  status?: StockState;
}

const orNull = { type: 'string', nullable: true } as const;
const whole = { type: 'integer' } as const;

/** A month of a newspaper or a year of a periodical, as one school has it. */
export class RunView {
  @ApiProperty({ format: 'uuid' }) serialId!: string;
  @ApiProperty() title!: string;
  @ApiProperty({ enum: SERIAL_KINDS }) kind!: SerialKind;
  @ApiProperty(whole) year!: number;
  @ApiProperty({ ...whole, description: '0: the whole year' }) month!: number;
  @ApiProperty(whole) issues!: number;
  @ApiProperty(whole) received!: number;
  @ApiProperty({ ...whole, description: 'of the issue of which fewest are there' }) copies!: number;
  @ApiProperty({ type: [String], description: 'issues that are not there' }) missing!: string[];
  @ApiProperty() firstLabel!: string;
  @ApiProperty() lastLabel!: string;
  @ApiProperty({ format: 'date', description: 'the end of the month or the year' }) endsOn!: string;
  @ApiProperty() complete!: boolean;
  @ApiProperty() ended!: boolean;
  @ApiProperty({ ...orNull, format: 'uuid' }) bindingId!: string | null;
  @ApiProperty({ ...orNull, format: 'date' }) boundOn!: string | null;
  @ApiProperty({ ...whole, description: 'that were bound of it' }) volumes!: number;
  @ApiProperty(orNull) incompleteReason!: string | null;
}
export class RunsPage {
  @ApiProperty({ type: [RunView] }) items!: RunView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}

/** A bound volume on the shelf. */
export class BackIssueView {
  @ApiProperty({ format: 'uuid' }) copyId!: string;
  @ApiProperty({ format: 'uuid' }) serialId!: string;
  @ApiProperty() title!: string;
  @ApiProperty({ enum: SERIAL_KINDS }) kind!: SerialKind;
  @ApiProperty() volume!: string;
  @ApiProperty(orNull) callNumber!: string | null;
  @ApiProperty() barcode!: string;
  @ApiProperty(whole) accessionNumber!: number;
  @ApiProperty(orNull) location!: string | null;
  @ApiProperty({ enum: STOCK_STATES }) status!: StockState;
  @ApiProperty(whole) issues!: number;
  @ApiProperty({ ...whole, description: 'issues that are not in it' }) missing!: number;
  @ApiProperty({ format: 'date' }) boundOn!: string;
}
export class BackIssuesPage {
  @ApiProperty({ type: [BackIssueView] }) items!: BackIssueView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
export class BindingAnswer {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ type: [BackIssueView] }) volumes!: BackIssueView[];
}
