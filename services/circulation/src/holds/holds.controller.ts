import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse } from '@nestjs/swagger';
import {
  Caller,
  Does,
  From,
  Once,
  pathId,
  type Answer,
  type DeskRequest,
  type Page,
} from '@shulian/service-kit';
import { CancelHold } from './cancel-hold.use-case.js';
import { HoldAsked, HoldPage, HoldsAsked, HoldView } from './holds.http.js';
import { HoldsQuery } from './holds.query.js';
import { PlaceHold } from './place-hold.use-case.js';

@Controller('holds')
export class HoldsController {
  constructor(
    private readonly holds: HoldsQuery,
    private readonly placeHold: PlaceHold,
    private readonly cancelHold: CancelHold,
  ) {}

  @Post()
  @HttpCode(201)
  @ApiCreatedResponse({ type: HoldView })
  @Does('holds.create')
  place(
    @From() caller: Caller,
    @Body() asked: HoldAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.placeHold.execute(caller, asked, request);
  }

  @Get()
  @ApiOkResponse({ type: HoldPage })
  @Does('holds.list')
  list(@From() caller: Caller, @Query() asked: HoldsAsked): Promise<Page<HoldView>> {
    return this.holds.list(caller, asked);
  }

  @Get(':id')
  @ApiOkResponse({ type: HoldView })
  @Does('holds.read')
  read(@From() caller: Caller, @Param('id') id: string): Promise<HoldView> {
    return this.holds.one(caller, pathId(id));
  }

  @Delete(':id')
  @HttpCode(200)
  @ApiOkResponse({ type: HoldView })
  @Does('holds.cancel')
  cancel(@From() caller: Caller, @Param('id') id: string): Promise<HoldView> {
    return this.cancelHold.execute(caller, pathId(id));
  }
}
