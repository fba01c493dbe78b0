import { ApiProperty } from '@nestjs/swagger';
import { PageAsked } from '@shulian/service-kit';
import { IdAsked, shown } from '@shulian/service-kit/fields';
import { PRIZE_LEVELS, type PrizeLevel } from './rules/contest.js';

/** `GET /contest-results` */
export class ContestResultsAsked extends PageAsked {
  @IdAsked('of this school')
  schoolId!: string;
}
class PrizesOfGrade {
  @ApiProperty({ enum: PRIZE_LEVELS }) level!: PrizeLevel;
  @ApiProperty({ ...shown.wholeOrNull, description: 'null: teachers' }) grade!: number | null;
  @ApiProperty(shown.whole) prizes!: number;
}
/** What everybody may know of a contest: nobody's name, and nothing that leads to one. */
export class ContestResultView {
  @ApiProperty(shown.id) id!: string;
  @ApiProperty() name!: string;
  @ApiProperty(shown.orNull) theme!: string | null;
  @ApiProperty({ type: [String] }) organisers!: string[];
  @ApiProperty(shown.day) publishedOn!: string;
  @ApiProperty(shown.whole) entries!: number;
  @ApiProperty({ type: [PrizesOfGrade] }) prizes!: PrizesOfGrade[];
}
export class ContestResultsPage {
  @ApiProperty({ type: [ContestResultView] }) items!: ContestResultView[];
  @ApiProperty(shown.orNull) nextCursor!: string | null;
}
