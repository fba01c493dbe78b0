import { ApiProperty } from '@nestjs/swagger';
import { limits } from '@shulian/contracts/limits';
import { ListAsked } from '@shulian/service-kit';
import {
  Code,
  Day,
  Grades,
  IdsOf,
  OneOf,
  OneOfOrNone,
  SchoolAsked,
  Text,
  Things,
  Whole,
  YesOrNone,
  shown,
} from '@shulian/service-kit/fields';
import { PART_SOURCES, RATE_UNITS, type PartSource, type RateUnit } from './rules/participation.js';

class PartAsked {
  @Code()
  code!: string;

  @Text(limits.activityName, 'as 写心得体会')
  name!: string;

  @OneOf(PART_SOURCES, 'how it is known who took part')
  source!: PartSource;

  @Whole(0, 100, 'how many percent are to take part')
  goalPercent!: number;
}

/** `POST /reading-campaigns` */
export class CampaignAsked {
  @SchoolAsked()
  schoolId?: string;

  @Text(limits.activityName)
  name!: string;

  @Day('the first day')
  startsOn!: string;

  @Day('the last one')
  endsOn!: string;

  @Grades('for which grades; left out: for all')
  grades?: number[];

  @Things(PartAsked, 10)
  parts!: PartAsked[];
}

/** `GET /reading-campaigns` */
export class CampaignsAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;
}

/** `PUT /reading-campaigns/{id}/participations` */
export class ParticipationsAsked {
  @Code('of a part that is entered')
  code!: string;

  @IdsOf(200, 1, 'pupils')
  readerIds!: string[];

  @YesOrNone('false takes back what was entered by mistake', true)
  tookPart?: boolean;
}

/** `GET /reading-campaigns/{id}/rates` */
export class RatesAsked extends ListAsked {
  @OneOfOrNone(RATE_UNITS, 'class where left out')
  by?: RateUnit;
}

export class PartView {
  @ApiProperty() code!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ enum: PART_SOURCES }) source!: PartSource;
  @ApiProperty(shown.whole) goalPercent!: number;
}
export class CampaignView {
  @ApiProperty(shown.id) id!: string;
  @ApiProperty(shown.whole) version!: number;
  @ApiProperty(shown.id) schoolId!: string;
  @ApiProperty() name!: string;
  @ApiProperty(shown.day) startsOn!: string;
  @ApiProperty(shown.day) endsOn!: string;
  @ApiProperty({ type: [Number], description: 'none: for all' }) grades!: number[];
  @ApiProperty({ type: [PartView] }) parts!: PartView[];
}
export class CampaignsPage {
  @ApiProperty({ type: [CampaignView] }) items!: CampaignView[];
  @ApiProperty(shown.orNull) nextCursor!: string | null;
}

export class RateView {
  @ApiProperty() code!: string;
  @ApiProperty({ description: 'what the part is called' }) part!: string;
  @ApiProperty(shown.idOrNull) classId!: string | null;
  @ApiProperty(shown.orNull) className!: string | null;
  @ApiProperty(shown.wholeOrNull) grade!: number | null;
  @ApiProperty({ ...shown.whole, description: 'pupils' }) heads!: number;
  @ApiProperty(shown.whole) participants!: number;
  @ApiProperty({
    type: 'number',
    nullable: true,
    description: 'percent, cut off after one decimal; null where there are no pupils',
  })
  rate!: number | null;
  @ApiProperty(shown.whole) goalPercent!: number;
  @ApiProperty() reached!: boolean;
}
export class RatesPage {
  @ApiProperty({ type: [RateView] }) items!: RateView[];
  @ApiProperty(shown.orNull) nextCursor!: string | null;
}
