import { Injectable } from '@nestjs/common';
import { Database, unknownThing, type Rows } from '@shulian/service-kit';
import type { SchoolId } from '@shulian/contracts/ids';
import { ownConfig } from '../readers.config.js';
import { toSettingsView, type NoticeSettingsView } from './notice-settings.http.js';
import { NoticeSettingsRepository } from './notice-settings.repository.js';

/** Whether the county has a mail server. */
export const hasMail = (): boolean => {
  const { SHULIAN_SMTP_URL: server, SHULIAN_MAIL_FROM: from } = ownConfig();
  return server !== '' && from !== '';
};

/** How a school sends. */
@Injectable()
export class NoticeSettings {
  constructor(private readonly database: Database) {}

  /** @throws Problem 404 for a school that is not there */
  of(schoolId: SchoolId): Promise<NoticeSettingsView> {
    return settingsOf(this.database, schoolId);
  }
}

/** The same inside a transaction. @throws Problem 404 for a school that is not there */
export async function settingsOf(rows: Rows, schoolId: SchoolId): Promise<NoticeSettingsView> {
  const settings = new NoticeSettingsRepository(rows);
  if (!(await settings.isSchool(schoolId))) throw unknownThing();
  const setting = await settings.of(schoolId);
  const webhook = await settings.webhook(schoolId);
  const shown = webhook === null ? null : { host: webhook.host, shape: webhook.shape, setOn: webhook.setOn };
  return toSettingsView(setting, shown, hasMail());
}
