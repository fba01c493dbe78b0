import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { CalendarDay } from '@shulian/contracts/ids';
import { limits } from '@shulian/contracts/limits';
import { READER_KINDS, type ReaderKind } from '@shulian/contracts/words';
import { ListAsked } from '@shulian/service-kit';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsNotEmpty,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { PRINTABLE } from '../desk/printable.http.js';
import {
  Day,
  DayOrNone,
  Grades,
  IdOrNone,
  IdOrNull,
  Line,
  LineOrNull,
  SchoolAsked,
  shown,
  Whole,
  WholeOrNull,
  YesOfQuery,
  YesOrNone,
} from '@shulian/service-kit/fields';
import {
  PURPOSES,
  SHELF_ACCESS,
  shelfAccessOn,
  type Purpose,
  type ShelfAccess,
} from './rules/library-room.js';

/** Seats of one room. */
const MOST_SEATS = 2_000;
const MOST_STEPS = 50;

const purposes = {
  type: 'array' as const,
  items: { type: 'string' as const, enum: [...PURPOSES] },
  minItems: 1,
  maxItems: PURPOSES.length,
};

/** `POST /library-rooms` */
export class LibraryRoomAsked {
  @SchoolAsked()
  schoolId?: string;

  @Line(limits.locationName, 'as 一楼借书室')
  name!: string;

  @ApiProperty(purposes)
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(PURPOSES.length)
  @ArrayUnique()
  @IsIn(PURPOSES, { each: true })
  purposes!: Purpose[];

  @LineOrNull(limits.location, 'building, floor')
  place?: string | null;

  @LineOrNull(limits.locationName, 'as 东校区')
  campus?: string | null;

  @LineOrNull(limits.locationName, 'the department of the library to which it belongs, as 阅览部')
  department?: string | null;

  @WholeOrNull(1, MOST_SEATS, 'seats, or terminals of an electronic reading room')
  seats?: number | null;

  @ApiPropertyOptional({ ...shown.whole, minimum: 1, maximum: 50, default: 1 })
  @IsOptional()
  @Whole(1, 50, 'classes that one zone of the room takes at once')
  classesAtOnce: number = 1;

  @YesOrNone('open from its first hour to its last, with class slots inside')
  allDay: boolean = false;

  @IdOrNull('the room where readers go while this one is closed')
  alternativeId?: string | null;

  @LineOrNull(limits.directions, 'how to get there, when')
  alternativeNote?: string | null;
}

/** `PATCH /library-rooms/{id}`; what is left out stays. */
export class LibraryRoomChange {
  @ApiPropertyOptional()
  @IsOptional()
  @Line(limits.locationName)
  name?: string;

  @ApiPropertyOptional(purposes)
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(PURPOSES.length)
  @ArrayUnique()
  @IsIn(PURPOSES, { each: true })
  purposes?: Purpose[];

  @LineOrNull(limits.location)
  place?: string | null;

  @LineOrNull(limits.locationName)
  campus?: string | null;

  @LineOrNull(limits.locationName)
  department?: string | null;

  @WholeOrNull(1, MOST_SEATS, 'seats or terminals')
  seats?: number | null;

  @ApiPropertyOptional({ ...shown.whole, minimum: 1, maximum: 50 })
  @IsOptional()
  @Whole(1, 50)
  classesAtOnce?: number;

  @YesOrNone('open from its first hour to its last')
  allDay?: boolean;

  @IdOrNull('the room where readers go while this one is closed')
  alternativeId?: string | null;

  @LineOrNull(limits.directions)
  alternativeNote?: string | null;

  @YesOrNone('true: out of use from today on; false: in use again')
  retired?: boolean;
}

/** `GET /library-rooms` */
export class LibraryRoomsAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @YesOfQuery('those out of use, too')
  retired?: boolean;
}

export class LibraryRoomView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) schoolId!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ type: [String], enum: PURPOSES }) purposes!: Purpose[];
  @ApiProperty(shown.orNull) place!: string | null;
  @ApiProperty(shown.orNull) campus!: string | null;
  @ApiProperty(shown.orNull) department!: string | null;
  @ApiProperty({ ...shown.whole, nullable: true }) seats!: number | null;
  @ApiProperty(shown.whole) classesAtOnce!: number;
  @ApiProperty() allDay!: boolean;
  @ApiProperty({ ...shown.orNull, format: 'uuid' }) alternativeId!: string | null;
  @ApiProperty(shown.orNull) alternativeName!: string | null;
  @ApiProperty(shown.orNull) alternativeNote!: string | null;
  @ApiProperty({ ...shown.orNull, format: 'date' }) retiredOn!: string | null;
  @ApiProperty(shown.whole) version!: number;
}
export class LibraryRoomsPage {
  @ApiProperty({ type: [LibraryRoomView] }) items!: LibraryRoomView[];
  @ApiProperty(shown.orNull) nextCursor!: string | null;
}

export class ShelfStepAsked {
  @ApiProperty({ enum: READER_KINDS })
  @IsIn(READER_KINDS)
  readerKind!: ReaderKind;

  @Grades()
  grades: number[] = [];

  @ApiProperty({ enum: SHELF_ACCESS, description: 'closed: staff fetch; partly: some shelves; open: all' })
  @IsIn(SHELF_ACCESS)
  access!: ShelfAccess;

  @Day('from this day on')
  beginsOn!: CalendarDay;
}

/** `PUT /library-rooms/{id}/shelf-access` */
export class ShelfAccessPlanAsked {
  @ApiProperty({
    type: [ShelfStepAsked],
    maxItems: MOST_STEPS,
    description: 'all steps; those before are replaced',
  })
  @IsArray()
  @ArrayMaxSize(MOST_STEPS)
  @ValidateNested({ each: true })
  @Type(() => ShelfStepAsked)
  steps!: ShelfStepAsked[];
}

export class ShelfAccessOnAsked {
  @DayOrNone('the day that is meant; today where left out')
  on?: CalendarDay;
}

export class ShelfAccessOfKind {
  @ApiProperty({ enum: READER_KINDS }) readerKind!: ReaderKind;
  @ApiProperty({ ...shown.whole, nullable: true, description: 'of pupils; null: of the others' }) grade!:
    number | null;
  @ApiProperty({ enum: SHELF_ACCESS }) access!: ShelfAccess;
}
export class ShelfAccessView {
  @ApiProperty({ format: 'uuid' }) roomId!: string;
  @ApiProperty({ format: 'date' }) on!: string;
  @ApiProperty({ type: [ShelfStepAsked] }) steps!: ShelfStepAsked[];
  @ApiProperty({ type: [ShelfAccessOfKind], description: 'what holds on the day' })
  holds!: ShelfAccessOfKind[];
}

/** `POST /library-rooms/{id}/shelf-access/search`: the card is no part of an address. */
export class ShelfAccessOfReaderAsked {
  @IdOrNone('reader id or card number, one of the two')
  readerId?: string;

  @ApiPropertyOptional({ maxLength: 64 })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(64)
  @Matches(PRINTABLE)
  cardNumber?: string;
}
export class ShelfAccessOfReader {
  @ApiProperty({ format: 'uuid' }) readerId!: string;
  @ApiProperty({ enum: READER_KINDS }) readerKind!: ReaderKind;
  @ApiProperty({ ...shown.whole, nullable: true }) grade!: number | null;
  @ApiProperty({ enum: SHELF_ACCESS }) access!: ShelfAccess;
}

const ALL_GRADES = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

export const shelfAccessView = (
  roomId: string,
  steps: readonly ShelfStepAsked[],
  on: CalendarDay,
): ShelfAccessView => ({
  roomId,
  on,
  steps: [...steps],
  holds: READER_KINDS.flatMap((readerKind) =>
    (readerKind === 'student' ? ALL_GRADES : [null]).map((grade) => ({
      readerKind,
      grade,
      access: shelfAccessOn(steps, { kind: readerKind, grade }, on),
    })),
  ),
});
