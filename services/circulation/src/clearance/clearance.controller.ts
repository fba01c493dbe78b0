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
import { ApiNoContentResponse, ApiOkResponse } from '@nestjs/swagger';
import {
  Caller,
  Documents,
  Does,
  From,
  ListAsked,
  Once,
  pageOrDocument,
  pathId,
  ReadsIn,
  type Answer,
  type DeskRequest,
  type Language,
  type Page,
} from '@shulian/service-kit';
import { ChangeClearance } from './change-clearance.use-case.js';
import { printedCertificate, printedClearanceClasses, printedClearances } from './clearance.format.js';
import {
  ClearanceCheckAsked,
  ClearanceClassesAsked,
  ClearanceClassesPage,
  ClearanceListAsked,
  ClearancesAnswer,
  ClearancesAsked,
  ClearancesPage,
  ClearanceView,
  HandInAsked,
  ReaderCheck,
  type ClearanceClass,
} from './clearance.http.js';
import { ClearanceQuery } from './clearance.query.js';
import { OpenClearances } from './open-clearances.use-case.js';
import { RemoveClearance } from './remove-clearance.use-case.js';

@Controller('clearances')
export class ClearanceController {
  constructor(
    private readonly clearances: ClearanceQuery,
    private readonly openClearances: OpenClearances,
    private readonly changeClearance: ChangeClearance,
    private readonly removeClearance: RemoveClearance,
    private readonly documents: Documents,
  ) {}

  @Get('check')
  @Does('clearances.check')
  @ApiOkResponse({ type: ReaderCheck })
  check(@From() caller: Caller, @Query() input: ClearanceCheckAsked): Promise<ReaderCheck> {
    return this.clearances.check(caller, input);
  }

  @Get('classes')
  @Does('clearances.classes')
  @ApiOkResponse({ type: ClearanceClassesPage })
  classes(
    @From() caller: Caller,
    @Query() input: ClearanceClassesAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<ClearanceClass> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedClearanceClasses, input, language, (page) =>
      this.clearances.classes(page, schoolId),
    );
  }

  @Post()
  @HttpCode(200)
  @Does('clearances.create')
  @ApiOkResponse({ type: ClearancesAnswer })
  create(
    @From() caller: Caller,
    @Body() input: ClearancesAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.openClearances.execute(caller, input, request);
  }

  @Get()
  @Does('clearances.list')
  @ApiOkResponse({ type: ClearancesPage })
  list(
    @From() caller: Caller,
    @Query() input: ClearanceListAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<ClearanceView> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedClearances, input, language, (page) =>
      this.clearances.list(caller, page, schoolId),
    );
  }

  @Post(':id/hand-ins')
  @HttpCode(200)
  @Does('clearances.hand-in')
  @ApiOkResponse({ type: ClearanceView })
  handIn(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: HandInAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    const { what, handedIn } = input;
    return this.changeClearance.execute(caller, pathId(id), { to: 'handed-in', what, handedIn }, request);
  }

  @Post(':id/completion')
  @HttpCode(200)
  @Does('clearances.complete')
  @ApiOkResponse({ type: ClearanceView })
  complete(
    @From() caller: Caller,
    @Param('id') id: string,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.changeClearance.execute(caller, pathId(id), { to: 'cleared' }, request);
  }

  @Post(':id/undoing')
  @HttpCode(200)
  @Does('clearances.undo')
  @ApiOkResponse({ type: ClearanceView })
  undo(
    @From() caller: Caller,
    @Param('id') id: string,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.changeClearance.execute(caller, pathId(id), { to: 'open' }, request);
  }

  @Get(':id/certificate')
  @Does('clearances.certificate')
  @ApiOkResponse({ type: ClearancesPage })
  certificate(
    @From() caller: Caller,
    @Param('id') id: string,
    @Query() input: ListAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<ClearanceView> | StreamableFile> {
    return pageOrDocument(this.documents, printedCertificate, input, language, (page) =>
      this.clearances.certificate(caller, pathId(id), page.cursor),
    );
  }

  @Delete(':id')
  @HttpCode(204)
  @Does('clearances.remove')
  @ApiNoContentResponse()
  remove(@From() caller: Caller, @Param('id') id: string): Promise<void> {
    return this.removeClearance.execute(caller, pathId(id));
  }
}
