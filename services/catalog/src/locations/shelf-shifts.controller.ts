import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Patch,
  Post,
  Query,
  type StreamableFile,
} from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  Caller,
  Documents,
  Does,
  From,
  IfMatch,
  ListAsked,
  Once,
  pageOrDocument,
  pathId,
  ReadsIn,
  unknownThing,
  Versioned,
  type Answer,
  type DeskRequest,
  type Language,
  type Page,
} from '@shulian/service-kit';
import { CarryOutStep } from './carry-out-step.use-case.js';
import { printedShifts, printedShiftSteps } from './locations.format.js';
import { PlanShelfShift } from './plan-shelf-shift.use-case.js';
import {
  ShiftAsked,
  ShiftChange,
  ShiftsAsked,
  ShiftsPage,
  ShiftStepsPage,
  ShiftView,
  type ShiftStep,
} from './shelf-shifts.http.js';
import { ShelfShiftsQuery } from './shelf-shifts.query.js';

@ApiTags('locations')
@Controller('shelf-shifts')
export class ShelfShiftsController {
  constructor(
    private readonly shifts: ShelfShiftsQuery,
    private readonly planShift: PlanShelfShift,
    private readonly carryOutStep: CarryOutStep,
    private readonly documents: Documents,
  ) {}

  @Post()
  @HttpCode(201)
  @Versioned()
  @Does('shelf-shifts.create')
  @ApiCreatedResponse({ type: ShiftView })
  create(
    @From() caller: Caller,
    @Body() input: ShiftAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.planShift.plan(caller, input, request);
  }

  @Get()
  @Does('shelf-shifts.list')
  @ApiOkResponse({ type: ShiftsPage })
  list(
    @From() caller: Caller,
    @Query() input: ShiftsAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<ShiftView> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedShifts, input, language, (page) =>
      this.shifts.list(page, schoolId),
    );
  }

  @Get(':id')
  @Versioned()
  @Does('shelf-shifts.read')
  @ApiOkResponse({ type: ShiftView })
  read(@From() caller: Caller, @Param('id') id: string): Promise<ShiftView> {
    return this.shifts.byId(caller, pathId(id));
  }

  @Patch(':id')
  @Versioned()
  @Does('shelf-shifts.change')
  @ApiOkResponse({ type: ShiftView })
  change(
    @From() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() input: ShiftChange,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.planShift.change(caller, pathId(id), version, input, request);
  }

  @Get(':id/steps')
  @Does('shelf-shifts.steps')
  @ApiOkResponse({ type: ShiftStepsPage })
  async steps(
    @From() caller: Caller,
    @Param('id') id: string,
    @Query() input: ListAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<ShiftStep> | StreamableFile> {
    const shift = await this.shifts.byId(caller, pathId(id));
    const notes = [shift.name];
    return pageOrDocument(
      this.documents,
      printedShiftSteps,
      input,
      language,
      (page) => this.shifts.steps(shift, page),
      notes,
    );
  }

  @Post(':id/steps/:number/move')
  @HttpCode(200)
  @Does('shelf-shifts.carry-out')
  @ApiOkResponse({ type: ShiftView })
  carryOut(
    @From() caller: Caller,
    @Param('id') id: string,
    @Param('number') number: string,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    if (!/^[1-9]\d{0,8}$/.test(number)) throw unknownThing();
    return this.carryOutStep.execute(caller, pathId(id), Number(number), request);
  }
}
