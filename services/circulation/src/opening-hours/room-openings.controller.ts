import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query, type StreamableFile } from '@nestjs/common'; // prettier-ignore
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse } from '@nestjs/swagger';
import { Caller, Documents, Does, From, IfMatch, Once, pageOrDocument, pathId, ReadsIn, Versioned, type Answer, type DeskRequest, type Language, type Page } from '@shulian/service-kit'; // prettier-ignore
import { LogOpening } from './log-opening.use-case.js';
import { MakeDutyRoster } from './make-duty-roster.use-case.js';
import { printedDutyShifts, printedPunctuality, printedRoomOpenings } from './opening-hours.format.js';
import { OpeningHoursQuery } from './opening-hours.query.js';
import { DutyRosterAsked, DutyRosterView, DutyShiftChange, DutyShiftsAsked, DutyShiftsPage, DutyShiftView, PunctualityAsked, PunctualityPage, RoomClosingAsked, RoomOpeningAsked, RoomOpeningsAsked, RoomOpeningsPage, RoomOpeningView, type PunctualityLine } from './room-openings.http.js'; // prettier-ignore

@Controller()
export class RoomOpeningsController {
  constructor(
    private readonly hours: OpeningHoursQuery,
    private readonly logOpening: LogOpening,
    private readonly makeRoster: MakeDutyRoster,
    private readonly documents: Documents,
  ) {}

  @Post('room-openings')
  @HttpCode(201)
  @Does('room-openings.create')
  @ApiCreatedResponse({ type: RoomOpeningView })
  open(
    @From() caller: Caller,
    @Body() input: RoomOpeningAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.logOpening.execute(caller, input, request);
  }

  @Get('room-openings')
  @Does('room-openings.list')
  @ApiOkResponse({ type: RoomOpeningsPage })
  openings(
    @From() caller: Caller,
    @Query() input: RoomOpeningsAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<RoomOpeningView> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedRoomOpenings, input, language, (page) =>
      this.hours.openings(schoolId, page),
    );
  }

  @Post('room-openings/:id/closing')
  @HttpCode(200)
  @Does('room-openings.close')
  @ApiOkResponse({ type: RoomOpeningView })
  close(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: RoomClosingAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.logOpening.close(caller, pathId(id), input, request);
  }

  @Delete('room-openings/:id')
  @HttpCode(204)
  @Does('room-openings.remove')
  @ApiNoContentResponse()
  takeBack(@From() caller: Caller, @Param('id') id: string): Promise<void> {
    return this.logOpening.takeBack(caller, pathId(id));
  }

  @Get('opening-punctuality')
  @Does('opening-punctuality.list')
  @ApiOkResponse({ type: PunctualityPage })
  punctuality(
    @From() caller: Caller,
    @Query() input: PunctualityAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<PunctualityLine> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedPunctuality, input, language, (page) =>
      this.hours.punctuality(schoolId, page),
    );
  }

  @Post('duty-shifts')
  @HttpCode(201)
  @Does('duty-shifts.create')
  @ApiCreatedResponse({ type: DutyRosterView })
  roster(
    @From() caller: Caller,
    @Body() input: DutyRosterAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.makeRoster.execute(caller, input, request);
  }

  @Get('duty-shifts')
  @Does('duty-shifts.list')
  @ApiOkResponse({ type: DutyShiftsPage })
  shifts(
    @From() caller: Caller,
    @Query() input: DutyShiftsAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<DutyShiftView> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedDutyShifts, input, language, (page) =>
      this.hours.roster(schoolId, page),
    );
  }

  @Patch('duty-shifts/:id')
  @Versioned()
  @Does('duty-shifts.change')
  @ApiOkResponse({ type: DutyShiftView })
  change(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: DutyShiftChange,
    @IfMatch() version: number,
  ): Promise<DutyShiftView> {
    return this.makeRoster.change(caller, pathId(id), input, version);
  }

  @Delete('duty-shifts/:id')
  @HttpCode(204)
  @Does('duty-shifts.remove')
  @ApiNoContentResponse()
  remove(@From() caller: Caller, @Param('id') id: string): Promise<void> {
    return this.makeRoster.remove(caller, pathId(id));
  }
}
