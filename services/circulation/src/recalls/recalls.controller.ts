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
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse } from '@nestjs/swagger';
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
import { ChangeCampaign } from './change-campaign.use-case.js';
import { OpenCampaign } from './open-campaign.use-case.js';
import { printedCampaigns, printedRecallClasses, printedRecallLoans } from './recalls.format.js';
import {
  CampaignAsked,
  CampaignsAsked,
  CampaignsPage,
  CampaignView,
  ClosingAsked,
  RecallClassesPage,
  RecallLoansAsked,
  RecallLoansPage,
  type RecallClass,
  type RecallLoan,
} from './recalls.http.js';
import { RecallsQuery } from './recalls.query.js';
import { RemoveCampaign } from './remove-campaign.use-case.js';

@Controller('recall-campaigns')
export class RecallsController {
  constructor(
    private readonly recalls: RecallsQuery,
    private readonly openCampaign: OpenCampaign,
    private readonly changeCampaign: ChangeCampaign,
    private readonly removeCampaign: RemoveCampaign,
    private readonly documents: Documents,
  ) {}

  @Post()
  @HttpCode(201)
  @Does('recall-campaigns.create')
  @ApiCreatedResponse({ type: CampaignView })
  create(
    @From() caller: Caller,
    @Body() input: CampaignAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.openCampaign.execute(caller, input, request);
  }

  @Get()
  @Does('recall-campaigns.list')
  @ApiOkResponse({ type: CampaignsPage })
  list(
    @From() caller: Caller,
    @Query() input: CampaignsAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<CampaignView> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedCampaigns, input, language, (page) =>
      this.recalls.list(page, schoolId),
    );
  }

  @Get(':id')
  @Does('recall-campaigns.read')
  @ApiOkResponse({ type: CampaignView })
  read(@From() caller: Caller, @Param('id') id: string): Promise<CampaignView> {
    return this.recalls.one(caller, pathId(id));
  }

  @Get(':id/classes')
  @Does('recall-campaigns.classes')
  @ApiOkResponse({ type: RecallClassesPage })
  async classes(
    @From() caller: Caller,
    @Param('id') id: string,
    @Query() input: ListAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<RecallClass> | StreamableFile> {
    const campaign = await this.recalls.one(caller, pathId(id));
    return pageOrDocument(
      this.documents,
      printedRecallClasses,
      input,
      language,
      (page) => this.recalls.classes(caller, campaign, page),
      [campaign.name, campaign.lastDay],
    );
  }

  @Get(':id/loans')
  @Does('recall-campaigns.loans')
  @ApiOkResponse({ type: RecallLoansPage })
  async loans(
    @From() caller: Caller,
    @Param('id') id: string,
    @Query() input: RecallLoansAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<RecallLoan> | StreamableFile> {
    const campaign = await this.recalls.one(caller, pathId(id));
    return pageOrDocument(
      this.documents,
      printedRecallLoans,
      input,
      language,
      (page) => this.recalls.loans(caller, campaign, page),
      [campaign.name, campaign.lastDay],
    );
  }

  @Post(':id/loans')
  @HttpCode(200)
  @Does('recall-campaigns.add-loans')
  @ApiOkResponse({ type: CampaignView })
  addLoans(
    @From() caller: Caller,
    @Param('id') id: string,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.changeCampaign.execute(caller, pathId(id), { to: 'with-later-loans' }, request);
  }

  @Post(':id/closing')
  @HttpCode(200)
  @Does('recall-campaigns.close')
  @ApiOkResponse({ type: CampaignView })
  close(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: ClosingAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.changeCampaign.execute(
      caller,
      pathId(id),
      { to: 'closed', note: input.note ?? null },
      request,
    );
  }

  @Post(':id/reopening')
  @HttpCode(200)
  @Does('recall-campaigns.reopen')
  @ApiOkResponse({ type: CampaignView })
  reopen(
    @From() caller: Caller,
    @Param('id') id: string,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.changeCampaign.execute(caller, pathId(id), { to: 'open' }, request);
  }

  @Delete(':id')
  @HttpCode(204)
  @Does('recall-campaigns.remove')
  @ApiNoContentResponse()
  remove(@From() caller: Caller, @Param('id') id: string): Promise<void> {
    return this.removeCampaign.execute(caller, pathId(id));
  }
}
