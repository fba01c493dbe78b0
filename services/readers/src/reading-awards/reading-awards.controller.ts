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
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse } from '@nestjs/swagger';
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
import { KeepAward } from './keep-award.use-case.js';
import { printedAwards } from './reading-awards.format.js';
import { AwardAsked, AwardsAsked, AwardsPage, AwardView } from './reading-awards.http.js';
import { ReadingAwards } from './reading-awards.query.js';

@Controller('reading-awards')
export class ReadingAwardsController {
  constructor(
    private readonly awards: ReadingAwards,
    private readonly keep: KeepAward,
    private readonly documents: Documents,
  ) {}

  @Post()
  @HttpCode(201)
  @Does('reading-awards.give')
  @ApiCreatedResponse({ type: AwardView })
  give(
    @From() caller: Caller,
    @Body() input: AwardAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.keep.give(caller, input, request);
  }

  @Get()
  @Does('reading-awards.list')
  @ApiOkResponse({ type: AwardsPage })
  list(
    @From() caller: Caller,
    @Query() input: AwardsAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<AwardView> | StreamableFile> {
    return pageOrDocument(this.documents, printedAwards, input, language, (page) =>
      this.awards.list(caller, page),
    );
  }

  @Delete(':id')
  @HttpCode(204)
  @Does('reading-awards.take-back')
  @ApiNoContentResponse()
  takeBack(@From() caller: Caller, @Param('id') id: string): Promise<void> {
    return this.keep.takeBack(caller, pathId(id));
  }
}
