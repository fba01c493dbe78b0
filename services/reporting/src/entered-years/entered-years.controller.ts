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
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  Caller,
  Documents,
  Does,
  From,
  Once,
  pageOrDocument,
  pathId,
  ReadsIn,
  type Answer,
  type DeskRequest,
  type Language,
  type Page,
} from '@shulian/service-kit';
import { EnterYear } from './enter-year.use-case.js';
import { printedEnteredYears } from './entered-years.format.js';
import {
  EnteredYearAsked,
  EnteredYearsAsked,
  EnteredYearsPage,
  EnteredYearView,
} from './entered-years.http.js';
import { EnteredYearsQuery } from './entered-years.query.js';

@ApiTags('entered-years')
@Controller('entered-years')
export class EnteredYearsController {
  constructor(
    private readonly years: EnteredYearsQuery,
    private readonly enterYear: EnterYear,
    private readonly documents: Documents,
  ) {}

  @Post()
  @HttpCode(201)
  @Does('entered-years.enter')
  @ApiCreatedResponse({ type: EnteredYearView })
  enter(
    @From() caller: Caller,
    @Body() input: EnteredYearAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.enterYear.enter(caller, input, request);
  }

  @Get()
  @Does('entered-years.list')
  @ApiOkResponse({ type: EnteredYearsPage })
  list(
    @From() caller: Caller,
    @Query() input: EnteredYearsAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<EnteredYearView> | StreamableFile> {
    return pageOrDocument(this.documents, printedEnteredYears, input, language, (page) =>
      this.years.list(caller, page),
    );
  }

  @Delete(':id')
  @HttpCode(204)
  @Does('entered-years.remove')
  @ApiNoContentResponse()
  remove(@From() caller: Caller, @Param('id') id: string): Promise<void> {
    return this.enterYear.remove(caller, pathId(id));
  }
}
