import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { limits } from '@shulian/contracts/limits';
import { COPY_KINDS, type CopyKind } from '@shulian/contracts/words';
import { Id, ListAsked } from '@shulian/service-kit';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsDateString,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
} from 'class-validator';
import { Text, TextOrNull } from '@shulian/service-kit/fields';
import { FINDINGS, RESOLUTIONS, type Finding, type Resolution } from './rules/finding.js';
import { STOCKTAKE_STATES, type StocktakeState } from './rules/stocktake.js';

const LAST_NUMBER = 2_147_483_647;

const DayAsked =
  (description: string): PropertyDecorator =>
  (target, key) => {
    ApiPropertyOptional({ type: 'string', format: 'date', description })(target, key);
    IsOptional()(target, key);
    Matches(/^[1-9]\d{3}-\d\d-\d\d$/)(target, key);
    IsDateString({ strict: true })(target, key);
  };
const NumberAsked =
  (description: string): PropertyDecorator =>
  (target, key) => {
    ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: LAST_NUMBER, description })(target, key);
    IsOptional()(target, key);
    IsInt()(target, key);
    Min(1)(target, key);
    Max(LAST_NUMBER)(target, key);
  };
const SchoolAsked = (): PropertyDecorator => (target, key) => {
  ApiPropertyOptional({ format: 'uuid', description: 'may be left out by who works at one school' })(
    target,
    key,
  );
  IsOptional()(target, key);
  Id()(target, key);
};

/** `POST /stocktakes`: all of the school where no stretch is said. */
export class StocktakeAsked {
  @SchoolAsked()
  schoolId?: string;

  @Text(limits.occasionName, 'what the stocktake is called, as 2027年春季清点')
  name!: string;

  @TextOrNull(limits.location, 'only what is kept at this place, as copies name it')
  location?: string | null;

  @ApiPropertyOptional({
    format: 'uuid',
    description: 'only what is placed here or below, in the tree of the school',
  })
  @IsOptional()
  @Id()
  locationId?: string;

  @ApiPropertyOptional({ enum: COPY_KINDS, description: 'only copies of this kind' })
  @IsOptional()
  @IsIn(COPY_KINDS)
  kind?: CopyKind;

  @TextOrNull(limits.clc, 'first class number of the shelves')
  clcFrom?: string | null;

  @TextOrNull(limits.clc, 'last class number of the shelves, with all that is filed under it')
  clcTo?: string | null;

  @NumberAsked('first accession number')
  firstNumber?: number;

  @NumberAsked('last accession number')
  lastNumber?: number;

  @DayAsked('first of the days that are set aside for it')
  beginsOn?: string;

  @DayAsked('last of the days that are set aside for it')
  endsOn?: string;
}

/** `POST /stocktakes/{id}/scans` and `/scans/removals` */
export class ScansAsked {
  @ApiProperty({
    type: 'array',
    items: { type: 'string', minLength: 1, maxLength: limits.barcode },
    minItems: 1,
    maxItems: limits.scans,
    description: 'as scanned, in any case and width; repeats do no harm',
  })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(limits.scans)
  @IsString({ each: true })
  @MinLength(1, { each: true })
  @MaxLength(limits.barcode, { each: true })
  @Matches(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\p{Cs}]*$/u, { each: true })
  @Matches(/\S/, { each: true })
  barcodes!: string[];
}

/** `POST /stocktakes/{id}/resolutions` */
export class ResolutionAsked {
  @ApiProperty({
    enum: RESOLUTIONS,
    description:
      '`mark-missing`: what is missing becomes so in the stock; `restore-found`: what was missing and seen goes back to where it was; `undo-marks`: all that this stocktake moved goes back',
  })
  @IsIn(RESOLUTIONS)
  resolution!: Resolution;
}

/** `POST /stocktakes/{id}/sign-off` and `/cancellation` */
export class CloseAsked {
  @TextOrNull(limits.stockNote, 'what is to be read beside the signature')
  note?: string | null;
}

/** `GET /stocktakes` */
export class StocktakesAsked extends ListAsked {
  @ApiPropertyOptional({ format: 'uuid', description: 'left out by who sees the county: all schools' })
  @IsOptional()
  @Id()
  schoolId?: string;

  @ApiPropertyOptional({ enum: STOCKTAKE_STATES })
  @IsOptional()
  @IsIn(STOCKTAKE_STATES)
  state?: StocktakeState;
}

/** `GET /stocktakes/{id}/findings` */
export class FindingsAsked extends ListAsked {
  @ApiPropertyOptional({ enum: FINDINGS, description: 'only these; all where left out' })
  @IsOptional()
  @IsIn(FINDINGS)
  finding?: Finding;
}

/** `GET /stocktake-progress` */
export class ProgressAsked extends ListAsked {
  @ApiPropertyOptional({ format: 'uuid', description: 'one school; the county where left out' })
  @IsOptional()
  @Id()
  schoolId?: string;

  @DayAsked('only stocktakes opened on this day or later')
  since?: string;
}

const orNull = { type: 'string', nullable: true } as const;
const wholeOrNull = { type: 'integer', nullable: true } as const;
const whole = { type: 'integer' } as const;
const dayOrNull = { ...orNull, format: 'date' } as const;

/** A stocktake in a list. */
export class StocktakeListed {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) schoolId!: string;
  @ApiProperty() schoolName!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ enum: STOCKTAKE_STATES }) state!: StocktakeState;
  @ApiProperty(orNull) location!: string | null;
  @ApiProperty({ ...orNull, format: 'uuid' }) locationId!: string | null;
  @ApiProperty({ ...orNull, description: 'that place in words, from the campus down' })
  locationPath!: string | null;
  @ApiProperty({ ...orNull, enum: [...COPY_KINDS, null] }) kind!: string | null;
  @ApiProperty(orNull) clcFrom!: string | null;
  @ApiProperty(orNull) clcTo!: string | null;
  @ApiProperty(whole) firstNumber!: number;
  @ApiProperty(wholeOrNull) lastNumber!: number | null;
  @ApiProperty(dayOrNull) beginsOn!: string | null;
  @ApiProperty(dayOrNull) endsOn!: string | null;
  @ApiProperty({ format: 'date' }) openedOn!: string;
  @ApiProperty({ description: 'account or client' }) openedBy!: string;
  @ApiProperty(dayOrNull) closedOn!: string | null;
  @ApiProperty({ ...orNull, description: 'who signed or cancelled it' }) closedBy!: string | null;
  @ApiProperty(orNull) note!: string | null;
  @ApiProperty({ ...whole, description: 'copies to be seen, when it was opened' }) expected!: number;
  @ApiProperty({ ...whole, description: 'of those, how many have been scanned' }) seen!: number;
  @ApiProperty({ ...whole, description: 'different barcodes scanned' }) scanned!: number;
  @ApiProperty({ ...orNull, format: 'date-time' }) lastScanAt!: string | null;
}

/** How many copies stand under each finding. */
export class StocktakeFigures {
  @ApiProperty(whole) seen!: number;
  @ApiProperty({ ...whole, description: 'missing before, and seen now' }) found!: number;
  @ApiProperty({ ...whole, description: 'of this school, and not of the stretch that is counted' })
  misplaced!: number;
  @ApiProperty({ ...whole, name: 'lent-but-seen', description: 'only a return at the desk closes the loan' })
  'lent-but-seen'!: number;
  @ApiProperty({ ...whole, name: 'withdrawn-but-seen' }) 'withdrawn-but-seen'!: number;
  @ApiProperty({ ...whole, name: 'of-another-school' }) 'of-another-school'!: number;
  @ApiProperty(whole) unknown!: number;
  @ApiProperty({ ...whole, description: 'should be there, and was not seen' }) missing!: number;
  @ApiProperty({ ...whole, name: 'known-missing', description: 'was missing before, and was not seen' })
  'known-missing'!: number;
  @ApiProperty({ ...whole, description: 'on loan or on its way' }) lent!: number;
  @ApiProperty({ ...whole, description: 'declared lost at the desk' }) lost!: number;
  @ApiProperty({ ...whole, name: 'in-repair' }) 'in-repair'!: number;
}

export class StocktakeView extends StocktakeListed {
  @ApiProperty({ type: StocktakeFigures, description: 'as they are now, or as they were signed' })
  figures!: StocktakeFigures;
}

/** A copy or a barcode under a finding. */
export class FindingView {
  @ApiProperty({ enum: FINDINGS }) finding!: Finding;
  @ApiProperty() barcode!: string;
  @ApiProperty({ ...orNull, format: 'uuid' }) copyId!: string | null;
  @ApiProperty(wholeOrNull) accessionNumber!: number | null;
  @ApiProperty(orNull) callNumber!: string | null;
  @ApiProperty(orNull) title!: string | null;
  @ApiProperty(orNull) volume!: string | null;
  @ApiProperty({ ...orNull, description: 'where it belongs' }) location!: string | null;
  @ApiProperty({ ...wholeOrNull, description: 'fen' }) priceFen!: number | null;
  @ApiProperty(orNull) stockState!: string | null;
  @ApiProperty(orNull) lending!: string | null;
  @ApiProperty({ ...orNull, description: 'whose it is, of another school' }) otherSchool!: string | null;
  @ApiProperty({
    type: 'boolean',
    nullable: true,
    description: 'of missing and found copies: whether the stock says so too',
  })
  resolved!: boolean | null;
}

export class ScansTaken {
  @ApiProperty({ ...whole, description: 'different barcodes in this call' }) received!: number;
  @ApiProperty({ ...whole, description: 'not scanned before in this stocktake' }) added!: number;
  @ApiProperty({ type: [FindingView], description: 'what needs a hand at the shelf' })
  noteworthy!: FindingView[];
}
export class ScansRemoved {
  @ApiProperty({ ...whole, description: 'that had been scanned' }) removed!: number;
}
export class ResolutionDone {
  @ApiProperty({ ...whole, description: 'copies moved by this call' }) changed!: number;
  @ApiProperty({ ...whole, description: 'still to do: call again until it is 0' }) left!: number;
}

/** How far one school is. */
export class ProgressLine {
  @ApiProperty({ format: 'uuid' }) schoolId!: string;
  @ApiProperty() schoolName!: string;
  @ApiProperty({ enum: ['not-begun', 'under-way', 'late', 'signed'] }) standing!: string;
  @ApiProperty({ ...whole, description: 'not cancelled' }) stocktakes!: number;
  @ApiProperty(whole) signed!: number;
  @ApiProperty({ ...whole, description: 'copies to be seen' }) expected!: number;
  @ApiProperty(whole) seen!: number;
  @ApiProperty({ ...whole, description: 'of 100 expected, whole' }) percent!: number;
  @ApiProperty({ ...whole, description: 'missing, of the signed ones' }) missing!: number;
  @ApiProperty({ ...orNull, format: 'date-time' }) lastScanAt!: string | null;
}

export class StocktakesPage {
  @ApiProperty({ type: [StocktakeListed] }) items!: StocktakeListed[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
export class FindingsPage {
  @ApiProperty({ type: [FindingView] }) items!: FindingView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
export class ProgressPage {
  @ApiProperty({ type: [ProgressLine] }) items!: ProgressLine[];
  @ApiProperty(orNull) nextCursor!: string | null;
}

/** As the database has it: without the findings under which nothing stands. */
export type StocktakeRead = StocktakeListed & {
  readonly figures: Readonly<Partial<Record<Finding, number>>>;
};

export const toStocktakeView = ({ figures, ...listed }: StocktakeRead): StocktakeView => ({
  ...listed,
  figures: Object.fromEntries(
    FINDINGS.map((finding) => [finding, figures[finding] ?? 0]),
  ) as unknown as StocktakeFigures,
});
