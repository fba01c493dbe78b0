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
import { printedCampaigns, printedRates } from './reading-campaigns.format.js';
import {
  CampaignAsked,
  CampaignsAsked,
  CampaignsPage,
  CampaignView,
  ParticipationsAsked,
  RatesAsked,
  RatesPage,
  type RateView,
} from './reading-campaigns.http.js';
import { ReadingCampaignsQuery } from './reading-campaigns.query.js';
import { RunCampaign } from './run-campaign.use-case.js';

@ApiTags('reading-campaigns')
@Controller('reading-campaigns')
export class ReadingCampaignsController {
  constructor(
    private readonly query: ReadingCampaignsQuery,
    private readonly run: RunCampaign,
    private readonly documents: Documents,
  ) {}

  @Post()
  @HttpCode(201)
  @Does('reading-campaigns.open')
  @ApiCreatedResponse({ type: CampaignView })
  open(
    @From() caller: Caller,
    @Body() input: CampaignAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.run.open(caller, input, request);
  }

  @Get()
  @Does('reading-campaigns.list')
  @ApiOkResponse({ type: CampaignsPage })
  list(
    @From() caller: Caller,
    @Query() input: CampaignsAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<CampaignView> | StreamableFile> {
    return pageOrDocument(this.documents, printedCampaigns, input, language, (page) =>
      this.query.list(caller, page),
    );
  }

  @Get(':id')
  @Does('reading-campaigns.read')
  @ApiOkResponse({ type: CampaignView })
  read(@From() caller: Caller, @Param('id') id: string): Promise<CampaignView> {
    return this.query.one(caller, pathId(id));
  }

  @Put(':id/participations')
  @Does('reading-campaigns.enter')
  @ApiOkResponse({ type: CampaignView })
  enter(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: ParticipationsAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.run.enter(caller, pathId(id), input, request);
  }

  @Get(':id/rates')
  @Does('reading-campaigns.rates')
  @ApiOkResponse({ type: RatesPage })
  rates(
    @From() caller: Caller,
    @Param('id') id: string,
    @Query() input: RatesAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<RateView> | StreamableFile> {
    return pageOrDocument(this.documents, printedRates, input, language, (page) =>
      this.query.rates(caller, pathId(id), page),
    );
  }
}
