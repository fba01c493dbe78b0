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
import { Caller, Documents, Does, From, Once, pageOrDocument, pathId, ReadsIn, type Answer, type DeskRequest, type Language, type Page } from '@shulian/service-kit'; // prettier-ignore
import { BookSeat } from './book-seat.use-case.js';
import { CountVisits } from './count-visits.use-case.js';
import { printedPupilProgress, printedRoomVisits, printedSeatBookings, printedTeacherReadings, printedVisitProgress, printedVisitTotals } from './room-sessions.format.js'; // prettier-ignore
import { PupilProgressAsked, PupilProgressPage, RoomVisitAsked, RoomVisitsAsked, RoomVisitsMade, RoomVisitsPage, SeatAvailability, SeatAvailabilityAsked, SeatBookingAsked, SeatBookingsAsked, SeatBookingsPage, SeatBookingView, TeacherReadingsAsked, TeacherReadingsPage, VisitProgressAsked, VisitProgressPage, VisitTargetsAsked, VisitTargetsOf, VisitTargetsView, VisitTotalsAsked, VisitTotalsPage, type PupilProgress, type RoomVisitView, type TeacherReading, type VisitProgress, type VisitTotal } from './room-visits.http.js'; // prettier-ignore
import { RoomVisitsQuery } from './room-visits.query.js';

@Controller()
export class RoomVisitsController {
  constructor(
    private readonly visits: RoomVisitsQuery,
    private readonly countVisits: CountVisits,
    private readonly bookSeat: BookSeat,
    private readonly documents: Documents,
  ) {}

  @Post('room-visits')
  @HttpCode(201)
  @Does('room-visits.create')
  @ApiCreatedResponse({ type: RoomVisitsMade })
  count(
    @From() caller: Caller,
    @Body() input: RoomVisitAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.countVisits.execute(caller, input, request);
  }

  @Get('room-visits')
  @Does('room-visits.list')
  @ApiOkResponse({ type: RoomVisitsPage })
  list(
    @From() caller: Caller,
    @Query() input: RoomVisitsAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<RoomVisitView> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedRoomVisits, input, language, (page) => this.visits.list(schoolId, page)); // prettier-ignore
  }

  @Delete('room-visits/:id')
  @HttpCode(204)
  @Does('room-visits.remove')
  @ApiNoContentResponse()
  takeBack(@From() caller: Caller, @Param('id') id: string): Promise<void> {
    return this.countVisits.takeBack(caller, pathId(id));
  }

  @Get('visit-totals')
  @Does('visit-totals.list')
  @ApiOkResponse({ type: VisitTotalsPage })
  totals(
    @From() caller: Caller,
    @Query() input: VisitTotalsAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<VisitTotal> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    const notes = [`${input.from} - ${input.to}`];
    return pageOrDocument(this.documents, printedVisitTotals, input, language, (page) => this.visits.totals(schoolId, page), notes); // prettier-ignore
  }

  @Get('teacher-readings')
  @Does('teacher-readings.list')
  @ApiOkResponse({ type: TeacherReadingsPage })
  teachers(
    @From() caller: Caller,
    @Query() input: TeacherReadingsAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<TeacherReading> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedTeacherReadings, input, language, (page) => this.visits.teachers(schoolId, page)); // prettier-ignore
  }

  @Get('visit-targets')
  @Does('visit-targets.read')
  @ApiOkResponse({ type: VisitTargetsView })
  async targets(@From() caller: Caller, @Query() input: VisitTargetsOf): Promise<VisitTargetsView> {
    return { targets: await this.visits.targets(caller.schoolFor(input.schoolId)) };
  }

  @Put('visit-targets')
  @HttpCode(200)
  @Does('visit-targets.change')
  @ApiOkResponse({ type: VisitTargetsView })
  setTargets(
    @From() caller: Caller,
    @Body() input: VisitTargetsAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.countVisits.setTargets(caller, input, request);
  }

  @Get('visit-progress')
  @Does('visit-progress.list')
  @ApiOkResponse({ type: VisitProgressPage })
  progress(
    @From() caller: Caller,
    @Query() input: VisitProgressAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<VisitProgress> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedVisitProgress, input, language, (page) => this.visits.progress(schoolId, page)); // prettier-ignore
  }

  @Get('visit-progress/pupils')
  @Does('visit-progress.pupils')
  @ApiOkResponse({ type: PupilProgressPage })
  pupils(
    @From() caller: Caller,
    @Query() input: PupilProgressAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<PupilProgress> | StreamableFile> {
    return pageOrDocument(this.documents, printedPupilProgress, input, language, (page) => this.visits.pupils(caller, page)); // prettier-ignore
  }

  @Post('seat-bookings')
  @HttpCode(201)
  @Does('seat-bookings.create')
  @ApiCreatedResponse({ type: SeatBookingView })
  book(
    @From() caller: Caller,
    @Body() input: SeatBookingAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.bookSeat.execute(caller, input, request);
  }

  @Get('seat-bookings')
  @Does('seat-bookings.list')
  @ApiOkResponse({ type: SeatBookingsPage })
  seats(
    @From() caller: Caller,
    @Query() input: SeatBookingsAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<SeatBookingView> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedSeatBookings, input, language, (page) => this.visits.seats(schoolId, page)); // prettier-ignore
  }

  @Post('seat-bookings/:id/cancellation')
  @HttpCode(200)
  @Does('seat-bookings.cancel')
  @ApiOkResponse({ type: SeatBookingView })
  giveBack(
    @From() caller: Caller,
    @Param('id') id: string,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.bookSeat.cancel(caller, pathId(id), request);
  }

  @Get('seat-availability')
  @Does('seat-availability.read')
  @ApiOkResponse({ type: SeatAvailability })
  availability(@From() caller: Caller, @Query() input: SeatAvailabilityAsked): Promise<SeatAvailability> {
    return this.visits.availability(caller, input);
  }
}
