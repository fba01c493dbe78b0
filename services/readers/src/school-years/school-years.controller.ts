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
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  Caller,
  Clock,
  Documents,
  Does,
  From,
  IfMatch,
  Once,
  pageOrDocument,
  pathId,
  ReadsIn,
  refuseCursor,
  Versioned,
  type Answer,
  type DeskRequest,
  type Language,
  type Page,
} from '@shulian/service-kit';
import { schoolYearOf } from '../classes/rules/school-class.js';
import { LogSightOfReaders } from '../enrolment/log-sight-of-readers.use-case.js';
import { CommitSchoolYear } from './commit-school-year.use-case.js';
import { PrepareSchoolYear } from './prepare-school-year.use-case.js';
import { printedFates, printedProgress, printedYearClasses } from './school-years.format.js';
import {
  FateAsked,
  FatePage,
  OfSchoolAsked,
  PrepareYearAsked,
  ProgressAsked,
  ProgressPage,
  SchoolYearPage,
  SchoolYearsAsked,
  SchoolYearView,
  SendBackAsked,
  WishesAsked,
  WishOfClassAsked,
  YearClassPage,
  type FateView,
  type ProgressView,
  type YearClassView,
} from './school-years.http.js';
import { SchoolYearsQuery } from './school-years.query.js';

@ApiTags('school years')
@Controller()
export class SchoolYearsController {
  constructor(
    private readonly years: SchoolYearsQuery,
    private readonly prepare: PrepareSchoolYear,
    private readonly step: CommitSchoolYear,
    private readonly logSight: LogSightOfReaders,
    private readonly documents: Documents,
    private readonly clock: Clock,
  ) {}

  @Post('school-years')
  @HttpCode(201)
  @Versioned()
  @Does('school-years.create')
  @ApiCreatedResponse({ type: SchoolYearView })
  create(
    @Once() request: DeskRequest | null,
    @From() caller: Caller,
    @Body() input: PrepareYearAsked,
  ): Promise<Answer> {
    return this.prepare.begin(request, caller, input);
  }

  @Get('school-years')
  @Does('school-years.list')
  @ApiOkResponse({ type: SchoolYearPage })
  list(@From() caller: Caller, @Query() input: SchoolYearsAsked): Promise<Page<SchoolYearView>> {
    return this.years.list(input, caller);
  }

  @Get('school-years/:id')
  @Versioned()
  @Does('school-years.read')
  @ApiOkResponse({ type: SchoolYearView })
  read(@From() caller: Caller, @Param('id') id: string): Promise<SchoolYearView> {
    return this.years.byId(caller, pathId(id));
  }

  @Delete('school-years/:id')
  @HttpCode(204)
  @Does('school-years.give-up')
  @ApiNoContentResponse()
  giveUp(@From() caller: Caller, @Param('id') id: string): Promise<void> {
    return this.prepare.giveUp(caller, pathId(id));
  }

  @Put('school-years/:id/classes/:classId')
  @Versioned()
  @Does('school-years.wish-of-class')
  @ApiOkResponse({ type: SchoolYearView })
  wishOfClass(
    @Once() request: DeskRequest | null,
    @From() caller: Caller,
    @Param('id') id: string,
    @Param('classId') classId: string,
    @IfMatch() version: number,
    @Body() input: WishOfClassAsked,
  ): Promise<Answer> {
    return this.prepare.wishOfClass(request, caller, pathId(id), pathId(classId), version, input);
  }

  @Post('school-years/:id/wishes')
  @HttpCode(200)
  @Versioned()
  @Does('school-years.wish-of-readers')
  @ApiOkResponse({ type: SchoolYearView })
  wishOfReaders(
    @Once() request: DeskRequest | null,
    @From() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() input: WishesAsked,
  ): Promise<Answer> {
    return this.prepare.wishOfReaders(request, caller, pathId(id), version, input);
  }

  @Get('school-years/:id/readers')
  @Does('school-years.readers')
  @ApiOkResponse({ type: FatePage })
  async readers(
    @From() caller: Caller,
    @Param('id') id: string,
    @Query() input: FateAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<FateView> | StreamableFile> {
    const year = await this.years.byId(caller, pathId(id));
    return pageOrDocument(this.documents, printedFates, input, language, async (page) => {
      const found = await this.years.readers(year, page);
      await this.logSight.execute(caller, 'school-years.readers', {
        items: found.items.map(({ readerId, schoolId }) => ({ id: readerId, schoolId })),
      });
      return found;
    });
  }

  @Get('school-years/:id/classes')
  @Does('school-years.classes')
  @ApiOkResponse({ type: YearClassPage })
  async classes(
    @From() caller: Caller,
    @Param('id') id: string,
    @Query() input: OfSchoolAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<YearClassView> | StreamableFile> {
    refuseCursor(input.cursor);
    const year = await this.years.byId(caller, pathId(id));
    return pageOrDocument(this.documents, printedYearClasses, input, language, () =>
      this.years.classes(year),
    );
  }

  @Post('school-years/:id/commit')
  @HttpCode(200)
  @Versioned()
  @Does('school-years.commit')
  @ApiOkResponse({ type: SchoolYearView })
  commit(
    @Once() request: DeskRequest | null,
    @From() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
  ): Promise<Answer> {
    return this.step.commit(request, caller, pathId(id), version);
  }

  @Post('school-years/:id/refusal')
  @HttpCode(200)
  @Versioned()
  @Does('school-years.send-back')
  @ApiOkResponse({ type: SchoolYearView })
  sendBack(
    @Once() request: DeskRequest | null,
    @From() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() input: SendBackAsked,
  ): Promise<Answer> {
    return this.step.sendBack(request, caller, pathId(id), version, input.note);
  }

  @Post('school-years/:id/undo')
  @HttpCode(200)
  @Versioned()
  @Does('school-years.undo')
  @ApiOkResponse({ type: SchoolYearView })
  undo(
    @Once() request: DeskRequest | null,
    @From() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
  ): Promise<Answer> {
    return this.step.undo(request, caller, pathId(id), version);
  }

  @Get('school-year-progress')
  @Does('school-years.progress')
  @ApiOkResponse({ type: ProgressPage })
  progress(
    @Query() input: ProgressAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<ProgressView> | StreamableFile> {
    const year = input.year ?? schoolYearOf(this.clock.today());
    return pageOrDocument(this.documents, printedProgress, input, language, (page) =>
      this.years.progress(page, year),
    );
  }
}
