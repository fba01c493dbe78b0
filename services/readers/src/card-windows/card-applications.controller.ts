import { Body, Controller, Get, HttpCode, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
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
import { LogSightOfReaders } from '../enrolment/log-sight-of-readers.use-case.js';
import { ApplyForCards } from './apply-for-cards.use-case.js';
import { printedApplications } from './card-windows.format.js';
import {
  ApplicationsAsked,
  ApplicationSettled,
  ApplicationsListAsked,
  ApplicationsPage,
  DecisionAsked,
  WindowClass,
  type ApplicationView,
} from './card-windows.http.js';
import { CardWindowsQuery } from './card-windows.query.js';
import { DecideApplication } from './decide-application.use-case.js';
import { WithdrawApplication } from './withdraw-application.use-case.js';

@ApiTags('card-applications')
@Controller('card-applications')
export class CardApplicationsController {
  constructor(
    private readonly windows: CardWindowsQuery,
    private readonly applyForCards: ApplyForCards,
    private readonly withdrawApplication: WithdrawApplication,
    private readonly decideApplication: DecideApplication,
    private readonly logSight: LogSightOfReaders,
    private readonly documents: Documents,
  ) {}

  @Post()
  @HttpCode(200)
  @Does('card-applications.create')
  @ApiOkResponse({ type: WindowClass })
  apply(
    @From() caller: Caller,
    @Body() input: ApplicationsAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.applyForCards.execute(caller, input, request);
  }

  @Get()
  @Does('card-applications.list')
  @ApiOkResponse({ type: ApplicationsPage })
  list(
    @From() caller: Caller,
    @Query() input: ApplicationsListAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<ApplicationView> | StreamableFile> {
    return pageOrDocument(this.documents, printedApplications, input, language, async (page) => {
      const { schoolId, ...found } = await this.windows.applications(caller, page);
      const seen = found.items.map(({ readerId }) => ({ id: readerId, schoolId }));
      await this.logSight.execute(caller, 'card-applications.list', { items: seen });
      return found;
    });
  }

  @Post(':id/withdrawal')
  @HttpCode(200)
  @Does('card-applications.withdraw')
  @ApiOkResponse({ type: ApplicationSettled })
  withdraw(
    @From() caller: Caller,
    @Param('id') id: string,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.withdrawApplication.execute(caller, pathId(id), request);
  }

  @Post(':id/decision')
  @HttpCode(200)
  @Does('card-applications.decide')
  @ApiOkResponse({ type: ApplicationSettled })
  decide(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: DecisionAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.decideApplication.execute(caller, pathId(id), input, request);
  }
}
