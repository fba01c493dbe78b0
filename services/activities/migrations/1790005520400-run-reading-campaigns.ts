import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reading campaigns: who took part in what, and the share by class and grade. */
export class RunReadingCampaigns1790005520400 implements MigrationInterface {
  readonly name = 'RunReadingCampaigns1790005520400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table reading_campaign (
        id uuid primary key,
        version int not null,
        school_id uuid not null,
        name text not null,
        starts_on date not null,
        ends_on date not null,
        -- none: all of the school
        grades int[] not null,
        opened_by text not null,
        check (ends_on >= starts_on)
      );
      create index reading_campaign_of_school on reading_campaign (school_id, id desc);
      create table campaign_part (
        campaign_id uuid not null references reading_campaign,
        code text not null,
        name text not null,
        source text not null check (source in ('entered', 'reading-notes', 'loans')),
        goal_percent int not null check (goal_percent between 0 and 100),
        place int not null,
        primary key (campaign_id, code)
      );
      create table campaign_participation (
        campaign_id uuid not null,
        code text not null,
        reader_id uuid not null,
        entered_on date not null,
        entered_by text not null,
        primary key (campaign_id, code, reader_id),
        foreign key (campaign_id, code) references campaign_part
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table campaign_participation, campaign_part, reading_campaign');
  }
}
