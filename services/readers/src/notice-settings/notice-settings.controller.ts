import { Body, Controller, Delete, Get, HttpCode, Patch, Put, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  Caller,
  Does,
  From,
  IfMatch,
  Once,
  Versioned,
  type Answer,
  type DeskRequest,
} from '@shulian/service-kit';
import { ChangeSettings } from './change-settings.use-case.js';
import {
  NewNoticeWebhook,
  NoticeSettingsView,
  SettingsChange,
  SettingsOfSchool,
  WebhookAsked,
} from './notice-settings.http.js';
import { NoticeSettings } from './notice-settings.query.js';
import { RemoveWebhook } from './remove-webhook.use-case.js';
import { SetWebhook } from './set-webhook.use-case.js';

@ApiTags('notice-settings')
@Controller('notice-settings')
export class NoticeSettingsController {
  constructor(
    private readonly settings: NoticeSettings,
    private readonly changeSettings: ChangeSettings,
    private readonly setWebhook: SetWebhook,
    private readonly removeWebhook: RemoveWebhook,
  ) {}

  @Get()
  @Versioned()
  @Does('notice-settings.read')
  @ApiOkResponse({ type: NoticeSettingsView })
  read(@From() caller: Caller, @Query() { schoolId }: SettingsOfSchool): Promise<NoticeSettingsView> {
    return this.settings.of(caller.schoolFor(schoolId));
  }

  @Patch()
  @Versioned()
  @Does('notice-settings.change')
  @ApiOkResponse({ type: NoticeSettingsView })
  change(
    @From() caller: Caller,
    @IfMatch() version: number,
    @Body() input: SettingsChange,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.changeSettings.execute(caller, version, input, request);
  }

  @Put('webhook')
  @Does('notice-settings.set-webhook')
  @ApiOkResponse({ type: NewNoticeWebhook })
  set(@From() caller: Caller, @Body() input: WebhookAsked): Promise<NewNoticeWebhook> {
    return this.setWebhook.execute(caller, input);
  }

  @Delete('webhook')
  @HttpCode(204)
  @Does('notice-settings.remove-webhook')
  @ApiNoContentResponse()
  remove(@From() caller: Caller, @Query() { schoolId }: SettingsOfSchool): Promise<void> {
    return this.removeWebhook.execute(caller, schoolId);
  }
}
