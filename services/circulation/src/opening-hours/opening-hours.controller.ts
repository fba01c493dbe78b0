import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Post,
  Put,
  Query,
  type StreamableFile,
} from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse } from '@nestjs/swagger';
import { Caller, Documents, Does, From, IfMatchWhereKnown, Once, pageOrDocument, pathId, ReadsIn, Versioned, type Answer, type DeskRequest, type Language, type Page } from '@shulian/service-kit'; // prettier-ignore
import { LibraryRoomsQuery } from '../library-rooms/library-rooms.query.js';
import { ExceptOpening } from './except-opening.use-case.js';
import {
  printedOpeningDays,
  printedOpeningExceptions,
  printedOpeningTotals,
} from './opening-hours.format.js';
import { OpeningDaysAsked, OpeningDaysPage, OpeningExceptionAsked, OpeningExceptionsAsked, OpeningExceptionsMade, OpeningExceptionsPage, OpeningHoursAsked, OpeningHoursView, OpeningTotalsAsked, OpeningTotalsPage, OpenRoomsAsked, OpenRoomsView, OpenTogetherAsked, OpenTogetherView, type OpeningDay, type OpeningExceptionView, type OpeningTotal } from './opening-hours.http.js'; // prettier-ignore
import { OpeningHoursQuery } from './opening-hours.query.js';
import { SetOpeningHours } from './set-opening-hours.use-case.js';

@Controller()
export class OpeningHoursController {
  constructor(
    private readonly hours: OpeningHoursQuery,
    private readonly rooms: LibraryRoomsQuery,
    private readonly setHours: SetOpeningHours,
    private readonly exceptOpening: ExceptOpening,
    private readonly documents: Documents,
  ) {}

  @Get('library-rooms/:id/opening-hours')
  @Does('opening-hours.read')
  @ApiOkResponse({ type: OpeningHoursView })
  async read(@From() caller: Caller, @Param('id') id: string): Promise<OpeningHoursView> {
    const room = await this.rooms.ownRoom(caller, pathId(id));
    return this.hours.ofRoom(room.id);
  }

  @Put('library-rooms/:id/opening-hours')
  @HttpCode(200)
  @Versioned()
  @Does('opening-hours.change')
  @ApiOkResponse({ type: OpeningHoursView })
  change(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: OpeningHoursAsked,
    @IfMatchWhereKnown() version: number | null,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.setHours.execute(caller, pathId(id), input, version, request);
  }

  @Put('opening-hours/extracurricular')
  @HttpCode(200)
  @Does('opening-hours.open-together')
  @ApiOkResponse({ type: OpenTogetherView })
  together(
    @From() caller: Caller,
    @Body() input: OpenTogetherAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.setHours.together(caller, input, request);
  }

  @Post('opening-exceptions')
  @HttpCode(201)
  @Does('opening-exceptions.create')
  @ApiCreatedResponse({ type: OpeningExceptionsMade })
  except(
    @From() caller: Caller,
    @Body() input: OpeningExceptionAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.exceptOpening.execute(caller, input, request);
  }

  @Get('opening-exceptions')
  @Does('opening-exceptions.list')
  @ApiOkResponse({ type: OpeningExceptionsPage })
  exceptions(
    @From() caller: Caller,
    @Query() input: OpeningExceptionsAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<OpeningExceptionView> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedOpeningExceptions, input, language, (page) =>
      this.hours.exceptions(schoolId, page),
    );
  }

  @Delete('opening-exceptions/:id')
  @HttpCode(204)
  @Does('opening-exceptions.remove')
  @ApiNoContentResponse()
  takeBack(@From() caller: Caller, @Param('id') id: string): Promise<void> {
    return this.exceptOpening.takeBack(caller, pathId(id));
  }

  @Get('opening-days')
  @Does('opening-days.list')
  @ApiOkResponse({ type: OpeningDaysPage })
  days(
    @From() caller: Caller,
    @Query() input: OpeningDaysAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<OpeningDay> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedOpeningDays, input, language, (page) =>
      this.hours.days(schoolId, page),
    );
  }

  @Get('opening-totals')
  @Does('opening-totals.list')
  @ApiOkResponse({ type: OpeningTotalsPage })
  totals(
    @From() caller: Caller,
    @Query() input: OpeningTotalsAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<OpeningTotal> | StreamableFile> {
    const schoolId = caller.schoolOrCounty(input.schoolId);
    return pageOrDocument(this.documents, printedOpeningTotals, input, language, (page) =>
      this.hours.totals(schoolId, page),
    );
  }

  @Get('open-rooms')
  @Does('open-rooms.list')
  @ApiOkResponse({ type: OpenRoomsView })
  openNow(@From() caller: Caller, @Query() input: OpenRoomsAsked): Promise<OpenRoomsView> {
    return this.hours.openNow(caller.schoolFor(input.schoolId));
  }
}
