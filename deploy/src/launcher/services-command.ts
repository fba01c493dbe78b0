import { words } from '../../bootstrap/words.mjs';
import { askControl } from './control.js';
import type { Status } from './county-control.js';
import { CountyFolder, countyFolderFor } from './county-folder.js';
import { readLauncherConfig } from './launcher.config.js';

const say = (line = ''): void => void process.stdout.write(`${line}\n`);
const complain = (line: string): void => void process.stderr.write(`${line}\n`);

const theFolder = (): CountyFolder => CountyFolder.at(countyFolderFor(readLauncherConfig().dataDir).path);

/** `npm run services -- status|start|stop|kill [name]` */
export const controlServices = async (verb: string, name: string | undefined): Promise<number> => {
  try {
    const standings = (await askControl(theFolder(), { verb, name })) as Status[];
    for (const { name: service, state, pid, port, restarts, standing, why } of standings) {
      const where = pid === undefined ? '' : words(`进程 ${pid}，端口 ${port}`, `pid ${pid}, port ${port}`);
      const again =
        restarts === 0 ? '' : words(`，重启过 ${restarts} 次`, `, started again ${restarts} times`);
      const stands = standing === undefined ? state : `${state}, ${standing}`;
      say(`${service.padEnd(12)} ${stands.padEnd(24)} ${where}${again}`);
      for (const reason of why ?? []) say(`${''.padEnd(14)}${reason}`);
    }
    return 0;
  } catch (error) {
    complain((error as Error).message);
    return 1;
  }
};
