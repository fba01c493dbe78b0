import { Body, Controller, Get, HttpCode, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
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
import { printedSwaps } from './corner-swaps.format.js';
import { AgreementAsked, SwapAsked, SwapsAsked, SwapsPage, SwapView } from './corner-swaps.http.js';
import { CornerSwapsQuery } from './corner-swaps.query.js';
import { DecideSwap } from './decide-swap.use-case.js';
import { ProposeSwap } from './propose-swap.use-case.js';

@ApiTags('corner swaps')
@Controller('corner-swaps')
export class CornerSwapsController {
  constructor(
    private readonly swaps: CornerSwapsQuery,
    private readonly propose: ProposeSwap,
    private readonly decide: DecideSwap,
    private readonly documents: Documents,
  ) {}

  @Post()
  @HttpCode(201)
  @Does('corner-swaps.create')
  @ApiCreatedResponse({ type: SwapView })
  create(
    @From() caller: Caller,
    @Body() input: SwapAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.propose.execute(caller, input, request);
  }

  @Get()
  @Does('corner-swaps.list')
  @ApiOkResponse({ type: SwapsPage })
  list(
    @From() caller: Caller,
    @Query() input: SwapsAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<SwapView> | StreamableFile> {
    return pageOrDocument(this.documents, printedSwaps, input, language, (page) =>
      this.swaps.list(caller, page),
    );
  }

  @Post(':id/agreement')
  @HttpCode(200)
  @Does('corner-swaps.agree')
  @ApiOkResponse({ type: SwapView })
  agree(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: AgreementAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.decide.agree(caller, pathId(id), input.cornerId, request);
  }

  @Post(':id/refusal')
  @HttpCode(200)
  @Does('corner-swaps.refuse')
  @ApiOkResponse({ type: SwapView })
  refuse(
    @From() caller: Caller,
    @Param('id') id: string,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.decide.refuse(caller, pathId(id), request);
  }

  @Post(':id/undoing')
  @HttpCode(200)
  @Does('corner-swaps.undo')
  @ApiOkResponse({ type: SwapView })
  undo(
    @From() caller: Caller,
    @Param('id') id: string,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.decide.undo(caller, pathId(id), request);
  }
}
