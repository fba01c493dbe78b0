import { ApiProperty } from '@nestjs/swagger';
import { ListAsked } from '@shulian/service-kit';
import { IdsOf, shown, Whole } from '@shulian/service-kit/fields';
import { IsBoolean } from 'class-validator';

/** Schools of a county, at most. */
const MOST_SCHOOLS = 1_000;

/** `GET /lending-shares` */
export class LendingSharesAsked extends ListAsked {}

/** `PUT /lending-shares/{schoolId}` */
export class LendingShareAsked {
  @ApiProperty({ description: 'its copies go to readers of other schools, and theirs come here' })
  @IsBoolean()
  open!: boolean;

  @Whole(0, 10_000, 'copies that are out for other schools at once, those on their way included')
  mostOut!: number;

  @Whole(0, 365, 'days from its accession on in which a new copy stays at home')
  newStayDays!: number;

  @ApiProperty({ description: 'other schools may take back what it lent' })
  @IsBoolean()
  takesBack!: boolean;

  @Whole(1, 60, 'days after which a copy on the way counts as missing')
  daysOnWay!: number;

  @Whole(1, 10_000, 'its place among the lending schools, for schools that have no order of their own')
  place!: number;
}

export class LendingShareView {
  @ApiProperty(shown.id) readonly schoolId!: string;
  @ApiProperty(shown.orNull) readonly schoolName!: string | null;
  @ApiProperty() readonly open!: boolean;
  @ApiProperty(shown.whole) readonly mostOut!: number;
  @ApiProperty({ ...shown.whole, description: 'of these, out now' }) readonly out!: number;
  @ApiProperty(shown.whole) readonly newStayDays!: number;
  @ApiProperty() readonly takesBack!: boolean;
  @ApiProperty(shown.whole) readonly daysOnWay!: number;
  @ApiProperty(shown.whole) readonly place!: number;
  @ApiProperty(shown.day) readonly putOn!: string;
  @ApiProperty(shown.whole) readonly version!: number;
}
export class LendingSharesPage {
  @ApiProperty({ type: [LendingShareView] }) readonly items!: LendingShareView[];
  @ApiProperty(shown.orNull) readonly nextCursor!: string | null;
}

/** `PUT /lending-orders/{schoolId}` */
export class LendingOrderAsked {
  @IdsOf(MOST_SCHOOLS, 0, 'lending schools, the nearest first; those left out come after them')
  schoolIds: string[] = [];
}
export class LendingOrderView {
  @ApiProperty(shown.id) readonly schoolId!: string;
  @ApiProperty({ type: [String], format: 'uuid' }) readonly schoolIds!: string[];
  @ApiProperty({ ...shown.whole, description: '1: none was put yet' }) readonly version!: number;
}
