import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
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
  Once,
  pageOrDocument,
  pathId,
  ReadsIn,
  type Answer,
  type DeskRequest,
  type Language,
  type Page,
} from '@shulian/service-kit';
import {
  printedAllotments,
  printedDeliveries,
  printedDistribution,
  printedPersonals,
  printedVacation,
} from './distribution.format.js';
import {
  AllotmentsAsked,
  AllotmentsListAsked,
  AllotmentsPage,
  AllottedAnswer,
  PersonalDeliveriesAsked,
  PersonalDeliveriesPage,
  DistributionAsked,
  DistributionPage,
  EndAsked,
  HandedOutAnswer,
  HandOutAsked,
  PersonalsAnswer,
  PersonalsAsked,
  PersonalsListAsked,
  PersonalsPage,
  PersonalView,
  VacationAsked,
  VacationPage,
  type AllotmentView,
  type PersonalDeliveryView,
  type DistributionView,
  type VacationView,
} from './distribution.http.js';
import { DistributionQuery } from './distribution.query.js';
import { HandOut } from './hand-out.use-case.js';

@ApiTags('serials')
@Controller()
export class DistributionController {
  constructor(
    private readonly lists: DistributionQuery,
    private readonly handOut: HandOut,
    private readonly documents: Documents,
  ) {}

  @Put('serial-allotments')
  @HttpCode(200)
  @Does('serial-allotments.put')
  @ApiOkResponse({ type: AllottedAnswer })
  allot(
    @From() caller: Caller,
    @Body() asked: AllotmentsAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.handOut.allot(caller.schoolFor(asked.schoolId), asked, request);
  }

  @Get('serial-allotments')
  @Does('serial-allotments.list')
  @ApiOkResponse({ type: AllotmentsPage })
  allotments(
    @From() caller: Caller,
    @Query() asked: AllotmentsListAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<AllotmentView> | StreamableFile> {
    const schoolId = caller.schoolFor(asked.schoolId);
    return pageOrDocument(this.documents, printedAllotments, asked, language, (page) =>
      this.lists.allotments(page, schoolId),
    );
  }

  @Get('serial-distribution')
  @Does('serial-distribution.list')
  @ApiOkResponse({ type: DistributionPage })
  distribution(
    @From() caller: Caller,
    @Query() asked: DistributionAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<DistributionView> | StreamableFile> {
    const schoolId = caller.schoolFor(asked.schoolId);
    return pageOrDocument(this.documents, printedDistribution, asked, language, (page) =>
      this.lists.distribution(page, schoolId),
    );
  }

  @Post('serial-handouts')
  @HttpCode(200)
  @Does('serial-distribution.hand-out')
  @ApiOkResponse({ type: HandedOutAnswer })
  hand(
    @From() caller: Caller,
    @Body() asked: HandOutAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.handOut.execute(caller, caller.schoolFor(asked.schoolId), asked, request);
  }

  @Post('personal-subscriptions')
  @HttpCode(201)
  @Does('personal-subscriptions.enter')
  @ApiCreatedResponse({ type: PersonalsAnswer })
  enter(
    @From() caller: Caller,
    @Body() asked: PersonalsAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.handOut.enter(caller, caller.schoolFor(asked.schoolId), asked, request);
  }

  @Get('personal-subscriptions')
  @Does('personal-subscriptions.list')
  @ApiOkResponse({ type: PersonalsPage })
  personals(
    @From() caller: Caller,
    @Query() asked: PersonalsListAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<PersonalView> | StreamableFile> {
    const schoolId = caller.schoolFor(asked.schoolId);
    return pageOrDocument(this.documents, printedPersonals, asked, language, (page) =>
      this.lists.personals(caller, page, schoolId),
    );
  }

  @Post('personal-subscriptions/:id/end')
  @HttpCode(200)
  @Does('personal-subscriptions.end')
  @ApiOkResponse({ type: PersonalView })
  end(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() asked: EndAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.handOut.end(caller, pathId(id), asked.endsOn, request);
  }

  @Get('personal-deliveries')
  @Does('personal-deliveries.list')
  @ApiOkResponse({ type: PersonalDeliveriesPage })
  deliveries(
    @From() caller: Caller,
    @Query() asked: PersonalDeliveriesAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<PersonalDeliveryView> | StreamableFile> {
    const schoolId = caller.schoolFor(asked.schoolId);
    return pageOrDocument(this.documents, printedDeliveries, asked, language, (page) =>
      this.lists.deliveries(caller, page, schoolId),
    );
  }

  @Get('vacation-serials')
  @Does('vacation-serials.list')
  @ApiOkResponse({ type: VacationPage })
  vacation(
    @From() caller: Caller,
    @Query() asked: VacationAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<VacationView> | StreamableFile> {
    const schoolId = caller.schoolFor(asked.schoolId);
    return pageOrDocument(this.documents, printedVacation, asked, language, (page) =>
      this.lists.vacation(page, schoolId),
    );
  }
}
