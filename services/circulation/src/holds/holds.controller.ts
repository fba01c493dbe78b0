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
import { ApiCreatedResponse, ApiOkResponse } from '@nestjs/swagger';
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
import { CancelHold } from './cancel-hold.use-case.js';
import { printedHolds } from './holds.format.js';
import { HoldAsked, HoldPage, HoldsAsked, HoldView, SuspensionAsked } from './holds.http.js';
import { HoldsQuery } from './holds.query.js';
import { PlaceHold } from './place-hold.use-case.js';
import { SuspendHold } from './suspend-hold.use-case.js';

@Controller('holds')
export class HoldsController {
  constructor(
    private readonly holds: HoldsQuery,
    private readonly placeHold: PlaceHold,
    private readonly cancelHold: CancelHold,
    private readonly suspendHold: SuspendHold,
    private readonly documents: Documents,
  ) {}

  @Post()
  @HttpCode(201)
  @ApiCreatedResponse({ type: HoldView })
  @Does('holds.create')
  place(
    @From() caller: Caller,
    @Body() input: HoldAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.placeHold.execute(caller, input, request);
  }

  @Get()
  @ApiOkResponse({ type: HoldPage })
  @Does('holds.list')
  list(
    @From() caller: Caller,
    @Query() input: HoldsAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<HoldView> | StreamableFile> {
    return pageOrDocument(this.documents, printedHolds, input, language, (page) =>
      this.holds.list(caller, page),
    );
  }

  @Get(':id')
  @ApiOkResponse({ type: HoldView })
  @Does('holds.read')
  read(@From() caller: Caller, @Param('id') id: string): Promise<HoldView> {
    return this.holds.one(caller, pathId(id));
  }

  @Post(':id/suspension')
  @HttpCode(200)
  @ApiOkResponse({ type: HoldView })
  @Does('holds.suspend')
  suspend(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: SuspensionAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.suspendHold.execute(caller, pathId(id), { untilOn: input.untilOn ?? null }, request);
  }

  @Post(':id/resumption')
  @HttpCode(200)
  @ApiOkResponse({ type: HoldView })
  @Does('holds.resume')
  resume(
    @From() caller: Caller,
    @Param('id') id: string,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.suspendHold.execute(caller, pathId(id), null, request);
  }

  @Delete(':id')
  @HttpCode(200)
  @ApiOkResponse({ type: HoldView })
  @Does('holds.cancel')
  cancel(@From() caller: Caller, @Param('id') id: string): Promise<HoldView> {
    return this.cancelHold.execute(caller, pathId(id));
  }
}
