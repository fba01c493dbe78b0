import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Put, Query, type StreamableFile } from '@nestjs/common'; // prettier-ignore
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse } from '@nestjs/swagger';
import { Caller, Documents, Does, From, IfMatch, IfMatchWhereKnown, Once, pageOrDocument, pathId, ReadsIn, Versioned, type Answer, type DeskRequest, type Language, type Page } from '@shulian/service-kit'; // prettier-ignore
import { BeginTimetable } from './begin-timetable.use-case.js';
import { BellScheduleAsked, BellScheduleOf, BellScheduleView } from './bell-schedule.http.js';
import { ChangeTimetable } from './change-timetable.use-case.js';
import { GenerateSlots } from './generate-slots.use-case.js';
import { PublishTimetable } from './publish-timetable.use-case.js';
import { printedTimetableClasses, printedTimetables } from './rotation.format.js';
import { GenerationAsked, GenerationView, TimetableAsked, TimetableChange, TimetableClassesAsked, TimetableClassesPage, TimetablesAsked, TimetablesPage, TimetableView, type TimetableClass } from './rotation.http.js'; // prettier-ignore
import { RotationQuery } from './rotation.query.js';
import { SetBellSchedule } from './set-bell-schedule.use-case.js';

@Controller()
export class RotationController {
  constructor(
    private readonly rotation: RotationQuery,
    private readonly setBell: SetBellSchedule,
    private readonly beginTimetable: BeginTimetable,
    private readonly changeTimetable: ChangeTimetable,
    private readonly generateSlots: GenerateSlots,
    private readonly publishTimetable: PublishTimetable,
    private readonly documents: Documents,
  ) {}

  @Get('bell-schedules')
  @Does('bell-schedules.read')
  @ApiOkResponse({ type: BellScheduleView })
  bell(@From() caller: Caller, @Query() input: BellScheduleOf): Promise<BellScheduleView> {
    return this.rotation.bell(caller.schoolFor(input.schoolId));
  }

  @Put('bell-schedules')
  @HttpCode(200)
  @Versioned()
  @Does('bell-schedules.change')
  @ApiOkResponse({ type: BellScheduleView })
  changeBell(
    @From() caller: Caller,
    @Body() input: BellScheduleAsked,
    @IfMatchWhereKnown() version: number | null,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.setBell.execute(caller, input, version, request);
  }

  @Post('rotation-timetables')
  @HttpCode(201)
  @Versioned()
  @Does('rotation-timetables.create')
  @ApiCreatedResponse({ type: TimetableView })
  create(
    @From() caller: Caller,
    @Body() input: TimetableAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.beginTimetable.execute(caller, input, request);
  }

  @Get('rotation-timetables')
  @Does('rotation-timetables.list')
  @ApiOkResponse({ type: TimetablesPage })
  list(
    @From() caller: Caller,
    @Query() input: TimetablesAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<TimetableView> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedTimetables, input, language, (page) =>
      this.rotation.list(schoolId, page),
    );
  }

  @Get('rotation-timetables/:id')
  @Versioned()
  @Does('rotation-timetables.read')
  @ApiOkResponse({ type: TimetableView })
  read(@From() caller: Caller, @Param('id') id: string): Promise<TimetableView> {
    return this.rotation.own(caller, pathId(id));
  }

  @Patch('rotation-timetables/:id')
  @Versioned()
  @Does('rotation-timetables.change')
  @ApiOkResponse({ type: TimetableView })
  change(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: TimetableChange,
    @IfMatch() version: number,
  ): Promise<TimetableView> {
    return this.changeTimetable.execute(caller, pathId(id), input, version);
  }

  @Delete('rotation-timetables/:id')
  @HttpCode(204)
  @Does('rotation-timetables.remove')
  @ApiNoContentResponse()
  remove(@From() caller: Caller, @Param('id') id: string): Promise<void> {
    return this.changeTimetable.remove(caller, pathId(id));
  }

  @Post('rotation-timetables/:id/generation')
  @HttpCode(200)
  @Does('rotation-timetables.generate')
  @ApiOkResponse({ type: GenerationView })
  generate(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: GenerationAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.generateSlots.execute(caller, pathId(id), input, request);
  }

  @Post('rotation-timetables/:id/publication')
  @HttpCode(200)
  @Does('rotation-timetables.publish')
  @ApiOkResponse({ type: TimetableView })
  publish(
    @From() caller: Caller,
    @Param('id') id: string,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.publishTimetable.execute(caller, pathId(id), request);
  }

  @Get('rotation-timetables/:id/classes')
  @Does('rotation-timetables.classes')
  @ApiOkResponse({ type: TimetableClassesPage })
  async classes(
    @From() caller: Caller,
    @Param('id') id: string,
    @Query() input: TimetableClassesAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<TimetableClass> | StreamableFile> {
    const timetable = await this.rotation.own(caller, pathId(id));
    const notes = [timetable.name];
    return pageOrDocument(
      this.documents,
      printedTimetableClasses,
      input,
      language,
      (page) => this.rotation.classes(timetable, page),
      notes,
    );
  }
}
