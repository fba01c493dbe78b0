import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { limits } from '@shulian/contracts/limits';
import { Id, ListAsked } from '@shulian/service-kit';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsDateString,
  IsOptional,
  Matches,
  ValidateNested,
} from 'class-validator';
import { BorrowerView } from '../desk/loan.http.js';
import { IdOrNone, SchoolAsked, Text } from '@shulian/service-kit/fields';

const orNull = { type: 'string', nullable: true } as const;
const whole = { type: 'integer' } as const;
const MOST_CLASSES = 200;

const Day = (description: string): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ type: 'string', format: 'date', description }),
    Matches(/^[1-9]\d{3}-\d\d-\d\d$/),
    IsDateString({ strict: true }),
  );
const TimeOrNone = (): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ type: 'string', example: '12:30' }),
    IsOptional(),
    Matches(/^([01][0-9]|2[0-3]):[0-5][0-9]$/),
  );

/** When a class comes. */
export class VacationSlotAsked {
  @ApiProperty({ format: 'uuid' })
  @Id()
  classId!: string;

  @Day('within the days of lending')
  on!: string;

  @TimeOrNone()
  from?: string;

  @TimeOrNone()
  to?: string;
}

/** `POST /vacation-arrangements`; `PUT /vacation-arrangements/{id}` says all of it anew. */
export class VacationAsked {
  @SchoolAsked()
  schoolId?: string;

  @Text(limits.occasionName, 'as 2027年寒假')
  name!: string;

  @Day('the first day on which is lent for the vacation')
  lendFrom!: string;

  @Day('the last')
  lendTo!: string;

  @Day('when all of it is due, after the vacation')
  dueOn!: string;

  @ApiPropertyOptional({
    type: [VacationSlotAsked],
    maxItems: MOST_CLASSES,
    description: 'when each class comes',
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_CLASSES)
  @ArrayUnique(({ classId }: VacationSlotAsked) => classId)
  @ValidateNested({ each: true })
  @Type(() => VacationSlotAsked)
  slots?: VacationSlotAsked[];
}

/** `GET /vacation-arrangements` */
export class VacationsAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;
}

/** `GET /vacation-arrangements/{id}/classes` */
export class VacationClassesAsked extends ListAsked {}

/** `GET /vacation-arrangements/{id}/loans` */
export class VacationLoansAsked extends ListAsked {
  @IdOrNone('of the pupils of this class, and of the class itself')
  classId?: string;
}

export class VacationView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) schoolId!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ format: 'date' }) lendFrom!: string;
  @ApiProperty({ format: 'date' }) lendTo!: string;
  @ApiProperty({ format: 'date' }) dueOn!: string;
  @ApiProperty({ ...whole, description: 'classes that have their time' }) classes!: number;
  @ApiProperty() cancelled!: boolean;
  @ApiProperty(whole) version!: number;
}
export class VacationsPage {
  @ApiProperty({ type: [VacationView] }) items!: VacationView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}

/** A class with its time, and what went out to it. */
export class VacationClass {
  @ApiProperty({ format: 'uuid' }) classId!: string;
  @ApiProperty({ type: () => BorrowerView }) borrower!: BorrowerView;
  @ApiProperty({ format: 'date' }) on!: string;
  @ApiProperty(orNull) from!: string | null;
  @ApiProperty(orNull) to!: string | null;
  @ApiProperty({ ...whole, description: 'copies lent in these days to its pupils and to itself' })
  loans!: number;
  @ApiProperty({ ...whole, description: 'of these, still out' }) open!: number;
}
export class VacationClassesPage {
  @ApiProperty({ type: [VacationClass] }) items!: VacationClass[];
  @ApiProperty(orNull) nextCursor!: string | null;
}

/** A copy that went out for the vacation. */
export class VacationLoan {
  @ApiProperty({ format: 'uuid' }) loanId!: string;
  @ApiProperty({ format: 'date' }) loanedOn!: string;
  @ApiProperty({ type: () => BorrowerView }) borrower!: BorrowerView;
  @ApiProperty({ ...orNull, format: 'uuid' }) readerId!: string | null;
  @ApiProperty({ ...orNull, format: 'uuid' }) classId!: string | null;
  @ApiProperty(orNull) copyBarcode!: string | null;
  @ApiProperty(orNull) title!: string | null;
  @ApiProperty({ format: 'date' }) dueOn!: string;
  @ApiProperty({ enum: ['open', 'returned', 'lost'] }) status!: string;
}
export class VacationLoansPage {
  @ApiProperty({ type: [VacationLoan] }) items!: VacationLoan[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
