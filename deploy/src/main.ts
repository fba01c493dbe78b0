import { Command } from 'commander';

// Each command loads what it needs and no more: the launcher stays for as long as the county runs.
const program = new Command('shulian').description('The network of the school libraries of a county');

program
  .command('start')
  .description('start the embedded edition and stay in the foreground')
  .option('--empty', 'without the sample county')
  .option('--kafka', 'with Apache Kafka as event bus, started from its jars unless KAFKA_BROKERS is set')
  .action(async (input: { empty?: boolean; kafka?: boolean }) => {
    const { start } = await import('./launcher/start-command.js');
    process.exit(await start(input));
  });

program
  .command('services')
  .description('look after one service of the running county')
  .argument('<verb>', 'status, start, stop or kill')
  .argument('[name]', 'a service, or bus, postgres, kafka')
  .action(async (verb: string, name: string | undefined) => {
    const { controlServices } = await import('./launcher/services-command.js');
    process.exitCode = await controlServices(verb, name);
  });

type RepairAsked = {
  readonly url?: string;
  readonly password?: string;
  readonly parked?: boolean;
  readonly setAside?: boolean;
  readonly republish?: string;
  readonly dismiss?: string;
  readonly why?: string;
  readonly reread?: string;
  readonly confirm?: boolean;
};

program
  .command('replay')
  .description('repair what events have told: without an option, read models are thrown away and made again')
  .argument('<name>', 'a service; without an option: reporting')
  .option('--parked', 'digest what is parked in the service, once its cause is mended')
  .option('--set-aside', 'send what the bus refused, once its cause is mended')
  .option('--republish <since>', 'send its events again that were sent since then (RFC 3339)')
  .option('--dismiss <n>', 'put away a parked record that can never be digested, by its number; with --why')
  .option('--why <words>', 'kept beside what is dismissed')
  .option(
    '--reread <since>',
    'for tables restored without their positions: what would be read again since then',
  )
  .option('--confirm', 'with --reread: do it')
  .option('--url <url>', 'of a county that runs elsewhere; or SHULIAN_URL')
  .option('--password <password>', 'of its account admin; better told in SHULIAN_ADMIN_PASSWORD')
  .action(async (name: string, input: RepairAsked) => {
    const [{ controlServices }, repair, { readLauncherConfig }] = await Promise.all([
      import('./launcher/services-command.js'),
      import('./launcher/repair.js'),
      import('./launcher/launcher.config.js'),
    ]);
    const of = (): ReturnType<typeof repair.asAdmin> => repair.asAdmin(input);
    if (input.parked === true) process.exitCode = (await repair.replayParked(of(), name)) ? 0 : 1;
    else if (input.setAside === true) await repair.sendSetAside(of(), name);
    else if (input.republish !== undefined) await repair.republish(of(), name, input.republish);
    else if (input.dismiss !== undefined)
      await repair.dismissParked(of(), name, input.dismiss, input.why ?? '');
    else if (input.reread !== undefined)
      await repair.rereadSince(of(), name, input.reread, input.confirm === true);
    else if ((input.url ?? readLauncherConfig().url) !== undefined)
      throw new Error(repair.rebuiltElsewhere(name));
    else process.exitCode = await controlServices('rebuild', name);
  });

program
  .command('audit-pack')
  .description('what the yearly audit of personal data asks for, as workbooks in a folder')
  .argument('<year>', 'a calendar year')
  .option('--into <folder>', 'where to', 'audit-pack')
  .option('--url <url>', 'of a county that runs elsewhere; or SHULIAN_URL')
  .option('--password <password>', 'of its account admin; better told in SHULIAN_ADMIN_PASSWORD')
  .action(async (year: string, input: { into: string; url?: string; password?: string }) => {
    const [{ asAdmin }, { writeAuditPack }] = await Promise.all([
      import('./launcher/repair.js'),
      import('./launcher/audit-pack-command.js'),
    ]);
    if (!/^20\d\d$/.test(year)) throw new Error(`${year} is no year`);
    await writeAuditPack(
      asAdmin(input),
      Number(year),
      input.into,
      (line) => void process.stdout.write(`${line}\n`),
    );
  });

program
  .command('tour')
  .description('the main job of a school library through the public API, told step by step')
  .option('--url <url>', 'of a county that runs elsewhere; or SHULIAN_URL')
  .option('--password <password>', 'of its account admin; better told in SHULIAN_ADMIN_PASSWORD')
  .option('--language <zh|en>', 'default: that of the terminal')
  .action(async (input: { url?: string; password?: string; language?: string }) => {
    const { tour } = await import('./launcher/tour-command.js');
    process.exit(await tour(input));
  });

program
  .command('load-sample', { hidden: true })
  .description('fill an empty county; the launcher starts it and tells it which')
  .action(async () => {
    const { loadSample } = await import('./launcher/load-sample-command.js');
    await loadSample();
  });

program
  .command('migrate')
  .description('roles, schemas, migrations, event log or topics; before any service, safe to repeat')
  .option('--quiet', 'say nothing unless it fails')
  .action(async ({ quiet }: { quiet?: boolean }) => {
    const [{ migrateAll }, { readLauncherConfig }, { refuseExampleSecrets }] = await Promise.all([
      import('./launcher/migrate.js'),
      import('./launcher/launcher.config.js'),
      import('./launcher/example-secrets.js'),
    ]);
    const config = readLauncherConfig();
    refuseExampleSecrets(config);
    const say = (line: string): void => void (quiet === true || process.stdout.write(`${line}\n`));
    await migrateAll(config, { say });
  });

try {
  await program.parseAsync();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
