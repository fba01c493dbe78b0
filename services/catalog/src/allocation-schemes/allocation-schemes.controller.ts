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
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
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
import type { AllocationSchemeId } from '@shulian/contracts/ids';
import { SchoolNameQuery } from '../registers/school-name.query.js';
import { printedAllocation, printedSchemes } from './allocation-schemes.format.js';
import {
  AllocationAsked,
  AllocationPage,
  AllocationSchemeAsked,
  AllocationSchemesAsked,
  AllocationSchemesPage,
  AllocationSchemeView,
  type AllocationLineView,
} from './allocation-schemes.http.js';
import { AllocationSchemesQuery } from './allocation-schemes.query.js';
import { WriteAllocationScheme } from './write-allocation-scheme.use-case.js';

@ApiTags('allocation-schemes')
@Controller()
export class AllocationSchemesController {
  constructor(
    private readonly schemes: AllocationSchemesQuery,
    private readonly writeScheme: WriteAllocationScheme,
    private readonly schools: SchoolNameQuery,
    private readonly documents: Documents,
  ) {}

  @Post('allocation-schemes')
  @HttpCode(201)
  @Does('allocation-schemes.write')
  @ApiCreatedResponse({ type: AllocationSchemeView })
  write(
    @From() caller: Caller,
    @Body() input: AllocationSchemeAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.writeScheme.write(caller, caller.schoolFor(input.schoolId), input, request);
  }

  @Get('allocation-schemes')
  @Does('allocation-schemes.list')
  @ApiOkResponse({ type: AllocationSchemesPage })
  list(
    @From() caller: Caller,
    @Query() input: AllocationSchemesAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<AllocationSchemeView> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedSchemes, input, language, (page) =>
      this.schemes.versions(page, schoolId),
    );
  }

  @Delete('allocation-schemes/:id')
  @HttpCode(200)
  @Does('allocation-schemes.remove')
  @ApiOkResponse({ type: AllocationSchemeView })
  remove(
    @From() caller: Caller,
    @Param('id') id: string,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.writeScheme.remove(caller, pathId<AllocationSchemeId>(id), request);
  }

  @Get('allocation')
  @Does('allocation-schemes.compare')
  @ApiOkResponse({ type: AllocationPage })
  async compared(
    @From() caller: Caller,
    @Query() input: AllocationAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<AllocationLineView> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    const notes = input.format === 'json' ? [] : [await this.schools.of(schoolId)];
    return pageOrDocument(
      this.documents,
      printedAllocation,
      input,
      language,
      (page) => this.schemes.compared(page, schoolId),
      notes,
    );
  }
}
