import { Command } from 'commander';

// Each command loads what it needs and no more: the launcher stays for as long as the county runs.
const program = new Command('shulian').description('The network of the school libraries of a county');

program
  .command('start')
  .description('start the embedded edition and stay in the foreground')
  .option('--empty', 'without the sample county')
  .option('--kafka', 'with Apache Kafka as event bus, started from its jars unless KAFKA_BROKERS is set')
  .action(async (asked: { empty?: boolean; kafka?: boolean }) => {
    const { start } = await import('./launcher/start-command.js');
    process.exit(await start(asked));
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

program
  .command('replay')
  .description('repair what events have told: without an option, read models are thrown away and made again')
  .argument('<name>', 'a service; without an option: reporting')
  .option('--parked', 'digest what is parked in the service, once its cause is mended')
  .option('--republish <since>', 'send its events again that occurred since then (RFC 3339)')
  .action(async (name: string, asked: { parked?: boolean; republish?: string }) => {
    const [{ controlServices }, { replayParked, republish }] = await Promise.all([
      import('./launcher/services-command.js'),
      import('./launcher/repair.js'),
    ]);
    if (asked.parked === true) process.exitCode = (await replayParked(name)) ? 0 : 1;
    else if (asked.republish !== undefined) await republish(name, asked.republish);
    else process.exitCode = await controlServices('rebuild', name);
  });

program
  .command('tour')
  .description('the main job of a school library through the public API, told step by step')
  .option('--url <url>', 'of a county that runs elsewhere')
  .option('--password <password>', 'of its account admin; better told in SHULIAN_ADMIN_PASSWORD')
  .option('--language <zh|en>', 'default: that of the terminal')
  .action(async (asked: { url?: string; password?: string; language?: string }) => {
    const { tour } = await import('./launcher/tour-command.js');
    process.exit(await tour(asked));
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
  .action(async () => {
    const [{ migrateAll }, { readLauncherConfig }] = await Promise.all([
      import('./launcher/migrate.js'),
      import('./launcher/launcher.config.js'),
    ]);
    await migrateAll(readLauncherConfig());
  });

try {
  await program.parseAsync();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
