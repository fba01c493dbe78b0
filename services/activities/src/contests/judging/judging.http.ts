import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { limits } from '@shulian/contracts/limits';
import { ListAsked } from '@shulian/service-kit';
import { IdAsked, IdOrNone, IdsOf, shown, TextOrNull, Things, WholeOrNull, YesOfQuery } from '@shulian/service-kit/fields'; // prettier-ignore
import { ArrayMaxSize, IsArray, IsInt, IsOptional, Max, Min } from 'class-validator';
import { MOST_TENTHS } from '../contest-terms.http.js';
import { ContestFileView } from '../entries/entries.http.js';
import { PRIZE_LEVELS, type PrizeLevel } from '../rules/contest.js';

class JudgeAsked {
  @IdOrNone('the teacher or member of the staff, as a reader of the school')
  readerId?: string;

  @IdOrNone('the account that signs in to judge')
  accountId?: string;

  @IdsOf(50, 0, 'classes that this judge teaches: their works go to others')
  classIds?: string[];
}
/** `PUT /contests/{id}/judges`: those who are named, in place of those before. */
export class JudgesAsked {
  @Things(JudgeAsked, 100)
  items!: JudgeAsked[];
}
/** `GET /contests/{id}/judges` */
export class JudgesListAsked extends ListAsked {}

export class JudgeView {
  @ApiProperty(shown.id) id!: string;
  @ApiProperty(shown.idOrNull) readerId!: string | null;
  @ApiProperty(shown.idOrNull) accountId!: string | null;
  @ApiProperty({ type: [String] }) classIds!: string[];
  @ApiProperty({ ...shown.whole, description: 'works with a score of this judge' }) scored!: number;
}
export class JudgesPage {
  @ApiProperty({ type: [JudgeView] }) items!: JudgeView[];
  @ApiProperty(shown.orNull) nextCursor!: string | null;
}

class WorkScoreAsked {
  @IdAsked('the work')
  entryId!: string;

  @WholeOrNull(0, MOST_TENTHS, 'tenths of a point, up to 100 points; left out where `points` says it')
  tenths?: number | null;

  @ApiPropertyOptional({
    type: 'array',
    items: { type: 'integer', minimum: 0, maximum: MOST_TENTHS },
    maxItems: 200,
    description: 'of a paper with questions: tenths for each',
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(200)
  @IsInt({ each: true })
  @Min(0, { each: true })
  @Max(MOST_TENTHS, { each: true })
  points?: number[];

  @TextOrNull(limits.remark)
  remark?: string | null;
}
/** `PUT /contests/{id}/scores`: of the works that are named; others stay as they are. */
export class WorkScoresAsked {
  @IdOrNone('whose score sheet a librarian enters; who judges leaves it out')
  judgeId?: string;

  @Things(WorkScoreAsked, 200)
  items!: WorkScoreAsked[];
}
export class WorkScoresView {
  @ApiProperty(shown.id) judgeId!: string;
  @ApiProperty({ ...shown.whole, description: 'works with a score of this judge now' }) scored!: number;
}

/** `GET /contests/{id}/works` */
export class WorksAsked extends ListAsked {
  @YesOfQuery('true: only those without the own score')
  open?: boolean;
}
/** A work as its judges see it: without anybody's name. */
export class WorkView {
  @ApiProperty(shown.id) entryId!: string;
  @ApiProperty(shown.whole) number!: number;
  @ApiProperty(shown.wholeOrNull) grade!: number | null;
  @ApiProperty(shown.orNull) title!: string | null;
  @ApiProperty(shown.orNull) text!: string | null;
  @ApiProperty() onPaper!: boolean;
  @ApiProperty({ type: [ContestFileView] }) files!: ContestFileView[];
  @ApiProperty({ ...shown.wholeOrNull, description: 'the own score' }) tenths!: number | null;
  @ApiProperty({ type: [Number], nullable: true }) points!: number[] | null;
  @ApiProperty(shown.orNull) remark!: string | null;
}
export class WorksPage {
  @ApiProperty({ type: [WorkView] }) items!: WorkView[];
  @ApiProperty(shown.orNull) nextCursor!: string | null;
}

/** `GET /contests/{id}/ranking` */
export class RankingAsked extends ListAsked {}
export class RankView {
  @ApiProperty(shown.id) entryId!: string;
  @ApiProperty(shown.whole) number!: number;
  @ApiProperty({ description: 'who is ranked with whom: school, a grade, or the id of a class' })
  group!: string;
  @ApiProperty(shown.idOrNull) readerId!: string | null;
  @ApiProperty(shown.idOrNull) classId!: string | null;
  @ApiProperty(shown.orNull) title!: string | null;
  @ApiProperty({ ...shown.whole, description: 'scores it has' }) scores!: number;
  @ApiProperty({ ...shown.whole, description: 'scores it still needs' }) missing!: number;
  @ApiProperty({ ...shown.wholeOrNull, description: 'mean in hundredths of a point' }) hundredths!:
    number | null;
  @ApiProperty(shown.wholeOrNull) place!: number | null;
  @ApiProperty({ description: 'others have the same mean' }) tied!: boolean;
  @ApiProperty({ ...shown.orNull, enum: [...PRIZE_LEVELS, null] }) level!: PrizeLevel | null;
}
export class RankingPage {
  @ApiProperty({ type: [RankView] }) items!: RankView[];
  @ApiProperty(shown.orNull) nextCursor!: string | null;
}

/** `GET /contests/{id}/prizes` and `/certificates` */
export class PrizesAsked extends ListAsked {}
export class PrizeView {
  @ApiProperty(shown.id) id!: string;
  @ApiProperty(shown.id) entryId!: string;
  @ApiProperty({ enum: PRIZE_LEVELS }) level!: PrizeLevel;
  @ApiProperty(shown.whole) place!: number;
  @ApiProperty({ description: 'others share the place' }) tied!: boolean;
  @ApiProperty({ ...shown.idOrNull, description: 'null: a class won it together' }) readerId!: string | null;
  @ApiProperty(shown.idOrNull) classId!: string | null;
  @ApiProperty(shown.wholeOrNull) grade!: number | null;
  @ApiProperty(shown.orNull) title!: string | null;
  @ApiProperty({ description: 'number of its certificate' }) certificate!: string;
  @ApiProperty(shown.day) grantedOn!: string;
}
export class PrizesPage {
  @ApiProperty({ type: [PrizeView] }) items!: PrizeView[];
  @ApiProperty(shown.orNull) nextCursor!: string | null;
}
