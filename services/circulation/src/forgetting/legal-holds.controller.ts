import { Body, Controller, Get, HttpCode, Param, Post, Query, type StreamableFile } from '@nestjs/common';
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
import { printedLegalHolds } from './forgetting.format.js';
import { LegalHoldAsked, LegalHoldsAsked, LegalHoldsPage, LegalHoldView } from './forgetting.http.js';
import { ForgettingQuery } from './forgetting.query.js';
import { LiftLegalHold } from './lift-legal-hold.use-case.js';
import { PlaceLegalHold } from './place-legal-hold.use-case.js';

@Controller('legal-holds')
export class LegalHoldsController {
  constructor(
    private readonly forgetting: ForgettingQuery,
    private readonly placeHold: PlaceLegalHold,
    private readonly liftHold: LiftLegalHold,
    private readonly documents: Documents,
  ) {}

  @Post()
  @HttpCode(201)
  @Does('legal-holds.create')
  @ApiCreatedResponse({ type: LegalHoldView })
  create(
    @From() caller: Caller,
    @Body() input: LegalHoldAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.placeHold.execute(caller, input, request);
  }

  @Get()
  @Does('legal-holds.list')
  @ApiOkResponse({ type: LegalHoldsPage })
  list(
    @From() caller: Caller,
    @Query() input: LegalHoldsAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<LegalHoldView> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedLegalHolds, input, language, (page) =>
      this.forgetting.legalHolds(page, schoolId),
    );
  }

  @Post(':id/lifting')
  @HttpCode(200)
  @Does('legal-holds.lift')
  @ApiOkResponse({ type: LegalHoldView })
  lift(
    @From() caller: Caller,
    @Param('id') id: string,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.liftHold.execute(caller, pathId(id), request);
  }
}
