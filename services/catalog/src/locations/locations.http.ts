import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { limits } from '@shulian/contracts/limits';
import { Id, ListAsked } from '@shulian/service-kit';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsOptional, Max, Min, ValidateIf } from 'class-validator';
import { CopyListed } from '../accession/copies.http.js';
import { Text, TextOrNull } from '@shulian/service-kit/fields';
import { percentFull, type TreeLine } from './rules/location-tree.js';
import { LOCATION_KINDS, type Location, type LocationKind } from './rules/location.js';

const MOST_VOLUMES = 10_000_000;
const isGiven = (_: object, value: unknown): boolean => value !== undefined && value !== null;
const inSchool = { format: 'uuid', description: 'may be left out by who works at one school' } as const;

/** A school in a body or a query. */
export const SchoolAsked = (): PropertyDecorator =>
  applyDecorators(ApiPropertyOptional(inSchool), IsOptional(), Id());

/** An id that may be null, which says: none. */
export const IdOrNull = (description: string): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ type: 'string', format: 'uuid', nullable: true, description }),
    ValidateIf(isGiven),
    Id(),
  );

const CapacityAsked = (): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({
      type: 'integer',
      nullable: true,
      minimum: 0,
      maximum: MOST_VOLUMES,
      description: 'volumes it holds',
    }),
    ValidateIf(isGiven),
    IsInt(),
    Min(0),
    Max(MOST_VOLUMES),
  );
const PositionAsked = (): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({
      type: 'integer',
      minimum: 0,
      maximum: 10_000,
      description: 'its place among its sisters; the same: by name',
    }),
    IsOptional(),
    IsInt(),
    Min(0),
    Max(10_000),
  );
const YesInQuery = (description: string): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ type: 'boolean', description }),
    IsOptional(),
    Transform(({ value }: { value: unknown }) =>
      value === 'true' ? true : value === 'false' ? false : value,
    ),
    IsBoolean(),
  );

/** `POST /locations` */
export class LocationAsked {
  @SchoolAsked()
  schoolId?: string;

  @IdOrNull('the place it is in; null or left out: the school itself')
  parentId?: string | null;

  @ApiProperty({ enum: LOCATION_KINDS, description: 'from wide to narrow: a place stands in a wider one' })
  @IsIn(LOCATION_KINDS)
  kind!: LocationKind;

  @Text(limits.locationName)
  name!: string;

  @PositionAsked()
  position?: number;

  @CapacityAsked()
  capacity?: number | null;

  @TextOrNull(limits.locationName, 'what a thematic room or bookcase collects')
  theme?: string | null;
}

/** `PATCH /locations/{id}`: what is left out stays, null empties. */
export class LocationChangeAsked {
  @ApiPropertyOptional({ maxLength: limits.locationName })
  @ValidateIf((_: object, value: unknown) => value !== undefined)
  @Text(limits.locationName)
  name?: string;

  @IdOrNull('another place it stands in, with all that is in it; null: the school itself')
  parentId?: string | null;

  @PositionAsked()
  position?: number;

  @CapacityAsked()
  capacity?: number | null;

  @TextOrNull(limits.locationName)
  theme?: string | null;

  @ApiPropertyOptional({ description: 'true closes it, once nothing stands in it; false opens it again' })
  @IsOptional()
  @IsBoolean()
  closed?: boolean;
}

/** `GET /locations` */
export class LocationsAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'this place and what is in it' })
  @IsOptional()
  @Id()
  under?: string;

  @ApiPropertyOptional({ enum: LOCATION_KINDS })
  @IsOptional()
  @IsIn(LOCATION_KINDS)
  kind?: LocationKind;

  @YesInQuery('thematic rooms and bookcases only')
  themed?: boolean;

  @YesInQuery('closed places as well')
  closed?: boolean;
}

const orNull = { type: 'string', nullable: true } as const;
const whole = { type: 'integer' } as const;
const wholeOrNull = { type: 'integer', nullable: true } as const;

export class LocationView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty(whole) version!: number;
  @ApiProperty({ format: 'uuid' }) schoolId!: string;
  @ApiProperty({ ...orNull, format: 'uuid' }) parentId!: string | null;
  @ApiProperty({ enum: LOCATION_KINDS }) kind!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ description: 'its place in words, from the campus down' }) path!: string;
  @ApiProperty(whole) position!: number;
  @ApiProperty({ ...wholeOrNull, description: 'volumes it holds' }) capacity!: number | null;
  @ApiProperty(orNull) theme!: string | null;
  @ApiProperty() closed!: boolean;
}

/** A place as a line of the tree. */
export class LocationLine extends LocationView {
  @ApiProperty({ ...whole, description: '0 for what stands in the school itself' }) depth!: number;
  @ApiProperty({ ...whole, description: 'copies placed in it, wherever they are now' }) volumes!: number;
  @ApiProperty({ ...whole, description: 'with all that is placed below it' }) volumesInAll!: number;
  @ApiProperty({ ...wholeOrNull, description: 'its capacity, else that of what is in it' })
  capacityInAll!: number | null;
  @ApiProperty({ ...wholeOrNull, description: 'volumesInAll of capacityInAll, rounded down' })
  percentFull!: number | null;
}

export class LocationsPage {
  @ApiProperty({ type: [LocationLine] }) items!: LocationLine[];
  @ApiProperty(orNull) nextCursor!: string | null;
}

export class PlacedCopiesPage {
  @ApiProperty({ type: [CopyListed] }) items!: CopyListed[];
  @ApiProperty(orNull) nextCursor!: string | null;
}

export const toLocationView = ({ ancestors: _, ...location }: Location): LocationView => location;

export const toTreeLineView = ({
  location,
  depth,
  volumes,
  volumesInAll,
  capacityInAll,
}: TreeLine): LocationLine => ({
  ...toLocationView(location),
  depth,
  volumes,
  volumesInAll,
  capacityInAll,
  percentFull: percentFull(volumesInAll, capacityInAll),
});
