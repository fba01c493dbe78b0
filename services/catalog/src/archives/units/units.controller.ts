import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Patch,
  Post,
  Put,
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
import { KeepUnits } from './keep-units.use-case.js';
import { printedIntakes, printedScopes, printedUnits } from './units.format.js';
import {
  IntakeAsked,
  IntakesAsked,
  IntakesPage,
  IntakeView,
  ScopeAsked,
  ScopesAsked,
  ScopesPage,
  ScopeView,
  UnitAsked,
  UnitChangeAsked,
  UnitsAsked,
  UnitsPage,
  UnitView,
} from './units.http.js';
import { UnitsQuery } from './units.query.js';

/** @throws Problem 404: there is no such year */
const yearIn = (text: string): number => {
  if (!/^(19|2\d)\d\d$/.test(text)) throw unknownThing();
  return Number(text);
};

@ApiTags('archives')
@Controller()
export class UnitsController {
  constructor(
    private readonly units: UnitsQuery,
    private readonly keep: KeepUnits,
    private readonly documents: Documents,
  ) {}

  @Post('archive-units')
  @HttpCode(201)
  @Versioned()
  @Does('archive-units.create')
  @ApiCreatedResponse({ type: UnitView })
  create(
    @From() caller: Caller,
    @Body() asked: UnitAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.keep.add(caller, asked, request);
  }

  @Get('archive-units')
  @Does('archive-units.list')
  @ApiOkResponse({ type: UnitsPage })
  list(
    @From() caller: Caller,
    @Query() asked: UnitsAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<UnitView> | StreamableFile> {
    const schoolId = caller.schoolFor(asked.schoolId);
    return pageOrDocument(this.documents, printedUnits, asked, language, (page) =>
      this.units.units(page, schoolId),
    );
  }

  @Get('archive-units/:id')
  @Versioned()
  @Does('archive-units.read')
  @ApiOkResponse({ type: UnitView })
  read(@From() caller: Caller, @Param('id') id: string): Promise<UnitView> {
    return this.units.byId(caller, pathId(id));
  }

  @Patch('archive-units/:id')
  @Versioned()
  @Does('archive-units.change')
  @ApiOkResponse({ type: UnitView })
  change(
    @From() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() asked: UnitChangeAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.keep.change(caller, pathId(id), version, asked, request);
  }

  @Put('archive-units/:id/intakes/:year')
  @Does('archive-units.put-intake')
  @ApiOkResponse({ type: IntakeView })
  putIntake(
    @From() caller: Caller,
    @Param('id') id: string,
    @Param('year') year: string,
    @Body() asked: IntakeAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.keep.putIntake(caller, pathId(id), yearIn(year), asked, request);
  }

  @Get('archive-intakes')
  @Does('archive-units.intakes')
  @ApiOkResponse({ type: IntakesPage })
  intakes(
    @From() caller: Caller,
    @Query() asked: IntakesAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<IntakeView> | StreamableFile> {
    const schoolId = caller.schoolFor(asked.schoolId);
    return pageOrDocument(this.documents, printedIntakes, asked, language, (page) =>
      this.units.intakes(page, schoolId),
    );
  }

  @Put('archive-scopes')
  @Does('archive-scopes.put')
  @ApiOkResponse({ type: ScopeView })
  putScope(
    @From() caller: Caller,
    @Body() asked: ScopeAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.keep.putScope(caller, asked, request);
  }

  @Get('archive-scopes')
  @Does('archive-scopes.list')
  @ApiOkResponse({ type: ScopesPage })
  scopes(
    @From() caller: Caller,
    @Query() asked: ScopesAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<ScopeView> | StreamableFile> {
    const schoolId = caller.schoolFor(asked.schoolId);
    return pageOrDocument(this.documents, printedScopes, asked, language, (page) =>
      this.units.scopes(page, schoolId),
    );
  }
}
