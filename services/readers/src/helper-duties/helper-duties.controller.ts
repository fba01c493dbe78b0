import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Patch,
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
  IfMatch,
  Once,
  pageOrDocument,
  pathId,
  ReadsIn,
  Versioned,
  type Answer,
  type DeskRequest,
  type Language,
  type Page,
} from '@shulian/service-kit';
import { EnterDuty } from './enter-duty.use-case.js';
import { printedEntries, printedSlots } from './helper-duties.format.js';
import {
  DutyEntriesAsked,
  DutyEntriesPage,
  DutyEntryAsked,
  DutyEntryChangeAsked,
  DutyEntryView,
  DutySlotAsked,
  DutySlotChangeAsked,
  DutySlotsAsked,
  DutySlotsPage,
  DutySlotView,
} from './helper-duties.http.js';
import { HelperDuties } from './helper-duties.query.js';
import { PlanDuty } from './plan-duty.use-case.js';

type Request = DeskRequest | null;

@Controller()
export class HelperDutiesController {
  constructor(
    private readonly duties: HelperDuties,
    private readonly planDuty: PlanDuty,
    private readonly enterDuty: EnterDuty,
    private readonly documents: Documents,
  ) {}

  @Post('duty-slots')
  @HttpCode(201)
  @Does('duty-slots.create')
  @Versioned()
  @ApiCreatedResponse({ type: DutySlotView })
  plan(@From() caller: Caller, @Body() input: DutySlotAsked, @Once() request: Request): Promise<Answer> {
    return this.planDuty.plan(caller, input, request);
  }

  @Get('duty-slots')
  @Does('duty-slots.list')
  @ApiOkResponse({ type: DutySlotsPage })
  slots(
    @From() caller: Caller,
    @Query() input: DutySlotsAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<DutySlotView> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedSlots, input, language, (page) =>
      this.duties.slots(caller, page, schoolId),
    );
  }

  @Get('duty-slots/:id')
  @Does('duty-slots.read')
  @Versioned()
  @ApiOkResponse({ type: DutySlotView })
  slot(@From() caller: Caller, @Param('id') id: string): Promise<DutySlotView> {
    return this.duties.slot(caller, pathId(id));
  }

  @Patch('duty-slots/:id')
  @Does('duty-slots.change')
  @Versioned()
  @ApiOkResponse({ type: DutySlotView })
  changeSlot(
    @From() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() input: DutySlotChangeAsked,
    @Once() request: Request,
  ): Promise<Answer> {
    return this.planDuty.change(caller, pathId(id), version, input, request);
  }

  @Delete('duty-slots/:id')
  @HttpCode(204)
  @Does('duty-slots.remove')
  @ApiNoContentResponse()
  removeSlot(@From() caller: Caller, @Param('id') id: string): Promise<void> {
    return this.planDuty.remove(caller, pathId(id));
  }

  @Post('duty-entries')
  @HttpCode(201)
  @Does('duty-entries.create')
  @Versioned()
  @ApiCreatedResponse({ type: DutyEntryView })
  enter(@From() caller: Caller, @Body() input: DutyEntryAsked, @Once() request: Request): Promise<Answer> {
    return this.enterDuty.enter(caller, input, request);
  }

  @Get('duty-entries')
  @Does('duty-entries.list')
  @ApiOkResponse({ type: DutyEntriesPage })
  entries(
    @From() caller: Caller,
    @Query() input: DutyEntriesAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<DutyEntryView> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedEntries, input, language, (page) =>
      this.duties.entries(caller, page, schoolId),
    );
  }

  @Get('duty-entries/:id')
  @Does('duty-entries.read')
  @Versioned()
  @ApiOkResponse({ type: DutyEntryView })
  entry(@From() caller: Caller, @Param('id') id: string): Promise<DutyEntryView> {
    return this.duties.entry(caller, pathId(id));
  }

  @Patch('duty-entries/:id')
  @Does('duty-entries.change')
  @Versioned()
  @ApiOkResponse({ type: DutyEntryView })
  changeEntry(
    @From() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() input: DutyEntryChangeAsked,
    @Once() request: Request,
  ): Promise<Answer> {
    return this.enterDuty.change(caller, pathId(id), version, input, request);
  }

  @Delete('duty-entries/:id')
  @HttpCode(204)
  @Does('duty-entries.remove')
  @ApiNoContentResponse()
  removeEntry(@From() caller: Caller, @Param('id') id: string): Promise<void> {
    return this.enterDuty.remove(caller, pathId(id));
  }
}
