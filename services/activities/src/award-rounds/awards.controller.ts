import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Post,
  Query,
  type StreamableFile,
} from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  Caller,
  Documents,
  Does,
  From,
  Once,
  pageOrDocument,
  pathId,
  ReadsIn,
  type Answer,
  type DeskRequest,
  type Language,
  type Page,
} from '@shulian/service-kit';
import { RemovedView } from '../removed-view.http.js';
import { printedAwards } from './award-rounds.format.js';
import { AwardsAsked, AwardsPage, AwardView, PrizeAsked } from './award-rounds.http.js';
import { AwardRoundsQuery } from './award-rounds.query.js';
import { ChooseAward } from './choose-award.use-case.js';

/** Awards of all rounds. */
@ApiTags('awards')
@Controller('awards')
export class AwardsController {
  constructor(
    private readonly query: AwardRoundsQuery,
    private readonly chooseAward: ChooseAward,
    private readonly documents: Documents,
  ) {}

  @Get()
  @Does('awards.list')
  @ApiOkResponse({ type: AwardsPage })
  list(
    @From() caller: Caller,
    @Query() input: AwardsAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<AwardView> | StreamableFile> {
    return pageOrDocument(this.documents, printedAwards, input, language, (page) =>
      this.query.awards(caller, page),
    );
  }

  @Delete(':id')
  @Does('awards.remove')
  @ApiOkResponse({ type: RemovedView })
  remove(
    @From() caller: Caller,
    @Param('id') id: string,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.chooseAward.remove(caller, pathId(id), request);
  }

  @Post(':id/prize')
  @HttpCode(200)
  @Does('awards.issue-prize')
  @ApiOkResponse({ type: AwardView })
  issuePrize(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: PrizeAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.chooseAward.issuePrize(caller, pathId(id), input, request);
  }
}
