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
import { Caller, Documents, Does, From, Once, pageOrDocument, pathId, ReadsIn, type Answer, type DeskRequest, type Language, type Page } from '@shulian/service-kit'; // prettier-ignore
import { AcknowledgeRotation } from './acknowledge-rotation.use-case.js';
import { ChangeSlotForADay } from './change-slot-for-a-day.use-case.js';
import { PlaceSlot } from './place-slot.use-case.js';
import { printedRotationDays, printedSlots } from './rotation.format.js';
import { ClassRotationView, RotationDaysAsked, RotationDaysPage, RotationReceipt, SlotAsked, SlotChangeAsked, SlotChangeView, SlotsAsked, SlotsPage, SlotView, type RotationDay } from './rotation.http.js'; // prettier-ignore
import { RotationQuery } from './rotation.query.js';

@Controller()
export class RotationSlotsController {
  constructor(
    private readonly rotation: RotationQuery,
    private readonly placeSlot: PlaceSlot,
    private readonly changeSlot: ChangeSlotForADay,
    private readonly acknowledge: AcknowledgeRotation,
    private readonly documents: Documents,
  ) {}

  @Get('rotation-timetables/:id/slots')
  @Does('rotation-slots.list')
  @ApiOkResponse({ type: SlotsPage })
  async slots(
    @From() caller: Caller,
    @Param('id') id: string,
    @Query() input: SlotsAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<SlotView> | StreamableFile> {
    const timetable = await this.rotation.own(caller, pathId(id));
    const notes = [timetable.name, `${timetable.startsOn} - ${timetable.endsOn}`];
    return pageOrDocument(
      this.documents,
      printedSlots,
      input,
      language,
      (page) => this.rotation.slots(timetable.id, page),
      notes,
    );
  }

  @Post('rotation-timetables/:id/slots')
  @HttpCode(201)
  @Does('rotation-slots.create')
  @ApiCreatedResponse({ type: SlotView })
  place(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: SlotAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.placeSlot.execute(caller, pathId(id), input, request);
  }

  @Delete('rotation-slots/:id')
  @HttpCode(204)
  @Does('rotation-slots.remove')
  @ApiNoContentResponse()
  takeOut(@From() caller: Caller, @Param('id') id: string): Promise<void> {
    return this.placeSlot.remove(caller, pathId(id));
  }

  @Post('rotation-slots/:id/changes')
  @HttpCode(201)
  @Does('rotation-changes.create')
  @ApiCreatedResponse({ type: SlotChangeView })
  change(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: SlotChangeAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.changeSlot.execute(caller, pathId(id), input, request);
  }

  @Delete('rotation-changes/:id')
  @HttpCode(204)
  @Does('rotation-changes.remove')
  @ApiNoContentResponse()
  takeBack(@From() caller: Caller, @Param('id') id: string): Promise<void> {
    return this.changeSlot.takeBack(caller, pathId(id));
  }

  @Get('rotation-days')
  @Does('rotation-days.list')
  @ApiOkResponse({ type: RotationDaysPage })
  days(
    @From() caller: Caller,
    @Query() input: RotationDaysAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<RotationDay> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedRotationDays, input, language, (page) =>
      this.rotation.days(schoolId, page),
    );
  }

  @Get('class-rotations/:id')
  @Does('class-rotations.read')
  @ApiOkResponse({ type: ClassRotationView })
  ofClass(@From() caller: Caller, @Param('id') id: string): Promise<ClassRotationView> {
    return this.rotation.ofClass(caller, pathId(id));
  }

  @Post('class-rotations/:id/receipt')
  @HttpCode(200)
  @Does('class-rotations.acknowledge')
  @ApiOkResponse({ type: RotationReceipt })
  seen(
    @From() caller: Caller,
    @Param('id') id: string,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.acknowledge.execute(caller, pathId(id), request);
  }
}
