import { Body, Controller, Get, HttpCode, Param, Post, Query, type StreamableFile } from '@nestjs/common';
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
import { EnterService } from './enter-service.use-case.js';
import { printedServices } from './served-groups.format.js';
import {
  ServiceAsked,
  ServicesAsked,
  ServicesPage,
  ServiceView,
  StrikingAsked,
} from './served-groups.http.js';
import { ServedGroupsQuery } from './served-groups.query.js';
import { StrikeService } from './strike-service.use-case.js';

@ApiTags('group-services')
@Controller('group-services')
export class GroupServicesController {
  constructor(
    private readonly groups: ServedGroupsQuery,
    private readonly enterService: EnterService,
    private readonly strikeService: StrikeService,
    private readonly documents: Documents,
  ) {}

  @Post()
  @HttpCode(201)
  @Does('group-services.create')
  @ApiCreatedResponse({ type: ServiceView })
  create(
    @From() caller: Caller,
    @Body() input: ServiceAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.enterService.execute(caller, input, request);
  }

  @Get()
  @Does('group-services.list')
  @ApiOkResponse({ type: ServicesPage })
  list(
    @From() caller: Caller,
    @Query() input: ServicesAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<ServiceView> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedServices, input, language, (page) =>
      this.groups.services(page, schoolId),
    );
  }

  @Post(':id/striking')
  @HttpCode(200)
  @Does('group-services.strike')
  @ApiOkResponse({ type: ServiceView })
  strike(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: StrikingAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.strikeService.execute(caller, pathId(id), input.struck, request);
  }
}
