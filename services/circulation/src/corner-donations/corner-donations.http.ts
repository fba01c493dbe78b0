import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { limits } from '@shulian/contracts/limits';
import { ListAsked } from '@shulian/service-kit';
import { IsBoolean, IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { BorrowerView } from '../desk/loan.http.js';
import { DayOrNone, IdOrNone, SchoolAsked, Text, TextOrNull } from '@shulian/service-kit/fields';

const orNull = { type: 'string', nullable: true } as const;
const whole = { type: 'integer' } as const;
const MOST_VOLUMES = 1_000;

export const DONATION_STATES = ['offered', 'accepted', 'refused', 'removed'] as const;
export type DonationState = (typeof DONATION_STATES)[number];

/** `POST /book-corners/{id}/donations`: given by a class, a reader or, by name, somebody else. */
export class DonationAsked {
  @IdOrNone('the class that gives; the class of the corner where nobody is named')
  classId?: string;

  @IdOrNone('the reader who gives')
  readerId?: string;

  @TextOrNull(limits.personName, 'who gives from outside the school')
  giver?: string | null;

  @Text(limits.title)
  title!: string;

  @TextOrNull(limits.contributor)
  author?: string | null;

  @TextOrNull(limits.occasionName, 'as 2026年读书节')
  occasion?: string | null;

  @ApiPropertyOptional({ ...whole, minimum: 1, maximum: MOST_VOLUMES, default: 1 })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MOST_VOLUMES)
  volumes: number = 1;
}

/** `PUT /corner-donations/{id}/verdict`: sound in ideas, science and interest, or not taken (P-54). */
export class VerdictAsked {
  @ApiProperty({ description: 'sound in its ideas' })
  @IsBoolean()
  sound!: boolean;

  @ApiProperty({ description: 'right in its science' })
  @IsBoolean()
  scientific!: boolean;

  @ApiProperty({ description: 'of interest to the readers of the corner' })
  @IsBoolean()
  interesting!: boolean;

  @TextOrNull(limits.remark, 'why it is not taken; needed where one of the three is not so')
  why?: string | null;
}

/** `GET /corner-donations` */
export class DonationsAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @IdOrNone('given to this corner')
  cornerId?: string;

  @ApiPropertyOptional({ enum: DONATION_STATES })
  @IsOptional()
  @IsIn(DONATION_STATES)
  state?: DonationState;

  @DayOrNone('offered on this day or later')
  from?: string;

  @DayOrNone('offered on this day or before')
  to?: string;
}

export class DonationView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) schoolId!: string;
  @ApiProperty({ format: 'uuid' }) cornerId!: string;
  @ApiProperty() corner!: string;
  @ApiProperty({ type: () => BorrowerView, nullable: true, description: 'the class or reader who gives' })
  donor!: BorrowerView | null;
  @ApiProperty({ ...orNull, format: 'uuid' }) readerId!: string | null;
  @ApiProperty({ ...orNull, description: 'who gives from outside the school' }) giver!: string | null;
  @ApiProperty() title!: string;
  @ApiProperty(orNull) author!: string | null;
  @ApiProperty(orNull) occasion!: string | null;
  @ApiProperty(whole) volumes!: number;
  @ApiProperty({ format: 'date' }) offeredOn!: string;
  @ApiProperty({ enum: DONATION_STATES }) state!: DonationState;
  @ApiProperty({ type: 'boolean', nullable: true }) sound!: boolean | null;
  @ApiProperty({ type: 'boolean', nullable: true }) scientific!: boolean | null;
  @ApiProperty({ type: 'boolean', nullable: true }) interesting!: boolean | null;
  @ApiProperty(orNull) why!: string | null;
  @ApiProperty({ ...orNull, format: 'date' }) vettedOn!: string | null;
  @ApiProperty({ ...orNull, description: 'account or client' }) vettedBy!: string | null;
  @ApiProperty(whole) version!: number;
}
export class DonationsPage {
  @ApiProperty({ type: [DonationView] }) items!: DonationView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
