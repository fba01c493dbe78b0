import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Patch,
  Post,
  Query,
  type StreamableFile,
} from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  Caller,
  Documents,
  Does,
  From,
  IfMatch,
  Once,
  pageOrDocument,
  ReadsIn,
  Versioned,
  type Answer,
  type DeskRequest,
  type Language,
  type Page,
} from '@shulian/service-kit';
import { ChangeTemplate } from './change-template.use-case.js';
import { printedTemplates } from './notice-templates.format.js';
import {
  NoticePreview,
  NoticeTemplatesPage,
  NoticeTemplateView,
  NoticePreviewAsked,
  TemplateChange,
  templateNamed,
  TemplateOfSchool,
  TemplatesAsked,
} from './notice-templates.http.js';
import { NoticeTemplates } from './notice-templates.query.js';
import { PreviewTemplate } from './preview-template.query.js';
import { ResetTemplate } from './reset-template.use-case.js';

@ApiTags('notice-templates')
@Controller('notice-templates')
export class NoticeTemplatesController {
  constructor(
    private readonly templates: NoticeTemplates,
    private readonly changeTemplate: ChangeTemplate,
    private readonly resetTemplate: ResetTemplate,
    private readonly previews: PreviewTemplate,
    private readonly documents: Documents,
  ) {}

  @Get()
  @Does('notice-templates.list')
  @ApiOkResponse({ type: NoticeTemplatesPage })
  list(
    @From() caller: Caller,
    @Query() input: TemplatesAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<NoticeTemplateView> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedTemplates, input, language, (page) =>
      this.templates.page(page, schoolId),
    );
  }

  @Get(':name')
  @Versioned()
  @Does('notice-templates.read')
  @ApiOkResponse({ type: NoticeTemplateView })
  read(
    @From() caller: Caller,
    @Param('name') name: string,
    @Query() { schoolId }: TemplateOfSchool,
  ): Promise<NoticeTemplateView> {
    const key = templateNamed(name);
    return this.templates.one(key, caller.schoolFor(schoolId));
  }

  @Patch(':name')
  @Versioned()
  @Does('notice-templates.change')
  @ApiOkResponse({ type: NoticeTemplateView })
  change(
    @From() caller: Caller,
    @Param('name') name: string,
    @IfMatch() version: number,
    @Body() input: TemplateChange,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.changeTemplate.execute(caller, templateNamed(name), version, input, request);
  }

  @Post(':name/preview')
  @HttpCode(200)
  @Does('notice-templates.preview')
  @ApiOkResponse({ type: NoticePreview })
  preview(
    @From() caller: Caller,
    @Param('name') name: string,
    @Body() input: NoticePreviewAsked,
  ): Promise<NoticePreview> {
    return this.previews.preview(caller, templateNamed(name), input);
  }

  @Delete(':name')
  @HttpCode(204)
  @Does('notice-templates.reset')
  @ApiNoContentResponse()
  reset(
    @From() caller: Caller,
    @Param('name') name: string,
    @Query() { schoolId }: TemplateOfSchool,
  ): Promise<void> {
    return this.resetTemplate.execute(caller, templateNamed(name), schoolId);
  }
}
