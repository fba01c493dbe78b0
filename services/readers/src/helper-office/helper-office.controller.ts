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
import { ApiCreatedResponse, ApiOkResponse } from '@nestjs/swagger';
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
  Versioned,
  type Answer,
  type DeskRequest,
  type Language,
  type Page,
} from '@shulian/service-kit';
import { DecideOnHelper } from './decide-on-helper.use-case.js';
import { printedHelpers } from './helper-office.format.js';
import {
  HelperAsked,
  HelperChangeAsked,
  HelperDecisionAsked,
  HelperRuleAsked,
  HelperRuleOfSchoolAsked,
  HelperRuleView,
  HelperListAsked,
  HelperPage,
  HelperView,
} from './helper-office.http.js';
import { HelperOffice } from './helper-office.query.js';
import { ProposeHelper } from './propose-helper.use-case.js';
import { SetHelperRule } from './set-helper-rule.use-case.js';

type Request = DeskRequest | null;

@Controller()
export class HelperOfficeController {
  constructor(
    private readonly office: HelperOffice,
    private readonly proposeHelper: ProposeHelper,
    private readonly decideOnHelper: DecideOnHelper,
    private readonly setHelperRule: SetHelperRule,
    private readonly documents: Documents,
  ) {}

  @Get('class-helper-rules')
  @Does('class-helpers.rule')
  @ApiOkResponse({ type: HelperRuleView })
  rule(@From() caller: Caller, @Query() { schoolId }: HelperRuleOfSchoolAsked): Promise<HelperRuleView> {
    return this.office.rule(caller.schoolFor(schoolId));
  }

  @Put('class-helper-rules')
  @Does('class-helpers.set-rule')
  @ApiOkResponse({ type: HelperRuleView })
  setRule(@From() caller: Caller, @Body() input: HelperRuleAsked, @Once() request: Request): Promise<Answer> {
    return this.setHelperRule.execute(caller, caller.schoolFor(input.schoolId), input, request);
  }

  @Post('class-helpers')
  @HttpCode(201)
  @Does('class-helpers.propose')
  @Versioned()
  @ApiCreatedResponse({ type: HelperView })
  propose(@From() caller: Caller, @Body() input: HelperAsked, @Once() request: Request): Promise<Answer> {
    return this.proposeHelper.propose(caller, input, request);
  }

  @Get('class-helpers')
  @Does('class-helpers.list')
  @ApiOkResponse({ type: HelperPage })
  list(
    @From() caller: Caller,
    @Query() input: HelperListAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<HelperView> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedHelpers, input, language, (page) =>
      this.office.list(caller, page, schoolId),
    );
  }

  @Get('class-helpers/:id')
  @Does('class-helpers.read')
  @Versioned()
  @ApiOkResponse({ type: HelperView })
  read(@From() caller: Caller, @Param('id') id: string): Promise<HelperView> {
    return this.office.byId(caller, pathId(id));
  }

  @Patch('class-helpers/:id')
  @Does('class-helpers.change')
  @Versioned()
  @ApiOkResponse({ type: HelperView })
  change(
    @From() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() input: HelperChangeAsked,
    @Once() request: Request,
  ): Promise<Answer> {
    return this.proposeHelper.change(caller, pathId(id), version, input, request);
  }

  @Post('class-helpers/:id/decision')
  @HttpCode(200)
  @Does('class-helpers.decide')
  @ApiOkResponse({ type: HelperView })
  decide(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: HelperDecisionAsked,
    @Once() request: Request,
  ): Promise<Answer> {
    return this.decideOnHelper.execute(caller, pathId(id), input, request);
  }
}
